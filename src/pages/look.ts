import { Eta } from 'eta'
import { catalogues, type Catalogues } from './language.ts'

/** What pages and mails are made of: templates and words. */
export type Look = {
  readonly catalogues: Catalogues
  /**
   * Renders a template. Everything that it prints is escaped unless it says otherwise.
   *
   * @param template  name of a file in `templates/`, without `.eta`
   * @param data  what it speaks about, as `it`
   */
  readonly render: (template: string, data: object) => string
}

/** Makes the look. Templates are compiled on first use. */
export function createLook(): Look {
  const eta = new Eta({ views: `${import.meta.dirname}/templates`, autoEscape: true, cache: true })
  return { catalogues, render: (template, data) => eta.render(`./${template}`, data) }
}

/** The look of what is for developers: as it is delivered, whatever an operator changes. */
export const deliveredLook: Look = createLook()
