/** What a good access token says (RFC 9068 §2.2). */
export type Access = {
  /** the user as the client knows it, or the client itself where it acts on its own */
  readonly sub: string
  /** the app that got the token */
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date
  /** every claim as it came */
  readonly claims: Readonly<Record<string, unknown>>
}

/** Reads the claims that every access token has; null where one is missing or of another kind. */
export function readAccess(claims: Readonly<Record<string, unknown>>): Access | null {
  const { sub, client_id: clientId, scope, exp } = claims
  if (typeof sub !== 'string' || typeof clientId !== 'string' || typeof exp !== 'number') return null
  const scopes = typeof scope === 'string' ? scope.split(' ').filter((each) => each !== '') : []
  return { sub, clientId, scopes, expiresAt: new Date(exp * 1000), claims }
}
