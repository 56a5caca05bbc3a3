import { generateKeyPairSync, sign } from 'node:crypto'

/** What a JOSE header or a set of claims holds. */
export type Claims = Record<string, unknown>

const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' })

/** The public half of a key that is none of ours, as the attacker would bring it along. */
export const attackerJwk = attacker.publicKey.export({ format: 'jwk' })

/** A value as a segment of a JWT. */
export function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The three segments of a JWT, still encoded. */
export function parts(token: string): [header: string, payload: string, signature: string] {
  return token.split('.') as [string, string, string]
}

/** What a JWT says of itself. */
export function headerOf(token: string): Claims {
  return decode(parts(token)[0])
}

/** What a JWT claims. */
export function claimsOf(token: string): Claims {
  return decode(parts(token)[1])
}

function decode(segment: string): Claims {
  return JSON.parse(Buffer.from(segment, 'base64url').toString()) as Claims
}

/** A JWT that is signed as ES256 wants it, with the attacker's key, under whatever header. */
export function signedByAttacker(header: Claims, claims: Claims): string {
  const input = `${encode(header)}.${encode(claims)}`
  const options = { key: attacker.privateKey, dsaEncoding: 'ieee-p1363' as const }
  return `${input}.${sign('sha256', Buffer.from(input), options).toString('base64url')}`
}

/** The order of the group of P-256 (SEC 2 §2.4.2). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** The other signature of the same text by the same key, n − s for s, which ECDSA cannot tell apart. */
export function mirrored(signature: string): string {
  const raw = Buffer.from(signature, 'base64url')
  const other = (order - BigInt(`0x${raw.subarray(32).toString('hex')}`)).toString(16).padStart(64, '0')
  return Buffer.concat([raw.subarray(0, 32), Buffer.from(other, 'hex')]).toString('base64url')
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A base64url text whose last character has its unused bits turned: a lax decoder reads the same bytes. */
export function strayBits(text: string): string {
  return text.slice(0, -1) + (alphabet[alphabet.indexOf(text.at(-1) ?? 'A') ^ 1] ?? 'A')
}
