import type { AppFace } from './appFace.ts'
import { contentSecurityPolicy, formTargetOf } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import type { Strings } from './strings/catalogue.ts'
import type { FormPage } from './signInPage.ts'
import { viewFor, type View } from './view.ts'

/**
 * What the consent page speaks about: nothing that the app's owner could write anything into but its name, their own and the
 * links. The page says of every app that is not the operator's own that it is none, because names can claim anything.
 */
export type ConsentPage = {
  readonly face: AppFace
  /** whether the operator vouches for the app as the house's own */
  readonly isFirstParty: boolean
  /** what its owner is called by, unverified; null: there is no name */
  readonly ownerName: string | null
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
  const data = { ...page, ownerWords: ownerWordsOf(page), host: hostOf(redirectUri) }
  return {
    body: renderPage('consent', data, viewFor(view, uiLocales)),
    headers: { 'content-security-policy': contentSecurityPolicy(formTargetOf(redirectUri), page.face.logo) },
  }
}

/** The key of the sentence about whose app it is. */
function ownerWordsOf({ isFirstParty, ownerName }: ConsentPage): keyof Strings {
  if (isFirstParty) return 'consent.firstParty'
  return ownerName === null ? 'consent.ownerUnnamed' : 'consent.owner'
}

/** Where a redirect URI leads, in the shortest words that cannot mislead: its host in ASCII, or its private-use scheme. */
function hostOf(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri)
  return protocol === 'https:' || protocol === 'http:' ? host : protocol.slice(0, -1)
}
