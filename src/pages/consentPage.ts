import type { AppFace } from './appFace.ts'
import { contentSecurityPolicy, formTargetOf } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import type { FormPage } from './signInPage.ts'
import { viewFor, type View } from './view.ts'

/** What the consent page speaks about: nothing that the app's owner could write anything into but its name and its links. */
export type ConsentPage = {
  readonly face: AppFace
  readonly redirectUri: string
  readonly scope: readonly string[]
  /** address of who is signed in */
  readonly email: string
  readonly session: string
  readonly transaction: string
  readonly formToken: string
}

/**
 * Renders the consent page.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderConsentPage(page: ConsentPage, uiLocales: string | undefined, view: View): FormPage {
  const { redirectUri } = page
  const data = { ...page, host: hostOf(redirectUri) }
  return {
    body: renderPage('consent', data, viewFor(view, uiLocales)),
    headers: { 'content-security-policy': contentSecurityPolicy(formTargetOf(redirectUri), page.face.logo) },
  }
}

/** Where a redirect URI leads, in the shortest words that cannot mislead: its host in ASCII, or its private-use scheme. */
function hostOf(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri)
  return protocol === 'https:' || protocol === 'http:' ? host : protocol.slice(0, -1)
}
