import { createHmac, sign, verify, type KeyObject } from 'node:crypto'

import type { SigningAlgorithm } from '../domain/token/signingKey.ts'
import { derOf, joseOf } from './ecdsaSignature.ts'

/** The parts of a compact JWS (RFC 7515 §7.1), still encoded. */
export type CompactJws = { readonly header: string; readonly payload: string; readonly signature: string }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A JOSE header or a set of claims as a segment: base64url of its JSON (RFC 7515 §3.1). */
export function encodeSegment(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The three parts of a compact JWS; null for any other number of parts. */
export function splitCompact(token: string): CompactJws | null {
  const [header, payload, signature, more] = token.split('.', 4)
  if (header === undefined || payload === undefined || signature === undefined || more !== undefined)
    return null
  return { header, payload, signature }
}

/**
 * The bytes of a segment, or null unless it is spelled in the one canonical way: no padding, no whitespace,
 * no other alphabet, no stray bits in the last character (RFC 7515 §2, RFC 4648 §3.5).
 */
export function decodeSegment(segment: string): Buffer | null {
  const bytes = Buffer.from(segment, 'base64url')
  return bytes.toString('base64url') === segment ? bytes : null
}

/** The JSON object in these bytes, or null when they hold anything else (RFC 7519 §7.2). */
export function parseClaims(bytes: Buffer): Record<string, unknown> | null {
  try {
    const claims: unknown = JSON.parse(utf8.decode(bytes))
    return isObject(claims) ? claims : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Signs with a private key, synchronously: jose would wait in the thread pool behind password hashes. RFC
 * 7518 §3, RFC 8037 §3.1.
 */
export function signBytes(algorithm: SigningAlgorithm, key: KeyObject, data: string): string {
  const signature = sign(digestOf(algorithm), Buffer.from(data), key)
  return (algorithm === 'ES256' ? joseOf(signature) : signature).toString('base64url')
}

/** Checks a signature with a public key, synchronously. */
export function verifyBytes(
  algorithm: SigningAlgorithm,
  key: KeyObject,
  data: string,
  signature: Buffer,
): boolean {
  const readable = algorithm === 'ES256' ? derOf(signature) : signature
  return readable !== null && verify(digestOf(algorithm), Buffer.from(data), key, readable)
}

function digestOf(algorithm: SigningAlgorithm): 'sha256' | null {
  // Ed25519 hashes by itself.
  return algorithm === 'EdDSA' ? null : 'sha256'
}

/**
 * A compact JWS by HMAC-SHA-256: ID tokens of apps that chose HS256 (OpenID Connect Core §10.1) and session
 * tokens.
 *
 * @param key  the client secret's text, or a derived key
 * @param typ  the header's `typ`, e.g. `JWT`
 * @throws Error for an empty key, which would let anybody sign
 */
export function signHs256(key: KeyObject | string, typ: string, claims: object): string {
  if (typeof key === 'string' ? key === '' : key.symmetricKeySize === 0) throw new Error('HS256 needs a key')
  const input = `${encodeSegment({ alg: 'HS256', typ })}.${encodeSegment(claims)}`
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`
}
