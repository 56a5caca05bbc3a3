import { numericDate } from '../moment.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { User } from '../account/user.ts'
import type { AccessTokenFacts } from '../oauth/accessToken.ts'

/** Claims about a user (OpenID Connect Core §5.1), as userinfo gives them. */
export type UserinfoClaims = {
  readonly sub: string
  /** with scope `email` */
  readonly email?: string
  /** with scope `email` */
  readonly email_verified?: boolean
  /** seconds since 1970; with scope `profile` */
  readonly updated_at?: number
}

/** The claims a scope opens (OpenID Connect Core §5.4). */
export function userinfoClaims(user: User, scope: readonly string[]): UserinfoClaims {
  return {
    sub: user.id,
    ...(scope.includes('email') && { email: user.email, email_verified: user.emailVerified }),
    ...(scope.includes('profile') && { updated_at: numericDate(user.updatedAt) }),
  }
}

/**
 * Decides what userinfo answers to the bearer of a live access token (OpenID Connect Core §5.3). A token made for another
 * resource has no business here (RFC 9068 §4), nor has a client's own, which speaks of no user.
 *
 * @param facts   what `decideAccessToken` let pass
 * @param issuer  the audience userinfo belongs to
 * @returns the claims, `invalid_token`, or `insufficient_scope` without `openid`
 */
export function decideUserinfo(facts: AccessTokenFacts, issuer: string): UserinfoClaims | Refusal {
  const { token, user } = facts
  if (token.audience !== issuer)
    return refuse('invalid_token', 'The access token is for another resource', 'audience is not the issuer')
  if (!token.scope.includes('openid') || user === null)
    return refuse('insufficient_scope', 'The access token lacks the scope openid', undefined, {
      scope: 'openid',
    })
  return userinfoClaims(user, token.scope)
}
