import { readFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { Eta } from 'eta'
import { catalogues, type Catalogues } from './language.ts'
import { readOwnLook, type OwnLook } from './ownLook.ts'
import { templateFolder } from './ownTemplates.ts'

/** What pages and mails are made of: templates, words, and a stylesheet besides ours. */
export type Look = {
  readonly catalogues: Catalogues
  /** CSS of the operator; null: none */
  readonly theme: string | null
  /**
   * Renders a template. Everything that it prints is escaped unless it says otherwise.
   *
   * @param template  name of a file in `templates/`, without `.eta`
   * @param data  what it speaks about, as `it`
   */
  readonly render: (template: string, data: object) => string
}

/**
 * Makes the look. Templates are compiled on first use.
 *
 * @param directory  absolute path of what the operator made of it (docs/look.md); null: as it is delivered
 * @throws Error  with every mistake in the directory, a line each
 */
export function createLook(directory: string | null): Look {
  if (directory === null) return lookOf({ templates: new Map(), strings: {}, theme: null })
  const read = readOwnLook(directory)
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'))
  return lookOf(read.own)
}

function lookOf({ templates, strings, theme }: OwnLook): Look {
  const eta = new Eta({ views: templateFolder, autoEscape: true, cache: true })
  // A template keeps the place of the one that it replaces, so that both include each other as if nothing had changed.
  eta.readFile = (path) => templates.get(nameOf(path)) ?? readFileSync(path, 'utf8')
  const words = Object.entries(catalogues).map(([tag, ours]) => [
    tag,
    { ...ours, ...strings[tag as keyof Catalogues] },
  ])
  return {
    catalogues: Object.fromEntries(words) as Catalogues,
    theme,
    render: (template, data) => eta.render(`./${template}`, data),
  }
}

function nameOf(path: string): string {
  return relative(templateFolder, path).split(sep).join('/').slice(0, -'.eta'.length)
}

/** The look of what is for developers: as it is delivered, whatever an operator changes. */
export const deliveredLook: Look = createLook(null)
