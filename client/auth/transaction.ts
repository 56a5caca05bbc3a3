import { toBase64url } from '../jwt/base64url.ts'
import { AuthError } from './authError.ts'
import type { Configuration } from './configuration.ts'

/** A sign-in that has begun: what the answer has to fit (RFC 6749 §10.12, RFC 7636 §4.1, OpenID Connect Core §3.1.2.1). */
export type Transaction = {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  /** seconds that the sign-in may be old at most; undefined: any */
  readonly maxAge?: number
  /** handed back to the app after the sign-in */
  readonly appState?: unknown
}

/** What a sign-in may ask for beyond what the app always asks for. */
export type LoginOptions = {
  /** handed back by `handleRedirectCallback`, such as where the user was; has to survive JSON */
  readonly appState?: unknown
  /** `none`: only if no page is needed (else `login_required`); `login`, `consent`, `select_account`: that page in any case */
  readonly prompt?: 'none' | 'login' | 'consent' | 'select_account'
  /** what the address field starts with */
  readonly loginHint?: string
  /** seconds that an earlier sign-in may be old at most */
  readonly maxAge?: number
  /** authentication contexts the app would like, best first: `aal2` */
  readonly acrValues?: string
  /** languages of the pages, best first: `de en` */
  readonly uiLocales?: string
}

/** Sign-ins that are kept at a time: a person may have begun one and left it. */
const keptTransactions = 5

/** Begins a sign-in: keeps what the answer has to fit, and returns the URL to go to. */
export async function beginTransaction(
  configuration: Configuration,
  { appState, ...asked }: LoginOptions,
): Promise<string> {
  const { maxAge } = asked
  const [state, nonce, codeVerifier] = [createRandom(), createRandom(), createRandom()]
  const begun: Transaction = { state, nonce, codeVerifier, maxAge, appState }
  const others = await readTransactions(configuration)
  await writeTransactions(configuration, [begun, ...others].slice(0, keptTransactions))
  return urlOf(configuration.issuer, '/oauth2/authorize', {
    response_type: 'code',
    client_id: configuration.clientId,
    redirect_uri: configuration.redirectUri,
    scope: configuration.scope,
    resource: configuration.resource,
    state,
    nonce,
    code_challenge: await challengeOf(codeVerifier),
    code_challenge_method: 'S256',
    prompt: asked.prompt,
    login_hint: asked.loginHint,
    max_age: maxAge?.toString(),
    acr_values: asked.acrValues,
    ui_locales: asked.uiLocales,
  })
}

/** Ends a sign-in that this browser has begun: its answer counts once. @throws AuthError  `state_mismatch` */
export async function endTransaction(configuration: Configuration, state: string): Promise<Transaction> {
  const begun = await readTransactions(configuration)
  const transaction = begun.find((each) => each.state === state)
  if (transaction === undefined)
    throw new AuthError('state_mismatch', 'This browser has not begun that sign-in, or it is finished')
  await writeTransactions(
    configuration,
    begun.filter((each) => each !== transaction),
  )
  return transaction
}

/** A URL of the service; parameters that are undefined are left out. */
export function urlOf(
  issuer: string,
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(parameters).filter(
    (parameter): parameter is [string, string] => parameter[1] !== undefined,
  )
  return `${issuer}${path}?${new URLSearchParams(given).toString()}`
}

/** 256 bits that nobody can guess, 43 characters. */
export function createRandom(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(32)))
}

async function challengeOf(codeVerifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier))
  return toBase64url(new Uint8Array(digest))
}

function keyOf({ name }: Configuration): string {
  return `${name}:begun`
}

async function readTransactions(configuration: Configuration): Promise<readonly Transaction[]> {
  const text = await configuration.transactions.get(keyOf(configuration))
  return text === null ? [] : (JSON.parse(text) as Transaction[])
}

async function writeTransactions(
  configuration: Configuration,
  transactions: readonly Transaction[],
): Promise<void> {
  await configuration.transactions.set(keyOf(configuration), JSON.stringify(transactions))
}
