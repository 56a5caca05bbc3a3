import { contentSecurityPolicy, formTargetOf } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import type { FormPage } from './signInPage.ts'
import { viewFor, type View } from './view.ts'

/** What the page that asks for the second factor speaks about. */
export type SecondFactorPage = {
  /** name of the app that the person goes on to */
  readonly app: string
  readonly redirectUri: string
  readonly transaction: string
  readonly formToken: string
  /** where the codes come from */
  readonly factor: 'totp' | 'email'
  /** true when the code just sent was wrong */
  readonly isWrong: boolean
}

/**
 * Renders the page that asks for the second factor.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderSecondFactorPage(
  { redirectUri, ...page }: SecondFactorPage,
  uiLocales: string | undefined,
  view: View,
): FormPage {
  return {
    body: renderPage('secondFactor', page, viewFor(view, uiLocales)),
    headers: { 'content-security-policy': contentSecurityPolicy(formTargetOf(redirectUri)) },
  }
}
