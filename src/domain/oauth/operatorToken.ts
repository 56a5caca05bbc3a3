import { numericDate } from '../moment.ts'
import { isPersonalScope, parseScope } from './scope.ts'

/**
 * A client access token that the operator made by hand: for a program without user and without registered app. It opens
 * nothing of ours but metrics; a resource server learns by introspection what it stands for.
 */
export type OperatorToken = {
  /** UUIDv7; its `jti` at introspection */
  readonly id: string
  /** what the operator calls it */
  readonly name: string
  readonly scope: readonly string[]
  readonly createdAt: Date
  /** null: never */
  readonly expiresAt: Date | null
  /** written at most once a minute; null: not yet used */
  readonly lastUsedAt: Date | null
}

/** An operator's token with the SHA-256 of its text, which is all that is kept of it. */
export type OperatorTokenSecret = { readonly token: OperatorToken; readonly hash: Buffer }

/** Tells whether an operator's token still works. What it may open is for whoever asks to say. */
export function isOperatorTokenAlive(token: OperatorToken, now: Date): boolean {
  return token.expiresAt === null || token.expiresAt.getTime() > now.getTime()
}

/**
 * Tells what is wrong with the scope of an operator's token. What speaks about a person (`openid`, `email` …) is refused:
 * there is none behind it.
 *
 * @param text  scopes separated by spaces or commas
 * @returns the scopes; or what is wrong, a sentence that begins with "the scope"
 */
export function readOperatorScope(
  text: string,
): { readonly scope: readonly string[] } | { readonly error: string } {
  const scope = parseScope(
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .join(' '),
  )
  if (scope === null)
    return { error: 'the scope must be one word or more, such as "metrics" or "read write"' }
  const personal = scope.find(isPersonalScope)
  if (personal !== undefined)
    return { error: `the scope ${personal} speaks about a person, and there is none behind a client token` }
  return { scope }
}

/** What introspection tells of it (RFC 7662 §2.2): no `sub` and no `client_id`, since it speaks for nobody. */
export function operatorTokenClaims(token: OperatorToken, issuer: string) {
  return {
    iss: issuer,
    aud: issuer,
    jti: token.id,
    iat: numericDate(token.createdAt),
    ...(token.expiresAt !== null && { exp: numericDate(token.expiresAt) }),
    scope: token.scope.join(' '),
  }
}
