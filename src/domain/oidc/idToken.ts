import { hash } from 'node:crypto'
import { numericDate } from '../moment.ts'
import type { User } from '../account/user.ts'
import type { Client, IdTokenAlgorithm } from '../oauth/client.ts'
import type { Grant } from '../oauth/grant.ts'

/** The claims of an ID token (OpenID Connect Core §2, §3.1.3.6; `sid`: Front-Channel Logout §3). */
export type IdTokenClaims = {
  readonly iss: string
  readonly sub: string
  readonly aud: string
  readonly azp: string
  readonly exp: number
  readonly iat: number
  readonly auth_time: number
  readonly amr: readonly string[]
  readonly nonce?: string
  readonly at_hash?: string
  readonly sid?: string
}

/** What an ID token is made of. */
export type IdTokenFacts = {
  readonly issuer: string
  readonly client: Client
  readonly user: User
  readonly grant: Grant
  /** text of the access token issued with it; null: none was */
  readonly accessToken: string | null
  readonly alg: IdTokenAlgorithm
  readonly now: Date
  readonly expiresInSeconds: number
  /** true when it comes from a refresh: then without `nonce` (OpenID Connect Core §12.2) */
  readonly refreshed?: boolean | undefined
}

/** Writes the claims of an ID token. `auth_time` is that of the original sign-in, also after a refresh (OpenID Connect Core §12.2). */
export function idTokenClaims(facts: IdTokenFacts): IdTokenClaims {
  const { client, grant, accessToken } = facts
  const issuedAt = numericDate(facts.now)
  return {
    iss: facts.issuer,
    sub: facts.user.id,
    aud: client.clientId,
    azp: client.clientId,
    exp: issuedAt + facts.expiresInSeconds,
    iat: issuedAt,
    auth_time: numericDate(grant.authenticatedAt),
    amr: grant.amr,
    ...(grant.nonce !== null && facts.refreshed !== true && { nonce: grant.nonce }),
    ...(accessToken !== null && { at_hash: accessTokenHash(accessToken, facts.alg) }),
    ...(grant.sessionId !== null && { sid: grant.sessionId }),
  }
}

/**
 * The `at_hash`: left half of the digest that the ID token's own algorithm uses (OpenID Connect Core §3.1.3.6). `EdDSA`
 * names none; our keys are Ed25519, which is built on SHA-512 (RFC 8032 §5.1).
 */
export function accessTokenHash(accessToken: string, alg: IdTokenAlgorithm): string {
  const digest = hash(alg === 'EdDSA' ? 'sha512' : 'sha256', accessToken, 'buffer')
  return digest.subarray(0, digest.length / 2).toString('base64url')
}
