import type { ErrorCode, PageOffer } from '../domain/refusal.ts'
import { renderPage } from './render.ts'
import type { View } from './view.ts'

/** What an error page tells: what happened, the id under which we find it, and the way back. */
export type ErrorPage = PageOffer & {
  readonly code: ErrorCode
  /** English; said when there is no `message` */
  readonly description: string
  readonly requestId: string
  /** the page that explains it to a developer */
  readonly explainedAt: string
}

/** Renders the page that a browser gets instead of a JSON error. */
export function renderErrorPage(error: ErrorPage, view: View): string {
  const { backUri } = error
  // The host and not the name of the app, which could be anybody's: people see where they are going.
  const backHost = backUri === undefined ? null : new URL(backUri).host
  return renderPage('error', { ...error, backHost }, view)
}
