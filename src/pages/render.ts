import { Eta } from 'eta'
import { languageOf } from './language.ts'

/** Templates are compiled on first use; everything they print is escaped unless a template says otherwise. */
const eta = new Eta({ views: `${import.meta.dirname}/templates`, autoEscape: true, cache: true })

/**
 * Renders a page.
 *
 * @param template        name of a file in `templates/`, without `.eta`
 * @param data            what the template speaks about, as `it`
 * @param acceptLanguage  picks the language; templates get it as `it.language` and its words as `it.say`
 */
export function renderPage(template: string, data: object, acceptLanguage: string | undefined): string {
  const language = languageOf(acceptLanguage)
  return eta.render(`./${template}`, { ...data, language: language.tag, say: language.strings, fill })
}

/**
 * Puts values where `{name}` stands. Each is isolated from the direction of the text around it (UAX #9, FSI and PDI): a name
 * in another script must not turn the sentence, nor the sentence the name.
 */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_place, name: string) => `\u2068${values[name] ?? ''}\u2069`)
}
