import type { PasswordProblem } from '../domain/account/password.ts'
import { goalFields, withGoal, type Goal } from '../domain/browser/goal.ts'
import { scriptedPolicy } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import { policyTowards, type Destination, type FormPage } from './signInPage.ts'
import { viewFor, type View } from './view.ts'

/** What is wrong with the form that was sent. */
export type SignUpProblem = 'address' | 'taken' | PasswordProblem

/** What the pages of a registration speak about. */
export type SignUpPage = {
  readonly goal: Goal
} & (
  | { readonly step: 'closed' | 'sent' }
  | {
      readonly step: 'form'
      /** null: a page of ours */
      readonly destination: Destination | null
      readonly formToken: string
      readonly login: string
      readonly minCharacters: number
      readonly problem: SignUpProblem | null
    }
)

/**
 * Renders a page of a registration.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderSignUpPage(page: SignUpPage, uiLocales: string | undefined, view: View): FormPage {
  const { goal } = page
  const destination = page.step === 'form' ? page.destination : null
  const data = {
    ...page,
    face: destination?.face ?? null,
    fields: goalFields(goal),
    signInHref: withGoal('/signin', goal),
  }
  return {
    body: renderPage('signUp', data, viewFor(view, uiLocales)),
    headers: {
      'content-security-policy': page.step === 'form' ? policyTowards(destination) : scriptedPolicy(),
    },
  }
}
