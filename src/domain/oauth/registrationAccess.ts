import { refuse, type Refusal } from '../refusal.ts'
import { equalHashes, hashSecret } from '../token/secret.ts'
import type { Client, ClientSecret } from './client.ts'
import type { RegisteredClient } from './registration.ts'
import { isPersonalScope } from './scope.ts'

/** Clients that may have registered themselves in `open` mode: a bound for what strangers can make us keep. */
export const mostOpenRegistrations = 10_000

/** The one answer to a registration access token that is none, is another client's, or was that of one that is gone. */
export const noSuchRegistration = refuse(
  'invalid_token',
  'The registration access token is invalid here',
  'registration token unknown',
)

/** The answer where too many have. */
export const registrationFull = refuse(
  'access_denied',
  'No more clients can register themselves here',
  'client registrations full',
)

/**
 * Decides whether a registration token opens the registration that a path names: only its own client's.
 *
 * @returns `invalid_token` for every other, whether or not there is such a client (RFC 7592 §2.1)
 */
export function checkOwnRegistration({ client }: RegisteredClient, clientId: string): Refusal | null {
  return client.clientId === clientId ? null : noSuchRegistration
}

/**
 * Decides whether an initial access token (RFC 7591 §1.2) is one of the operator's. Compares with every one, so that the
 * time does not tell which.
 *
 * @param presented  null: none was sent
 */
export function checkInitialToken(presented: string | null, tokens: readonly string[]): Refusal | null {
  if (presented === null)
    return refuse('invalid_token', 'No access token was presented', 'no token presented')
  const hash = hashSecret(presented)
  const found = tokens.map((token) => equalHashes(hash, hashSecret(token))).includes(true)
  return found
    ? null
    : refuse('invalid_token', 'The initial access token is invalid', 'initial access token unknown')
}

/**
 * Decides whether an update is one of this client: its `client_id` and, where it is sent, its secret cannot be changed
 * (RFC 7592 §2.2).
 *
 * @param secrets  all that the client has
 */
export function checkUpdate(
  body: { readonly client_id: string; readonly client_secret?: string | null | undefined },
  client: Client,
  secrets: readonly ClientSecret[],
): Refusal | null {
  if (body.client_id !== client.clientId)
    return refuse('invalid_client_metadata', 'client_id must be that of the registration')
  const presented = body.client_secret ?? null
  if (presented === null) return null
  const hash = hashSecret(presented)
  const isOwn = secrets.map((secret) => equalHashes(hash, secret.hash)).includes(true)
  return isOwn ? null : refuse('invalid_client_metadata', 'client_secret cannot be changed')
}

/** True where nobody vouched for a client when it registered, as far as its scopes tell: a change of it gets it no others. */
export function isFromStranger({ scopes }: Client): boolean {
  return scopes.every(isPersonalScope)
}
