import { contentSecurityPolicy, formTargetOf } from './contentSecurityPolicy.ts'
import { deliveredLook } from './look.ts'
import { renderPage } from './render.ts'
import type { FormPage } from './signInPage.ts'
import type { View } from './view.ts'

/** What the sign-in page of the mock issuer speaks about. */
export type MockSignInPage = {
  /** name of the app that the person goes on to */
  readonly app: string
  readonly redirectUri: string
  readonly transaction: string
  readonly formToken: string
  /** what the address field starts with */
  readonly login: string
}

const english: View = { look: deliveredLook, languages: undefined, path: '/signin', uiLocales: 'en' }

/** Renders the sign-in page of the mock issuer, which asks for an address only. It is for developers, and in English. */
export function renderMockSignInPage({ redirectUri, ...page }: MockSignInPage): FormPage {
  return {
    body: renderPage('mockSignIn', page, english),
    headers: { 'content-security-policy': contentSecurityPolicy(formTargetOf(redirectUri)) },
  }
}
