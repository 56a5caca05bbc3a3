import type { Profile } from '../account/profile.ts'
import type { Session } from '../account/session.ts'
import type { User } from '../account/user.ts'
import { numericDate } from '../moment.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Client } from './client.ts'
import { findGrantEnd } from './grant.ts'
import type { Grant } from './grant.ts'
import { subjectOf } from '../oidc/subject.ts'
import { formatScope, parseScope } from './scope.ts'

/** The claims of an access token, whichever format it travels in (RFC 9068 §2.2). */
export type AccessToken = {
  /** unique; deny lists key on it, never on the token's text */
  readonly jti: string
  /** internal id of the client */
  readonly clientId: string
  /** null: a client's own token (client_credentials) */
  readonly userId: string | null
  /** null: a client's own token */
  readonly grantId: string | null
  readonly scope: readonly string[]
  readonly audience: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** What decides whether an access token still works: everything that may have ended since it was issued. */
export type AccessTokenFacts = {
  readonly token: Omit<AccessToken, 'clientId'>
  /** null: the client was deleted */
  readonly client: Client | null
  /** null: a client's own token, or the user is gone */
  readonly user: User | null
  /** what else was read of the user; left out where nothing was */
  readonly known?: { readonly profile: Profile; readonly pictureId: string | null }
  readonly grant: Grant | null
  readonly session: Session | null
  /** true when this very token was revoked */
  readonly revoked: boolean
}

/** The claims of an access token in the form of a JWT (RFC 9068 §2.2). `gid` is ours: the grant it came from. */
export type AccessTokenClaims = {
  readonly iss: string
  /** the user as the client knows it (OpenID Connect Core §8), or the public `client_id` of a client's own token */
  readonly sub: string
  readonly aud: string
  readonly client_id: string
  readonly jti: string
  readonly iat: number
  readonly exp: number
  /** left out when empty */
  readonly scope?: string
  /** left out in a client's own token */
  readonly gid?: string
}

/**
 * What a JWT access token says of itself. It names its client by the public `client_id`, never by the internal id, and its user
 * only by the grant: the `sub` may be a pairwise one.
 */
export type JwtAccessToken = Omit<AccessToken, 'clientId' | 'userId'> & {
  readonly publicClientId: string
  readonly subject: string
}

/**
 * Writes an access token as claims (RFC 9068 §2.2).
 *
 * @param facts  `clientId` is the public one; `sub` what the client knows the user by, or the public `client_id` when the token has no user
 */
export function accessTokenClaims(
  token: Omit<AccessToken, 'clientId'>,
  facts: { readonly issuer: string; readonly clientId: string; readonly sub: string },
): AccessTokenClaims {
  return {
    iss: facts.issuer,
    sub: facts.sub,
    aud: token.audience,
    client_id: facts.clientId,
    jti: token.jti,
    iat: numericDate(token.issuedAt),
    exp: numericDate(token.expiresAt),
    ...(token.scope.length > 0 && { scope: formatScope(token.scope) }),
    ...(token.grantId !== null && { gid: token.grantId }),
  }
}

/**
 * Reads the claims of an access token whose signature, algorithm and `typ` were verified. Proves the shape again: the same
 * key signs ID tokens, and a claim of another type must not slip through. Whether it has expired is decided later.
 *
 * @returns null when it is none of ours: another issuer, a member missing or of another type
 */
export function parseAccessTokenClaims(claims: unknown, issuer: string): JwtAccessToken | null {
  if (typeof claims !== 'object' || claims === null) return null
  const {
    iss,
    sub,
    aud,
    client_id,
    jti,
    iat,
    exp,
    scope = '',
    gid = null,
  } = claims as Record<string, unknown>
  if (iss !== issuer || !isText(sub) || !isText(aud) || !isText(client_id) || !isText(jti)) return null
  if (!isNumericDate(iat) || !isNumericDate(exp) || typeof scope !== 'string') return null
  const scopes = scope === '' ? [] : parseScope(scope)
  if (scopes === null || (gid !== null && !isText(gid))) return null
  // A token without a grant is a client's own, and speaks for nobody else.
  if (gid === null && sub !== client_id) return null
  return {
    jti,
    publicClientId: client_id,
    subject: sub,
    grantId: gid,
    scope: scopes,
    audience: aud,
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

/** Whole seconds that a Date can hold. */
function isNumericDate(value: unknown): value is number {
  return Number.isSafeInteger(value) && Math.abs(value as number) <= 8.64e12
}

/**
 * Decides whether an access token still works. Who may use it where (audience, scope) is for the operation to say.
 *
 * @param facts        null when no such token is known
 * @param idleSeconds  after which an unused session ends
 * @returns the facts, or `invalid_token` (RFC 6750 §3.1): one answer whatever ended
 */
export function decideAccessToken(
  facts: AccessTokenFacts | null,
  idleSeconds: number,
  now: Date,
): AccessTokenFacts | Refusal {
  const end = facts === null ? 'unknown access token' : findAccessTokenEnd(facts, idleSeconds, now)
  if (facts !== null && end === null) return facts
  return refuse('invalid_token', 'The access token is invalid, expired or revoked', end ?? undefined)
}

function findAccessTokenEnd(facts: AccessTokenFacts, idleSeconds: number, now: Date): string | null {
  const { token, client, user, grant, session } = facts
  if (token.expiresAt.getTime() <= now.getTime()) return 'access token expired'
  if (facts.revoked) return 'access token revoked'
  if (client === null) return 'client gone'
  if (token.userId === null && token.grantId === null) return null
  if (user === null || grant === null) return 'user or grant gone'
  if (grant.clientId !== client.id || grant.userId !== token.userId) return 'grant of another client or user'
  return findGrantEnd({ grant, user, session }, idleSeconds, now)
}

/**
 * Decides whether an access token may be used at this server: one made for another resource opens nothing of ours (RFC 9068 §4,
 * RFC 8707 §2).
 */
export function checkAudience({ token }: AccessTokenFacts, issuer: string): Refusal | null {
  if (token.audience === issuer) return null
  return refuse('invalid_token', 'The access token is for another resource', 'audience is not the issuer')
}

/** Whether a JWT names the user of its grant as its client knows them: whatever signs for us, no other `sub` gets in. */
export function namesItsUser(
  { subject }: JwtAccessToken,
  { client, user }: AccessTokenFacts,
  subjectKey: Buffer,
): boolean {
  return client === null || user === null || subject === subjectOf(client, user.id, subjectKey)
}
