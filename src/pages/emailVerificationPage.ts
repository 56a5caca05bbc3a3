import type { Onward } from '../domain/browser/onward.ts'
import { renderPage } from './render.ts'
import type { View } from './view.ts'

/** What the pages about the confirmation of an address speak about. */
export type EmailVerificationPage =
  | { readonly step: 'done'; readonly onward: Onward }
  | {
      readonly step: 'password'
      readonly formToken: string
      /** of the mailed link */
      readonly token: string
      readonly isWrong: boolean
    }

/** Renders a page about the confirmation of an address. */
export function renderEmailVerificationPage(page: EmailVerificationPage, view: View): string {
  return renderPage('emailVerification', page, view)
}
