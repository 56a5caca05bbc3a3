import type { Onward } from '../domain/browser/onward.ts'
import { renderPage } from './render.ts'
import type { View } from './view.ts'

/** What the pages about another address of an account speak about. */
export type EmailChangePage =
  | { readonly step: 'done'; readonly onward: Onward }
  | {
      readonly step: 'password'
      readonly formToken: string
      /** of the mailed link */
      readonly token: string
      readonly isWrong: boolean
    }

/** Renders a page about another address of an account. */
export function renderEmailChangePage(page: EmailChangePage, view: View): string {
  return renderPage('emailChange', page, view)
}
