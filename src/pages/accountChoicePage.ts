import type { AppFace } from './appFace.ts'
import { contentSecurityPolicy, formTargetOf } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import type { FormPage } from './signInPage.ts'
import { viewFor, type View } from './view.ts'

/** What the page speaks about on which an account is chosen. */
export type AccountChoicePage = {
  readonly face: AppFace
  readonly redirectUri: string
  /** address of who is signed in */
  readonly email: string
  readonly session: string
  readonly transaction: string
  readonly formToken: string
}

/**
 * Renders the page on which an account is chosen.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderAccountChoicePage(
  { redirectUri, ...page }: AccountChoicePage,
  uiLocales: string | undefined,
  view: View,
): FormPage {
  return {
    body: renderPage('accountChoice', page, viewFor(view, uiLocales)),
    headers: { 'content-security-policy': contentSecurityPolicy(formTargetOf(redirectUri), page.face.logo) },
  }
}
