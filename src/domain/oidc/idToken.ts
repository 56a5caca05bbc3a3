import { hash } from 'node:crypto'
import { numericDate } from '../moment.ts'
import { acrOf, type Acr } from '../account/assurance.ts'
import type { Client, IdTokenAlgorithm } from '../oauth/client.ts'
import type { Grant } from '../oauth/grant.ts'
import { releasedClaims, type KnownUser, type UserClaims } from './claims.ts'
import { claimsOfScope } from './claimsRequest.ts'

/** The claims of an ID token (OpenID Connect Core §2, §3.1.3.6; `sid`: Front-Channel Logout §3), and those about the user that were asked for. */
export type IdTokenClaims = UserClaims & {
  readonly iss: string
  readonly sub: string
  readonly aud: string
  readonly azp: string
  readonly exp: number
  readonly iat: number
  readonly auth_time: number
  readonly acr: Acr
  readonly amr: readonly string[]
  readonly nonce?: string
  readonly at_hash?: string
  readonly c_hash?: string
  readonly sid?: string
}

/** What an ID token is made of. */
export type IdTokenFacts = {
  readonly issuer: string
  readonly client: Client
  /** whom it is about, as far as `claims` asked for it */
  readonly known: KnownUser
  /** the `sub` under which the app knows the user */
  readonly subject: string
  readonly grant: Grant
  /** text of the access token issued with it; null: none was */
  readonly accessToken: string | null
  /** text of the code that was exchanged for it; null: it comes from a refresh, and is without `nonce` (OpenID Connect Core §12.2) */
  readonly code: string | null
  readonly alg: IdTokenAlgorithm
  readonly now: Date
  readonly expiresInSeconds: number
}

/**
 * Writes the claims of an ID token. `auth_time` is that of the original sign-in, also after a refresh (OpenID Connect Core §12.2).
 * About the user it says what was asked for by name (§5.5), as far as the app is still allowed it: what a scope opens is for
 * userinfo (§5.4).
 */
export function idTokenClaims(facts: IdTokenFacts): IdTokenClaims {
  const { client, grant, accessToken, code } = facts
  const issuedAt = numericDate(facts.now)
  const open = claimsOfScope(client.scopes)
  const asked = (grant.claims?.idToken ?? []).filter((name) => open.includes(name))
  return {
    ...releasedClaims(facts.known, asked),
    iss: facts.issuer,
    sub: facts.subject,
    aud: client.clientId,
    azp: client.clientId,
    exp: issuedAt + facts.expiresInSeconds,
    iat: issuedAt,
    auth_time: numericDate(grant.authenticatedAt),
    acr: acrOf(grant.amr),
    amr: grant.amr,
    ...(grant.nonce !== null && code !== null && { nonce: grant.nonce }),
    ...(accessToken !== null && { at_hash: halfHash(accessToken, facts.alg) }),
    ...(code !== null && { c_hash: halfHash(code, facts.alg) }),
    ...(grant.sessionId !== null && { sid: grant.sessionId }),
  }
}

/**
 * The `at_hash` of an access token and the `c_hash` of a code: left half of the digest that the ID token's own algorithm uses
 * (OpenID Connect Core §3.1.3.6, §3.3.2.11). `EdDSA` names none; our keys are Ed25519, which is built on SHA-512 (RFC 8032 §5.1).
 */
export function halfHash(text: string, alg: IdTokenAlgorithm): string {
  const digest = hash(alg === 'EdDSA' ? 'sha512' : 'sha256', text, 'buffer')
  return digest.subarray(0, digest.length / 2).toString('base64url')
}
