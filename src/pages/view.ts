import { findLanguage } from './language.ts'
import type { Look } from './look.ts'

/** How a page is shown to somebody. */
export type View = {
  readonly look: Look
  /**
   * what the person reads, in the form of `Accept-Language`: what they chose here comes before what their browser says;
   * undefined: nobody knows
   */
  readonly languages: string | undefined
  /** path and query under which the browser can ask for this page again; empty: they must not be repeated, as on an error page */
  readonly path: string
  /** languages that the app asks for (`ui_locales`); undefined: none */
  readonly uiLocales?: string | undefined
}

/** The same view where an app has its say, too: the languages it asks for come first (OpenID Connect Core §3.1.2.1). */
export function viewFor(view: View, uiLocales: string | undefined): View {
  return uiLocales === undefined ? view : { ...view, uiLocales: uiLocales.replaceAll(' ', ',') }
}

/** Whether the app has decided the language: then there is nothing left to choose for the person. */
export function isLanguageGiven({ uiLocales }: View): boolean {
  return findLanguage(uiLocales) !== null
}
