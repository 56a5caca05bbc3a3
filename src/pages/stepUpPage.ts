import { scriptedPolicy } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import type { FormPage, PasskeyOffer } from './signInPage.ts'
import type { View } from './view.ts'

/** What the page speaks about that asks once more who is signed in. */
export type StepUpPage = {
  readonly email: string
  /** the page of ours to come back to */
  readonly returnTo: string
  readonly formToken: string
  /** what the account is proven by */
  readonly factor: 'password' | 'totp' | 'email'
  /** what was wrong with the proof just sent; null: nothing was sent */
  readonly wrong: 'password' | 'code' | 'passkey' | null
  /** true when a code has just been mailed */
  readonly isSent: boolean
  readonly passkey: PasskeyOffer
}

/** Renders the page that asks once more who is signed in. */
export function renderStepUpPage(page: StepUpPage, view: View): FormPage {
  return {
    body: renderPage('stepUp', page, view),
    headers: { 'content-security-policy': scriptedPolicy() },
  }
}
