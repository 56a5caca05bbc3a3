import type { PasswordProblem } from '../domain/account/password.ts'
import { withGoal } from '../domain/browser/goal.ts'
import type { Onward } from '../domain/browser/onward.ts'
import { renderPage } from './render.ts'
import type { View } from './view.ts'

/** What the pages of a password reset speak about. */
export type PasswordResetPage =
  | { readonly step: 'sent'; readonly transaction: string }
  | { readonly step: 'changed'; readonly onward: Onward }
  | {
      readonly step: 'address'
      /** the authorization to come back to; empty: none */
      readonly transaction: string
      readonly formToken: string
      readonly login: string
      readonly isWrong: boolean
    }
  | {
      readonly step: 'password'
      readonly transaction: string
      readonly formToken: string
      /** of the mailed link */
      readonly token: string
      readonly minCharacters: number
      /** null: none was sent yet */
      readonly problem: PasswordProblem | null
    }

/** Renders a page of a password reset. */
export function renderPasswordResetPage(page: PasswordResetPage, view: View): string {
  const transaction = page.step === 'changed' ? '' : page.transaction
  const signInHref = withGoal('/signin', { transaction, returnTo: '' })
  return renderPage('passwordReset', { ...page, signInHref }, view)
}
