import type { Session } from '../account/session.ts'
import type { User } from '../account/user.ts'
import { isRefusal, refuse, type Refusal } from '../refusal.ts'
import { decideConsent, scopeToConsent, type AuthorizationRequest } from './authorizationRequest.ts'
import type { Client } from './client.ts'

/** Who is signed in in a browser. */
export type SignedIn = { readonly session: Session; readonly user: User }

/** What decides how an authorization goes on in a browser. */
export type InteractionFacts = {
  readonly client: Client
  readonly request: AuthorizationRequest
  /** null: nobody is signed in */
  readonly signedIn: SignedIn | null
  /** what that user agreed to before; null: never anything */
  readonly consented: readonly string[] | null
  /** the `sub` under which the app knows who is signed in; null: nobody is */
  readonly subject: string | null
  /** the subject that the app expects (`hintedSubject`); null or left out: whoever it is */
  readonly hintedSubject?: string | null
  /** what the person decides in this very request */
  readonly consent?: 'approve' | 'deny' | undefined
  /** when the authorization began: a sign-in since then was made for it */
  readonly startedAt: Date
  readonly now: Date
}

/**
 * The page that asks who it is: the sign-in itself; for `prompt=create` the registration; for `prompt=select_account` the choice
 * between who is signed in and somebody else.
 */
export type SignInPage = 'signin' | 'signup' | 'signin/accounts'

/** How it goes on: ask who it is, ask for the decision, or answer the app. */
export type Interaction =
  | { readonly outcome: 'sign_in'; readonly by: SignInPage }
  | { readonly outcome: 'consent' }
  | {
      readonly outcome: 'finish'
      readonly signedIn: SignedIn
      readonly consent: 'granted' | { readonly record: readonly string[] }
    }

/**
 * Decides how an authorization goes on in a browser (OpenID Connect Core §3.1.2.3, §3.1.2.4).
 *
 * `prompt=login` and `max_age` are satisfied by a sign-in that was made since the authorization began, however long the
 * person then thinks about the decision: whoever is asked again for every look at the page never arrives. How fresh a sign-in
 * has to be for a first consent is decided as in the API flow (`decideConsent`).
 *
 * Where the app expects somebody (`id_token_hint`), nobody else's answer is given (§3.1.2.1): another one is asked to sign in
 * once, and then the app hears `login_required`.
 *
 * @returns the next step; or what the app is told at its redirect URI: `access_denied`, and with `prompt=none`
 *   `login_required` or `consent_required` (§3.1.2.6)
 */
export function decideInteraction(facts: InteractionFacts): Interaction | Refusal {
  const { client, request, signedIn, consented, consent, startedAt, now } = facts
  // A "no" needs no proof, and ends it.
  if (consent === 'deny') return refuse('access_denied', 'The user denied the request')
  const mayAsk = !request.prompt.includes('none')
  if (signedIn === null)
    return mayAsk
      ? { outcome: 'sign_in', by: pageFor(request, false) }
      : refuse('login_required', 'The user has to sign in')
  const { session, user } = signedIn
  const isSignedInForThis = session.authenticatedAt.getTime() >= startedAt.getTime()
  const expected = facts.hintedSubject ?? request.claims.subject
  const isExpected = expected === null || expected === facts.subject
  if ((asksSignIn(request) || !isExpected) && !isSignedInForThis)
    return mayAsk
      ? { outcome: 'sign_in', by: pageFor(request, isExpected) }
      : refuse('login_required', 'The user has to sign in again')
  if (!isExpected) return refuse('login_required', 'Another user has signed in')
  const decided = decideConsent({
    client,
    user,
    session,
    scope: scopeToConsent(request),
    essentialAcr: request.claims.essentialAcr,
    consented,
    consent,
    prompt: request.prompt.filter((value) => value !== 'login'),
    maxAgeSeconds: isSignedInForThis ? null : request.maxAgeSeconds,
    now,
  })
  if (!isRefusal(decided)) return { outcome: 'finish', signedIn, consent: decided }
  if (mayAsk && decided.code === 'insufficient_user_authentication')
    return { outcome: 'sign_in', by: 'signin' }
  if (mayAsk && decided.code === 'consent_required') return { outcome: 'consent' }
  return decided
}

/**
 * The subject that an app expects, by an ID token of ours (`id_token_hint`, OpenID Connect Core §3.1.2.1), which may have expired
 * long ago.
 *
 * @param claims  of the token, whose signature was verified; null: none was sent, or it is none of ours, and is ignored
 */
export function hintedSubject(
  claims: Readonly<Record<string, unknown>> | null,
  client: Client,
  issuer: string,
): string | null {
  if (claims === null || claims['iss'] !== issuer || claims['aud'] !== client.clientId) return null
  return typeof claims['sub'] === 'string' ? claims['sub'] : null
}

/** True when the request asks for a new sign-in whoever is signed in; `max_age=0` means the same (§3.1.2.1). */
function asksSignIn(request: AuthorizationRequest): boolean {
  const { prompt } = request
  return asksProof(request) || prompt.includes('select_account') || prompt.includes('create')
}

function asksProof({ prompt, maxAgeSeconds }: AuthorizationRequest): boolean {
  return prompt.includes('login') || maxAgeSeconds === 0
}

/** @param mayStay  whether who is signed in may be the one that is chosen */
function pageFor(request: AuthorizationRequest, mayStay: boolean): SignInPage {
  if (request.prompt.includes('create')) return 'signup'
  return mayStay && !asksProof(request) ? 'signin/accounts' : 'signin'
}
