import type { ErrorCode } from '../domain/refusal.ts'
import { renderPage } from './render.ts'

/** What an error page tells: what happened, and the id under which we find it. */
export type ErrorPage = { readonly code: ErrorCode; readonly description: string; readonly requestId: string }

/** Renders the page that a browser gets instead of a JSON error. */
export function renderErrorPage(error: ErrorPage, acceptLanguage: string | undefined): string {
  return renderPage('error', error, acceptLanguage)
}
