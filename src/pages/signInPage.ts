import { goalFields, withGoal, type Goal } from '../domain/browser/goal.ts'
import type { AppFace } from './appFace.ts'
import { formTargetOf, scriptedPolicy } from './contentSecurityPolicy.ts'
import { renderPage } from './render.ts'
import { viewFor, type View } from './view.ts'

/** The app that somebody goes on to. */
export type Destination = { readonly face: AppFace; readonly redirectUri: string }

/** What a page holds so that its script can ask for a passkey. */
export type PasskeyOffer = {
  readonly challengeId: string
  /** JSON for `navigator.credentials.get()` */
  readonly options: string
}

/** What the sign-in page speaks about. */
export type SignInPage = {
  /** null: a page of ours */
  readonly destination: Destination | null
  readonly goal: Goal
  readonly formToken: string
  /** what the address field starts with; empty: nothing */
  readonly login: string
  /** what was wrong with the proof just sent; null: nothing was sent */
  readonly wrong: 'password' | 'passkey' | null
  readonly passkey: PasskeyOffer
  /** whether people may make accounts themselves */
  readonly mayRegister: boolean
}

/** A page with the policy that lets its form lead to the app. */
export type FormPage = {
  readonly body: string
  readonly headers: { readonly 'content-security-policy': string }
}

/**
 * Renders the sign-in page.
 *
 * @param uiLocales  the languages that the app asks for; undefined: none
 */
export function renderSignInPage(page: SignInPage, uiLocales: string | undefined, view: View): FormPage {
  const { destination, goal } = page
  const data = {
    ...page,
    face: destination?.face ?? null,
    fields: goalFields(goal),
    signUpHref: page.mayRegister ? withGoal('/signup', goal) : null,
    resetHref: withGoal('/reset-password', { ...goal, returnTo: '' }),
  }
  return {
    body: renderPage('signIn', data, viewFor(view, uiLocales)),
    headers: { 'content-security-policy': policyTowards(destination) },
  }
}

/** The policy of a page with scripts of ours whose form may lead on to an app. */
export function policyTowards(destination: Destination | null): string {
  return destination === null
    ? scriptedPolicy()
    : scriptedPolicy(formTargetOf(destination.redirectUri), destination.face.logo)
}
