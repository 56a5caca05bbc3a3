import type { AuthorizationAnswer } from '../domain/oauth/authorizationResponse.ts'
import { contentSecurityPolicy, formTargetOf } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import type { FormPage } from './signInPage.ts'
import { viewFor, type View } from './view.ts'

/**
 * Renders the page that carries an answer to the app as a form (OAuth 2.0 Form Post Response Mode §2). A script of ours sends
 * it at once; without scripts there is a button.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderFormPostPage(
  { redirectUri, parameters }: AuthorizationAnswer,
  uiLocales: string | undefined,
  view: View,
): FormPage {
  const page = { redirectUri, parameters, host: new URL(redirectUri).host }
  return {
    body: renderPage('formPost', page, viewFor(view, uiLocales)),
    headers: {
      'content-security-policy': `${contentSecurityPolicy(formTargetOf(redirectUri))}; script-src 'self'`,
    },
  }
}
