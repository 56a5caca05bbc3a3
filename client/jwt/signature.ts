import type { Jwk } from '../../generated/api/index.ts'
import type { Jwt } from './jwt.ts'

/** Algorithms that the service's keys are for (RFC 7518 §3.1, RFC 8037 §3.1). `none` and HS256 are not among them. */
export type Algorithm = Jwk['alg']

type Check = {
  readonly key: EcKeyImportParams | RsaHashedImportParams | { readonly name: 'Ed25519' }
  readonly check: EcdsaParams | { readonly name: string }
}

/** The digest of every algorithm here that has one. */
export const hash = 'SHA-256'
const checks: Readonly<Record<Algorithm, Check>> = {
  ES256: { key: { name: 'ECDSA', namedCurve: 'P-256' }, check: { name: 'ECDSA', hash } },
  RS256: { key: { name: 'RSASSA-PKCS1-v1_5', hash }, check: { name: 'RSASSA-PKCS1-v1_5' } },
  EdDSA: { key: { name: 'Ed25519' }, check: { name: 'Ed25519' } },
}

/** Checks the signature of a JWT with WebCrypto. A key that the platform cannot read throws. */
export async function hasValidSignature(jwt: Jwt, jwk: Jwk): Promise<boolean> {
  const { key, check } = checks[jwk.alg]
  const { kty, crv, x, y, n, e } = jwk
  const imported = await crypto.subtle.importKey('jwk', { kty, crv, x, y, n, e }, key, false, ['verify'])
  return crypto.subtle.verify(check, imported, jwt.signature, jwt.signed)
}
