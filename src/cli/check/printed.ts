/**
 * What the contract prints of a value without printing the value. It follows the protocol of asymmetric matchers, so that the
 * tests of this repository compare with the very same objects.
 */
export type Described = { asymmetricMatch(value: unknown): boolean; toString(): string }

/** A text of this form. */
export function matching(pattern: RegExp, words = `a text like ${pattern.source}`): Described {
  return {
    asymmetricMatch: (value) => typeof value === 'string' && pattern.test(value),
    toString: () => words,
  }
}

/** A list that holds at least these values. */
export function including(...values: readonly string[]): Described {
  return {
    asymmetricMatch: (value) => Array.isArray(value) && values.every((each) => value.includes(each)),
    toString: () => `a list with ${values.join(', ')}`,
  }
}

/** Any text that is not empty. */
export const text = matching(/./, 'a text')

/** A JWT in the compact form (RFC 7519 §3). */
export const jwt = matching(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'a JWT')

/** A moment as the contract prints it: `2026-02-06T00:00:00Z`. */
export const timestamp = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'a moment, 2026-02-06T00:00:00Z')

/** An app as it is printed. */
export const application = {
  id: text,
  app_id: matching(/^app_/),
  name: 'My Application',
  description: 'Application description',
  redirect_uris: ['https://example.com/callback'],
  scopes: ['openid', 'profile', 'email'],
  created_at: timestamp,
}

/** Tokens of a user as they are printed. */
export const printedTokens = {
  access_token: text,
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: text,
  scope: 'openid profile email',
}

/** The metadata of an issuer as they are printed (OpenID Connect Discovery §3). */
export function printedDiscovery(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    userinfo_endpoint: `${issuer}/oauth2/userinfo`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: including('code', 'token'),
    grant_types_supported: including('authorization_code', 'client_credentials', 'refresh_token'),
    subject_types_supported: including('public'),
    id_token_signing_alg_values_supported: including('HS256'),
    scopes_supported: including('openid', 'profile', 'email', 'read', 'write'),
    token_endpoint_auth_methods_supported: including('client_secret_post', 'client_secret_basic'),
    claims_supported: including('sub', 'email', 'email_verified'),
  }
}

/** One difference between what is printed and what was seen, in words. */
export type Difference = { readonly at: string; readonly expected: string; readonly seen: string }

/** A difference as a sentence. */
export function inWords({ at, expected, seen }: Difference): string {
  return `${at}: expected ${expected}, seen ${seen}`
}

/** Members whose values are nobody's business. */
const secretive = /token|secret|password|code|redirect_uri|verifier/

/**
 * Where a value is not what is printed. Members that are not printed may be there; none may be missing.
 *
 * @param at  where the value stands, in words
 */
export function differencesOf(expected: unknown, seen: unknown, at = 'the body'): Difference[] {
  if (isDescribed(expected))
    return expected.asymmetricMatch(seen)
      ? []
      : [{ at, expected: String(expected), seen: wordsFor(seen, at) }]
  if (typeof expected !== 'object' || expected === null)
    return Object.is(expected, seen)
      ? []
      : [{ at, expected: JSON.stringify(expected), seen: wordsFor(seen, at) }]
  if (typeof seen !== 'object' || seen === null || Array.isArray(seen) !== Array.isArray(expected)) {
    const kind = Array.isArray(expected) ? 'a list' : 'an object'
    return [{ at, expected: kind, seen: wordsFor(seen, at) }]
  }
  return Object.entries(expected).flatMap(([name, value]) =>
    differencesOf(value, (seen as Record<string, unknown>)[name], at === 'the body' ? name : `${at}.${name}`),
  )
}

function isDescribed(value: unknown): value is Described {
  return typeof value === 'object' && value !== null && 'asymmetricMatch' in value
}

function wordsFor(value: unknown, at: string): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'string' && secretive.test(at)) return `a text of ${value.length} characters`
  const words = JSON.stringify(value) ?? typeof value
  return words.length > 100 ? `${words.slice(0, 100)}…` : words
}
