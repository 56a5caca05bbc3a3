import { AuthError } from './authError.ts'
import type { Configuration } from './configuration.ts'
import type { AuthUser, SessionStore } from './session.ts'
import type { AuthState } from './state.ts'
import type { Tokens } from './tokens.ts'
import { endTransaction } from './transaction.ts'

/** A sign-in that came about. */
export type SignedIn = {
  readonly user: AuthUser
  /** what `loginWithRedirect` was given */
  readonly appState: unknown
}

/**
 * Makes the function that ends a sign-in with the URL which the browser came back to. For one URL it does so once: a page that
 * asks twice, as React does in development, gets the same answer twice.
 */
export function createSignIn(
  configuration: Configuration,
  { sessions, state, tokens }: { sessions: SessionStore; state: AuthState; tokens: Tokens },
): (url: string) => Promise<SignedIn> {
  const answers = new Map<string, Promise<SignedIn>>()
  async function finish(url: string): Promise<SignedIn> {
    const parameters = readAnswer(url)
    clearLocation(url)
    const transaction = await endTransaction(configuration, parameters.get('state') ?? '')
    const session = await tokens.redeem(codeOf(parameters, configuration), transaction)
    await sessions.write(session)
    await state.announce({ kind: 'changed' })
    return { user: session.user, appState: transaction.appState }
  }
  return (url) => {
    const answer = answers.get(url) ?? finish(url)
    answers.set(url, answer)
    return answer
  }
}

/** True for a URL that answers a sign-in (RFC 6749 §4.1.2). */
export function isAnswer(url: string): boolean {
  const parameters = URL.parse(url)?.searchParams
  return parameters?.has('state') === true && (parameters.has('code') || parameters.has('error'))
}

function readAnswer(url: string): URLSearchParams {
  if (isAnswer(url)) return new URL(url).searchParams
  throw new AuthError(
    'invalid_callback',
    'The URL answers no sign-in: it has no state with a code or an error',
  )
}

/** The issuer first: only then is it known who speaks (RFC 9207 §2.4). */
function codeOf(parameters: URLSearchParams, { issuer }: Configuration): string {
  const iss = parameters.get('iss')
  if (iss !== issuer)
    throw new AuthError('issuer_mismatch', `The answer comes from ${iss ?? 'nobody'} instead of ${issuer}`)
  const error = parameters.get('error')
  if (error === null) return parameters.get('code') ?? ''
  throw new AuthError(error, parameters.get('error_description') ?? 'The sign-in did not come about')
}

/** The code is of no more use: out of the address bar, so that nobody reloads, bookmarks or shares it. */
function clearLocation(url: string): void {
  if (typeof location === 'undefined' || location.href !== url) return
  const clean = new URL(url)
  for (const name of ['code', 'state', 'iss', 'error', 'error_description', 'error_uri'])
    clean.searchParams.delete(name)
  history.replaceState(history.state, '', clean)
}
