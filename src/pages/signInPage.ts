import type { AppFace } from './appFace.ts'
import { contentSecurityPolicy, formTargetOf } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import { viewFor, type View } from './view.ts'

/** What the sign-in page speaks about. */
export type SignInPage = {
  /** the app that the person goes on to */
  readonly face: AppFace
  readonly redirectUri: string
  readonly transaction: string
  readonly formToken: string
  /** what the address field starts with; empty: nothing */
  readonly login: string
  /** true when the credentials just sent were wrong */
  readonly isWrong: boolean
}

/** A page with the policy that lets its form lead to the app. */
export type FormPage = {
  readonly body: string
  readonly headers: { readonly 'content-security-policy': string }
}

/**
 * Renders the sign-in page.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderSignInPage(
  { redirectUri, ...page }: SignInPage,
  uiLocales: string | undefined,
  view: View,
): FormPage {
  return {
    body: renderPage('signIn', page, viewFor(view, uiLocales)),
    headers: { 'content-security-policy': contentSecurityPolicy(formTargetOf(redirectUri), page.face.logo) },
  }
}
