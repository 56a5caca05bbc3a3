import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Client } from './client.ts'
import { valueOf } from './parameter.ts'

/** Every scope an app may register and ask for. */
export const supportedScopes: readonly string[] = [
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'read',
  'write',
  'offline_access',
]

/** Scopes that speak about a person: a client's own token can never have them. */
const personalScopes: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'address',
  'phone',
  'offline_access',
])

/** True for a scope that speaks about a person, and so is given by one. */
export function isPersonalScope(name: string): boolean {
  return personalScopes.has(name)
}

/**
 * Reads a scope (RFC 6749 §3.3): tokens of printable ASCII without `"` and `\`, one space between them. Repeated ones
 * count once; the order is kept.
 *
 * @returns null when the text does not follow that grammar, also when it is empty
 */
export function parseScope(text: string): readonly string[] | null {
  if (!/^[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*$/.test(text)) return null
  return [...new Set(text.split(' '))]
}

/** Writes a scope as RFC 6749 §3.3 does. */
export function formatScope(scope: readonly string[]): string {
  return scope.join(' ')
}

/**
 * Reads the `scope` parameter of a request.
 *
 * @returns null when it was not sent (or sent empty, RFC 6749 §3.1); `invalid_scope` when it is malformed
 */
export function requestedScope(parameter: string | undefined): readonly string[] | null | Refusal {
  const text = valueOf(parameter)
  if (text === undefined) return null
  return parseScope(text) ?? refuse('invalid_scope', 'The scope is malformed')
}

/** What a scope is asked for: a user's grant, a client's own token, or a refresh of what was `granted` (RFC 6749 §3.3, §4.4, §6). */
export type ScopePurpose = 'user' | 'client_credentials' | { readonly refresh: readonly string[] }

/**
 * Decides which scope is given.
 *
 * - `user`: at most the app's scopes. Not asked: all of them but `offline_access`, because a grant that outlives the
 *   session has to be asked for by name.
 * - `client_credentials`: at most the app's scopes that do not speak about a person; not asked: all of those, which may be none.
 * - `{ refresh: granted }`: at most what was granted and the app still has, so that a scope taken from the app is gone
 *   with the next refresh; not asked: all of that.
 *
 * @param requested  null when the request named none
 * @returns the scope (empty only for `client_credentials`), or `invalid_scope`
 */
export function decideScope(
  requested: readonly string[] | null,
  client: Client,
  purpose: ScopePurpose,
): readonly string[] | Refusal {
  const allowed = allowedScope(client, purpose)
  const scope = requested ?? defaultScope(allowed, purpose)
  if (!scope.every((name) => allowed.includes(name)))
    return refuse('invalid_scope', 'The scope exceeds what the application may ask for here')
  if (scope.length === 0 && purpose !== 'client_credentials')
    return refuse('invalid_scope', 'The application has no scope it could ask for here')
  return scope
}

function allowedScope(client: Client, purpose: ScopePurpose): readonly string[] {
  if (purpose === 'user') return client.scopes
  if (purpose === 'client_credentials') return client.scopes.filter((name) => !personalScopes.has(name))
  return purpose.refresh.filter((name) => client.scopes.includes(name))
}

function defaultScope(allowed: readonly string[], purpose: ScopePurpose): readonly string[] {
  return purpose === 'user' ? allowed.filter((name) => name !== 'offline_access') : allowed
}
