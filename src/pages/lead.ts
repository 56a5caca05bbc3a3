import { answerUri, type AuthorizationAnswer } from '../domain/oauth/authorizationResponse.ts'
import { renderFormPostPage } from './formPostPage.ts'
import type { FormPage } from './signInPage.ts'
import type { View } from './view.ts'

/** How a browser is led on: by a redirect (303), or by a page that holds a form for the app (200). */
export type Lead = { readonly location: string } | FormPage

/**
 * Leads a browser on: to a page of ours, or with an answer to the app, in the way that the app asked for.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function lead(
  next: { readonly page: string } | AuthorizationAnswer,
  uiLocales: string | undefined,
  view: View,
): Lead {
  if ('page' in next) return { location: next.page }
  if (next.mode !== 'form_post') return { location: answerUri(next) }
  return renderFormPostPage(next, uiLocales, view)
}
