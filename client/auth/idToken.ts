import { toBase64url } from '../jwt/base64url.ts'
import { audiencesOf, nowSeconds, parseJwt, type Jwt } from '../jwt/jwt.ts'
import type { KeySource } from '../jwt/keySource.ts'
import { hasValidSignature, type Algorithm } from '../jwt/signature.ts'
import { AuthError } from './authError.ts'

/** Claims of a proven ID token (OpenID Connect Core §2). */
export type IdTokenClaims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** What an ID token has to fit. */
export type Expected = {
  readonly issuer: string
  readonly clientId: string
  readonly idTokenAlgorithm: Algorithm
  /** the access token that came with it */
  readonly accessToken: string
  /** the nonce of the request; undefined after a refresh, where there is none (§12.2) */
  readonly nonce?: string
  /** whom it has to be about: after a refresh the same user (§12.2) */
  readonly sub?: string
  /** seconds that the sign-in may be old at most */
  readonly maxAge?: number
}

/** Seconds by which the clock of this device and that of the service may differ. */
const toleranceSeconds = 60

/**
 * Proves an ID token: signature, algorithm as registered, issuer, audience, times, nonce (OpenID Connect Core §3.1.3.7; §12.2
 * after a refresh), and that it belongs to the access token (§3.1.3.8).
 *
 * @throws AuthError  `invalid_id_token`, which says what does not fit
 */
export async function proveIdToken(
  token: string,
  expected: Expected,
  keys: KeySource,
): Promise<IdTokenClaims> {
  const jwt = parseJwt(token)
  if (jwt === null) throw invalid('it is no signed JWT')
  const { header, claims } = jwt
  const problem = headerProblem(header, expected) ?? claimsProblem(claims, expected)
  if (problem !== null) throw invalid(problem)
  const key = await keys.find(header, expected.idTokenAlgorithm)
  if (key === undefined) throw invalid('the service publishes no key for it')
  if (!(await hasValidSignature(jwt, key))) throw invalid('its signature is wrong')
  if (!(await belongsTo(expected, claims))) throw invalid('it belongs to another access token')
  return claims as IdTokenClaims
}

function invalid(problem: string): AuthError {
  return new AuthError('invalid_id_token', `The ID token is not accepted: ${problem}`)
}

function headerProblem({ alg }: Jwt['header'], { idTokenAlgorithm }: Expected): string | null {
  return alg === idTokenAlgorithm
    ? null
    : `it is signed with ${String(alg)} instead of ${idTokenAlgorithm}, which idTokenAlgorithm says`
}

function claimsProblem(claims: Jwt['claims'], expected: Expected): string | null {
  const { iss, sub, azp, nonce, exp, iat } = claims
  const { issuer, clientId } = expected
  const audiences = audiencesOf(claims)
  const now = nowSeconds()
  if (iss !== issuer) return `its issuer is ${String(iss)} instead of ${issuer}`
  if (!audiences.includes(clientId)) return 'it is for another app'
  if (azp === undefined ? audiences.length > 1 : azp !== clientId) return 'another app asked for it'
  if (typeof sub !== 'string' || sub === '') return 'it names nobody'
  if (expected.sub !== undefined && sub !== expected.sub) return 'it names somebody else'
  if (typeof exp !== 'number' || exp + toleranceSeconds <= now) return 'it has expired'
  if (typeof iat !== 'number' || iat - toleranceSeconds > now) return 'it comes from the future'
  if (expected.nonce !== undefined && nonce !== expected.nonce) return 'it answers another request'
  return ageProblem(claims, expected, now)
}

function ageProblem({ auth_time: at }: Jwt['claims'], { maxAge }: Expected, now: number): string | null {
  if (maxAge === undefined) return null
  return typeof at === 'number' && at + maxAge + toleranceSeconds >= now ? null : 'the sign-in is too old'
}

/** `at_hash`: the left half of the access token's digest, where the ID token has one. */
async function belongsTo(
  { accessToken, idTokenAlgorithm }: Expected,
  { at_hash: hash }: Jwt['claims'],
): Promise<boolean> {
  if (hash === undefined) return true
  const name = idTokenAlgorithm === 'EdDSA' ? 'SHA-512' : 'SHA-256'
  const digest = new Uint8Array(await crypto.subtle.digest(name, new TextEncoder().encode(accessToken)))
  return toBase64url(digest.subarray(0, digest.length / 2)) === hash
}
