/** Algorithms we sign with and publish in the JWKS (RFC 7518 §3.1, RFC 8037 §3.1). */
export type SigningAlgorithm = 'RS256' | 'ES256' | 'EdDSA'

/** `next` is published and does not sign yet; `active` signs; `retiring` only verifies until its tokens have expired. */
export type SigningKeyStatus = 'next' | 'active' | 'retiring'

/** A public key as the JWKS shows it (RFC 7517 §4): there is no member for anything private. */
export type PublicJwk = {
  readonly kty: 'EC' | 'RSA' | 'OKP'
  readonly kid: string
  readonly use: 'sig'
  readonly alg: SigningAlgorithm
  readonly crv?: 'P-256' | 'Ed25519'
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
}

/** A signing key as it is stored: the private half only ever encrypted. */
export type StoredSigningKey = {
  /** the `kid`: RFC 7638 thumbprint of the public key */
  readonly kid: string
  readonly algorithm: SigningAlgorithm
  readonly status: SigningKeyStatus
  /** the public JWK (RFC 7517) */
  readonly publicJwk: Readonly<Record<string, unknown>>
  /** PKCS#8, sealed with a key derived from LATCHKEY_SECRET */
  readonly sealedPrivateKey: Buffer
  readonly createdAt: Date
  /** when it entered its present status */
  readonly statusSince: Date
}
