import { toBase64url } from './base64url.ts'
import { hash } from './signature.ts'

/** A key that signs: one that WebCrypto has made or imported, or a JWK with its private members (RFC 7517). */
export type SigningKey = CryptoKey | JsonWebKey

type Signing = {
  readonly alg: 'ES256' | 'RS256' | 'PS256' | 'EdDSA'
  readonly key: EcKeyImportParams | RsaHashedImportParams | { readonly name: string }
  readonly sign: EcdsaParams | RsaPssParams | { readonly name: string }
}

const signings: Readonly<Record<string, Signing>> = {
  'ECDSA P-256': {
    alg: 'ES256',
    key: { name: 'ECDSA', namedCurve: 'P-256' },
    sign: { name: 'ECDSA', hash },
  },
  'RSASSA-PKCS1-v1_5 SHA-256': {
    alg: 'RS256',
    key: { name: 'RSASSA-PKCS1-v1_5', hash },
    sign: { name: 'RSASSA-PKCS1-v1_5' },
  },
  'RSA-PSS SHA-256': {
    alg: 'PS256',
    key: { name: 'RSA-PSS', hash },
    // As long as the digest (RFC 7518 §3.5).
    sign: { name: 'RSA-PSS', saltLength: 32 },
  },
  Ed25519: { alg: 'EdDSA', key: { name: 'Ed25519' }, sign: { name: 'Ed25519' } },
}

/**
 * Signs a JWT by the algorithm that its key is for: ES256, RS256, PS256 or EdDSA.
 *
 * @param header  members beside `alg`
 * @returns a compact JWS (RFC 7515 §7.1)
 * @throws TypeError  the key is none of these; what WebCrypto throws: it is no private key, or may not sign
 */
export async function signJwt(key: SigningKey, header: object, claims: object): Promise<string> {
  const isCryptoKey = 'algorithm' in key
  const signing = signings[isCryptoKey ? kindOfKey(key) : kindOfJwk(key)]
  if (signing === undefined) throw new TypeError('the key has to be one for ES256, RS256, PS256 or EdDSA')
  const imported = isCryptoKey
    ? key
    : await crypto.subtle.importKey('jwk', { ...key, alg: undefined }, signing.key, false, ['sign'])
  const signed = `${encode({ alg: signing.alg, ...header })}.${encode(claims)}`
  const signature = await crypto.subtle.sign(signing.sign, imported, new TextEncoder().encode(signed))
  return `${signed}.${toBase64url(new Uint8Array(signature))}`
}

function encode(members: object): string {
  return toBase64url(new TextEncoder().encode(JSON.stringify(members)))
}

function kindOfKey({ algorithm }: CryptoKey): string {
  const { name, namedCurve, hash: digest } = algorithm as Partial<EcKeyAlgorithm & RsaHashedKeyAlgorithm>
  return [name, namedCurve, digest?.name].filter(Boolean).join(' ')
}

/** An RSA key signs RS256 unless it says that it is for something else. */
function kindOfJwk({ kty, crv, alg = 'RS256' }: JsonWebKey): string {
  if (kty === 'RSA')
    return { RS256: 'RSASSA-PKCS1-v1_5 SHA-256', PS256: 'RSA-PSS SHA-256' }[alg] ?? `RSA ${alg}`
  return kty === 'EC' ? `ECDSA ${crv}` : String(crv)
}
