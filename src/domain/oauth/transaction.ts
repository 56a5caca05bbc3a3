import { refuse, type PageMessage, type Refusal } from '../refusal.ts'
import { equalHashes } from '../token/secret.ts'
import type { SignInPage } from './interaction.ts'

/** The parameters of an authorization request that are kept, as they came: text by name. */
export type StoredParameters = Readonly<Partial<Record<(typeof parameterNames)[number], string>>>

/** An authorization under way in a browser: the request, while the person signs in and decides. */
export type AuthorizationTransaction = {
  /** SHA-256 of the id that pages and forms carry */
  readonly hash: Buffer
  /** SHA-256 of the secret of the browser it belongs to; null: it came by form, and no browser has gone on with it yet */
  readonly browserHash: Buffer | null
  readonly parameters: StoredParameters
  readonly createdAt: Date
  readonly expiresAt: Date
  /** null until an answer went to the app */
  readonly consumedAt: Date | null
}

const parameterNames = [
  'response_type',
  'response_mode',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'resource',
  'prompt',
  'max_age',
  'request',
  'request_uri',
  'login_hint',
  'id_token_hint',
  'ui_locales',
  'claims',
] as const

/** Characters of a link back; a longer one may not fit into the request that it makes. */
const longestLink = 8000

/** Seconds after its end for which an authorization is remembered, so that its page can still say how to begin again. */
export const rememberedSeconds = 86_400

/** Picks what is kept of a request: unknown parameters mean nothing here (RFC 6749 §3.1), empty ones count as not sent. */
export function storedParameters(given: Readonly<Record<string, unknown>>): StoredParameters {
  const kept = parameterNames.flatMap((name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  return Object.fromEntries(kept)
}

/** The URL of the page that a step happens on. */
export function pageUri(page: SignInPage | 'signin/code' | 'consent', id: string, issuer: string): string {
  return `${issuer}/${page}?transaction=${id}`
}

/** The same request once an account was chosen for it: nobody is asked again who it is. */
export function withoutChoice({ prompt = '', ...parameters }: StoredParameters): StoredParameters {
  const left = prompt.split(' ').filter((value) => value !== 'select_account')
  return left.length === 0 ? parameters : { ...parameters, prompt: left.join(' ') }
}

/** The link that begins the same authorization again; undefined when it would be too long for a URL. */
export function startAgainUri(parameters: StoredParameters, issuer: string): string | undefined {
  const given = parameterNames.flatMap((name) => {
    const value = parameters[name]
    return value === undefined ? [] : [[name, value] as [string, string]]
  })
  const link = `${issuer}/oauth2/authorize?${new URLSearchParams(given)}`
  return link.length <= longestLink ? link : undefined
}

/**
 * Decides whether an authorization may go on in this browser. To another browser it is as good as unknown: nothing of it is
 * told, not even that it exists.
 *
 * @param transaction  null when none has that id
 * @param browserHash  SHA-256 of the browser's secret cookie; null when it sent none
 * @returns null, or `invalid_request` with a page that shows the way back
 */
export function checkTransaction(
  transaction: AuthorizationTransaction | null,
  browserHash: Buffer | null,
  issuer: string,
  now: Date,
): Refusal | null {
  if (transaction === null) return unknown('no such authorization')
  if (browserHash === null) return unknown('no browser cookie')
  if (transaction.browserHash === null) return unknown('authorization not bound to a browser yet')
  if (!equalHashes(transaction.browserHash, browserHash)) return unknown('authorization of another browser')
  if (transaction.consumedAt !== null) return refuseFinished(transaction, issuer)
  if (transaction.expiresAt.getTime() <= now.getTime())
    return back(transaction, issuer, 'transaction_expired', 'This sign-in took too long and has expired')
  return null
}

/** The answer to whoever comes back to an authorization that the app has had its answer for. */
export function refuseFinished(transaction: AuthorizationTransaction, issuer: string): Refusal {
  return back(transaction, issuer, 'transaction_finished', 'This sign-in is finished already')
}

/** The answer when app or server have changed so much that the request is not good any more: beginning again tells the app. */
export function refuseOutdated(transaction: AuthorizationTransaction, issuer: string): Refusal {
  return back(
    transaction,
    issuer,
    'transaction_expired',
    'The application has changed since this sign-in began',
  )
}

function unknown(reason: string): Refusal {
  const description = 'This sign-in was started in another browser, has expired, or cookies are turned off'
  return refuse('invalid_request', description, reason, { page: { message: 'transaction_unknown' } })
}

function back(
  { parameters }: AuthorizationTransaction,
  issuer: string,
  message: PageMessage,
  description: string,
): Refusal {
  return refuse('invalid_request', description, undefined, {
    page: { message, startAgainUri: startAgainUri(parameters, issuer) },
  })
}
