import { escapeHtml } from './escapeHtml.ts'
import { directions, findLanguage, languageNames, languageOf, type Tag } from './language.ts'
import { isLanguageGiven, type View } from './view.ts'

/**
 * Renders a page.
 *
 * @param template  name of a file in `templates/`, without `.eta`
 * @param data      what the template speaks about, as `it`, besides what every page has: `language` and `dir` for `<html>`, its
 *   words as `say`, `fill` for the places in them, `breakable` for text with an address in it (HTML, to be written with `<%~`), and
 *   `languages` to choose from, each with `tag`, `name` and `isCurrent`
 */
export function renderPage(template: string, data: object, view: View): string {
  const tag = findLanguage(view.uiLocales) ?? languageOf(view.languages)
  return view.look.render(template, {
    ...data,
    language: tag,
    dir: directions[tag],
    say: view.look.catalogues[tag],
    fill,
    breakable,
    path: view.path,
    hasTheme: view.look.theme !== null,
    languages: isLanguageGiven(view) ? [] : choices(tag),
  })
}

function choices(current: Tag) {
  return Object.entries(languageNames).map(([tag, name]) => ({ tag, name, isCurrent: tag === current }))
}

/**
 * Puts values where `{name}` stands. Each is isolated from the direction of the text around it (UAX #9, FSI and PDI): a name
 * in another script must not turn the sentence, nor the sentence the name.
 */
function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_place, name: string) => `\u2068${values[name] ?? ''}\u2069`)
}

/** Text as HTML that breaks after the @ of an address, where there is no room for the whole, rather than within its host. */
function breakable(text: string): string {
  return escapeHtml(text).replaceAll('@', '@<wbr>')
}
