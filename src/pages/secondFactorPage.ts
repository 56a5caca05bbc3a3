import { goalFields, withGoal, type Goal } from '../domain/browser/goal.ts'
import { renderPage } from './render.ts'
import { policyTowards, type Destination, type FormPage, type PasskeyOffer } from './signInPage.ts'
import { viewFor, type View } from './view.ts'

/** What the page that asks for the second factor speaks about. */
export type SecondFactorPage = {
  /** null: a page of ours */
  readonly destination: Destination | null
  readonly goal: Goal
  readonly formToken: string
  /** of the form that sends a passkey instead */
  readonly passkeyToken: string
  /** where the codes come from */
  readonly factor: 'totp' | 'email'
  /** true when the code just sent was wrong */
  readonly isWrong: boolean
  /** true when another code has just been mailed */
  readonly isSent: boolean
  /** null: the account has no passkey */
  readonly passkey: PasskeyOffer | null
}

/**
 * Renders the page that asks for the second factor.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderSecondFactorPage(
  page: SecondFactorPage,
  uiLocales: string | undefined,
  view: View,
): FormPage {
  const { destination, goal } = page
  const face = destination?.face ?? null
  const data = { ...page, face, fields: goalFields(goal), backHref: withGoal('/signin', goal) }
  return {
    body: renderPage('secondFactor', data, viewFor(view, uiLocales)),
    headers: { 'content-security-policy': policyTowards(destination) },
  }
}
