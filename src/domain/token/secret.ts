import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { checksum, checksumLength } from './checksum.ts'

/**
 * How the things we make begin, so that people and secret scanners recognise them. All characters fit the `VSCHAR`
 * of RFC 6749 Appendix A and the `b64token` of RFC 6750 §2.1.
 */
export const secretPrefixes = {
  appId: 'app_',
  appSecret: 'secret_',
  code: 'code_',
  refreshToken: 'refresh_',
  accessToken: 'access_',
  appPassword: 'apppw_',
  operatorToken: 'optoken_',
  resetLink: 'reset_',
  verificationLink: 'verify_',
  changeLink: 'change_',
  transaction: 'txn_',
  mfaToken: 'mfa_',
  registrationToken: 'regtoken_',
} as const

/** Kinds of text we make from random bytes. `appId` is public: it has a prefix and no checksum. */
export type SecretKind = keyof typeof secretPrefixes

const secretKinds: readonly SecretKind[] = [
  'appSecret',
  'code',
  'refreshToken',
  'accessToken',
  'appPassword',
  'operatorToken',
  'resetLink',
  'verificationLink',
  'changeLink',
  'transaction',
  'mfaToken',
  'registrationToken',
]

/** The SHA-256 of a secret's exact text: what is stored and looked up. Only for secrets of high entropy, never for passwords. */
export function hashSecret(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}

/**
 * Writes random bytes as a secret: prefix, base64url, and for all kinds but `appId` six characters of checksum, which let
 * a scanner tell a real one from a look-alike without asking us.
 *
 * @param bytes  32 for secrets, 16 for an `appId`
 */
export function formatSecret(kind: SecretKind, bytes: Buffer): string {
  const text = secretPrefixes[kind] + bytes.toString('base64url')
  return kind === 'appId' ? text : text + checksum(text)
}

/**
 * Tells what kind of secret a text is.
 *
 * @returns null when the prefix is none of ours, the alphabet is wrong or the checksum does not fit. An `app_…` is no secret: null
 */
export function kindOfSecret(text: string): SecretKind | null {
  const kind = secretKinds.find((candidate) => text.startsWith(secretPrefixes[candidate]))
  if (kind === undefined || text.length > 128) return null
  const body = text.slice(0, -checksumLength)
  if (!/^[a-z]+_[A-Za-z0-9_-]+$/.test(body)) return null
  return checksum(body) === text.slice(-checksumLength) ? kind : null
}

/** Compares two digests in constant time; digests of different length differ. */
export function equalHashes(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Derives the refresh token that follows another: R(n+1) = HMAC-SHA-256(key R(n), salt). The salt alone tells nothing, so
 * the store holds no secret, and whoever still has R(n) can be given the same R(n+1) again.
 *
 * @param salt  32 random bytes, kept in the row of the consumed token
 */
export function deriveSuccessor(refreshToken: string, salt: Buffer): string {
  return formatSecret('refreshToken', createHmac('sha256', refreshToken).update(salt).digest())
}
