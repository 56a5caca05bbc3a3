import { compactVerify } from 'jose/jws/compact/verify'
import { importJWK } from 'jose/key/import'
import { refuse, type Refusal } from '../refusal.ts'
import type { Client, ClientKey } from './client.ts'

/** What `client_assertion_type` has to be (RFC 7523 §2.2). */
export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

type Members = Readonly<Record<string, unknown>>

/** A client assertion as it was sent: read, and not yet believed. */
export type ClientAssertion = {
  /** the whole JWT */
  readonly text: string
  readonly header: Members
  readonly claims: Members
}

/** What is left of an assertion that has passed: the id by which it works once, and the moment after which it is refused anyway. */
export type SpentAssertion = { readonly jti: string; readonly expiresAt: Date }

/** What an assertion is judged by. */
export type AssertionRules = {
  /** each of these alone may be its `aud` */
  readonly audiences: readonly string[]
}

/** Seconds by which the clocks of client and server may differ. */
const toleranceSeconds = 30

/** An assertion is made for one request: seconds from now to its `exp` at most. */
const mostSecondsAhead = 300

const longestText = 8192

/** Headers that say where a key comes from, or that what is signed is something else: an assertion has none of them (ATTACKS: JWT). */
const forbiddenHeaders = ['crit', 'jwk', 'jku', 'x5u', 'b64', 'zip', 'enc', 'cty']

/**
 * The texts that may be the audience of an assertion: the issuer; in the default profile also the token endpoint, which is
 * what OpenID Connect Core §9 asked for before it turned out to let servers be confused (RFC 9700 and FAPI 2.0 want the issuer).
 */
export function assertionRules(issuer: string, profile: 'default' | 'strict'): AssertionRules {
  const tokenEndpoints = [`${issuer}/oauth2/token`, `${issuer}/api/v1/oauth/token`]
  return { audiences: [issuer, ...(profile === 'strict' ? [] : tokenEndpoints)] }
}

/** Reads a compact JWS of two JSON objects; null when it is none, or not in its one right spelling. */
export function readAssertion(text: string): ClientAssertion | null {
  const parts = text.length > longestText ? [] : text.split('.')
  if (parts.length !== 3) return null
  const header = parseSegment(parts[0]!)
  const claims = parseSegment(parts[1]!)
  return header === null || claims === null ? null : { text, header, claims }
}

/** The client an assertion speaks of; undefined when it names none. */
export function subjectOf({ claims }: ClientAssertion): string | undefined {
  return typeof claims['sub'] === 'string' ? claims['sub'] : undefined
}

/**
 * Decides whether an assertion says the right things (RFC 7523 §3, OpenID Connect Core §9). Whether the client signed it is
 * looked at afterwards: this costs nothing, and fetches nothing.
 *
 * @returns what makes it work once; else `invalid_client`
 */
export function checkAssertion(
  { header, claims }: ClientAssertion,
  client: Client,
  { audiences }: AssertionRules,
  now: Date,
): SpentAssertion | Refusal {
  const reason = findWrongHeader(header, client) ?? findWrongClaim(claims, client, audiences, now)
  if (reason !== null) return refuse('invalid_client', 'Client authentication failed', reason)
  const lapsesAt = (claims['exp'] as number) + toleranceSeconds
  return { jti: claims['jti'] as string, expiresAt: new Date(Math.ceil(lapsesAt) * 1000) }
}

/** The `kid` that an assertion names; null when it names none. */
export function keyIdOf({ header }: ClientAssertion): string | null {
  return typeof header['kid'] === 'string' ? header['kid'] : null
}

/** True when one of these keys of the client made the signature, by the one algorithm that the client registered. */
export async function isSigned(
  { text }: ClientAssertion,
  keys: readonly ClientKey[],
  algorithm: NonNullable<Client['tokenEndpointAuthSigningAlg']>,
): Promise<boolean> {
  for (const key of keys) if (await isSignedBy(text, key, algorithm)) return true
  return false
}

async function isSignedBy(text: string, key: ClientKey, algorithm: string): Promise<boolean> {
  try {
    await compactVerify(text, await importJWK(key, algorithm), { algorithms: [algorithm] })
    return true
  } catch {
    // A key that cannot be read is one that made no signature.
    return false
  }
}

/** `typ`, in any case and with or without what a media type begins with (RFC 7515 §4.1.9). */
function isAssertionType(typ: unknown): boolean {
  return typeof typ === 'string' && /^(?:application\/)?(?:client-authentication\+)?jwt$/i.test(typ)
}

function findWrongHeader(header: Members, client: Client): string | null {
  if (forbiddenHeaders.some((name) => name in header)) return 'assertion header not allowed'
  const { typ, alg, kid } = header
  if (typ !== undefined && !isAssertionType(typ)) return 'assertion of another type'
  if (client.tokenEndpointAuthSigningAlg === null || alg !== client.tokenEndpointAuthSigningAlg)
    return 'assertion by another algorithm'
  return kid !== undefined && typeof kid !== 'string' ? 'assertion header not allowed' : null
}

function findWrongClaim(
  claims: Members,
  client: Client,
  audiences: readonly string[],
  now: Date,
): string | null {
  const { iss, sub, aud, jti } = claims
  if (iss !== client.clientId || sub !== client.clientId) return 'assertion of another issuer'
  // One text: an assertion for several servers could be used at one by another (RFC 7523 §3 (3) allows lists).
  if (typeof aud !== 'string' || !audiences.includes(aud)) return 'assertion for another audience'
  const time = findWrongTime(claims, now)
  if (time !== null) return time
  const isId = typeof jti === 'string' && jti !== '' && jti.length <= 1024
  return isId ? null : 'assertion without jti'
}

function findWrongTime({ exp, nbf, iat }: Members, now: Date): string | null {
  const seconds = now.getTime() / 1000
  if (!isMoment(exp)) return 'assertion without exp'
  if (exp + toleranceSeconds <= seconds) return 'assertion expired'
  if (exp > seconds + mostSecondsAhead + toleranceSeconds) return 'assertion lives too long'
  for (const begin of [nbf, iat])
    if (begin !== undefined && !(isMoment(begin) && begin <= seconds + toleranceSeconds))
      return 'assertion from the future'
  return null
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

function parseSegment(segment: string): Members | null {
  const bytes = Buffer.from(segment, 'base64url')
  if (bytes.toString('base64url') !== segment) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null
  } catch {
    return null
  }
}
