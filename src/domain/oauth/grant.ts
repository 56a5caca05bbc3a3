import { isSessionAlive } from '../account/session.ts'
import type { Session } from '../account/session.ts'
import type { User } from '../account/user.ts'
import type { ClaimsRequest } from '../oidc/claimsRequest.ts'

/** What a user allowed one app, once: every code and token made from it dies with it. */
export type Grant = {
  readonly id: string
  /** internal id of the client */
  readonly clientId: string
  readonly userId: string
  /** the session it was given in; null only when the session row has been cleaned away */
  readonly sessionId: string | null
  readonly scope: readonly string[]
  /** the one `resource` asked for (RFC 8707), null: the issuer is the audience */
  readonly resource: string | null
  /** claims about the user that were asked for one by one (OpenID Connect Core §5.5); null: none */
  readonly claims: Pick<ClaimsRequest, 'userinfo' | 'idToken'> | null
  /** `nonce` of the authentication request, null when none was sent (OpenID Connect Core §3.1.2.1) */
  readonly nonce: string | null
  readonly authenticatedAt: Date
  readonly amr: readonly string[]
  /** true with `offline_access`: outlives the session */
  readonly offline: boolean
  readonly createdAt: Date
  readonly revokedAt: Date | null
}

/** An authorization code (RFC 6749 §4.1.2), stored by the SHA-256 of its text. */
export type Code = {
  readonly hash: Buffer
  readonly redirectUri: string
  /** S256 challenge (RFC 7636 §4.2), null when none was sent */
  readonly codeChallenge: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly consumedAt: Date | null
}

/** A refresh token (RFC 6749 §1.5), stored by the SHA-256 of its text. */
export type RefreshToken = {
  readonly hash: Buffer
  /** 1 for the token that came with the code, then one more for each rotation */
  readonly generation: number
  readonly createdAt: Date
  readonly expiresAt: Date
  /** null while it may be used */
  readonly consumedAt: Date | null
  /** derives the successor: R(n+1) = HMAC-SHA-256(R(n), salt); null while unused */
  readonly salt: Buffer | null
}

/** Who and what stands behind a grant at this moment. `session` is null when the grant has none any more. */
export type GrantFacts = { readonly grant: Grant; readonly user: User; readonly session: Session | null }

/** Everything a redemption of a code looks at. */
export type CodeFacts = GrantFacts & { readonly code: Code }

/** Everything a refresh looks at. `successorConsumed` is true once the next generation was used itself. */
export type RefreshFacts = GrantFacts & { readonly token: RefreshToken; readonly successorConsumed: boolean }

/**
 * Tells why nothing may come of a grant any more, whatever is presented: one rule for codes, refresh and access tokens, so
 * that no kind of token forgets one of them. A grant with `offline_access` does not look at its session.
 *
 * @param idleSeconds  after which an unused session ends
 * @returns the reason for the log, or null while it lives
 */
export function findGrantEnd(facts: GrantFacts, idleSeconds: number, now: Date): string | null {
  if (facts.grant.revokedAt !== null) return 'grant revoked'
  if (facts.user.suspendedAt !== null) return 'user suspended'
  if (facts.grant.offline) return null
  if (facts.session === null) return 'session gone'
  return isSessionAlive(facts.session, idleSeconds, now) ? null : 'session ended'
}
