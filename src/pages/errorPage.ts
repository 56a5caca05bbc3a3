import type { ErrorCode, PageMessage } from '../domain/refusal.ts'
import { renderPage } from './render.ts'
import type { View } from './view.ts'

/** What an error page tells: what happened, the id under which we find it, and the way back. */
export type ErrorPage = {
  readonly code: ErrorCode
  /** English; said when there is no `message` */
  readonly description: string
  readonly requestId: string
  /** the page that explains it to a developer */
  readonly explainedAt: string
  /** what happened, in the person's language */
  readonly message?: PageMessage
  readonly startAgainUri?: string | undefined
}

/** Renders the page that a browser gets instead of a JSON error. */
export function renderErrorPage(error: ErrorPage, view: View): string {
  return renderPage('error', error, view)
}
