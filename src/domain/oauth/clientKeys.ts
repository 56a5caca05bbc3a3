import type { AssertionAlgorithm, ClientJwks, ClientKey } from './client.ts'

/** Keys that a client may have at once: enough to rotate several signers, few enough to try each of them. */
const mostKeys = 20

/** Characters of one member: the modulus of the largest RSA key that we accept has 683. */
const longestMember = 2048

/** Members that only a private or a symmetric key has (RFC 7518 §6.2.2, §6.3.2, §6.4, RFC 8037 §2). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** Members of public keys that we keep; certificates, and what else a key may carry, prove nothing here. */
const keptMembers = ['kty', 'kid', 'use', 'key_ops', 'alg', 'crv', 'x', 'y', 'n', 'e'] as const

/**
 * Checks the keys that a client registers (RFC 7591 §2, RFC 7517 §5).
 *
 * @param document  as it came: an object with `keys`
 * @returns the public keys, with nothing but what makes them; or what is wrong with them
 */
export function readJwks(document: unknown): ClientJwks | string {
  const given = keysIn(document)
  if (given === null) return 'must be a JWK set: an object with keys, a list'
  if (given.length === 0 || given.length > mostKeys) return `must have 1 to ${mostKeys} keys`
  for (const key of given) {
    const problem = checkKey(key)
    if (problem !== null) return problem
  }
  return { keys: given.map(kept) }
}

/** The keys of a fetched document that could be a client's: private, symmetric and malformed ones count as not there. */
export function usableKeys(document: unknown): readonly ClientKey[] {
  const given = keysIn(document) ?? []
  return given
    .slice(0, mostKeys)
    .filter((key) => checkKey(key) === null)
    .map(kept)
}

/**
 * The keys that may have made a signature: of the algorithm's family, of enough strength, meant for signatures, and, when the
 * signature names one, with that very `kid`.
 *
 * @param kid  null when the signature names none: then every fitting key may have made it
 */
export function signingKeys(
  keys: readonly ClientKey[],
  algorithm: AssertionAlgorithm,
  kid: string | null,
): readonly ClientKey[] {
  return keys.filter((key) => (kid === null || key.kid === kid) && isFor(key, algorithm))
}

/**
 * The algorithm that a client's assertions are pinned to when it names none: what the first of its keys that signs is for;
 * RS256 where the keys lie elsewhere (RFC 7591 §2 leaves it to us).
 */
export function defaultAlgorithm(jwks: ClientJwks | null): AssertionAlgorithm {
  for (const key of jwks?.keys ?? [])
    for (const algorithm of algorithms) if (isFor(key, algorithm)) return algorithm
  return 'RS256'
}

/** Every algorithm of client assertions, in the order of preference where a key could be used with several. */
export const algorithms: readonly AssertionAlgorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA']

function keysIn(document: unknown): readonly unknown[] | null {
  if (!isObject(document)) return null
  const { keys } = document
  return Array.isArray(keys) ? (keys as unknown[]) : null
}

function checkKey(key: unknown): string | null {
  if (!isObject(key)) return 'must hold keys that are objects'
  if (privateMembers.some((member) => member in key)) return 'must hold no private and no symmetric keys'
  if (!['RSA', 'EC', 'OKP'].includes(String(key['kty']))) return 'must hold keys of type RSA, EC or OKP'
  const isText = (member: unknown) =>
    member === undefined || (typeof member === 'string' && member.length <= longestMember)
  const { key_ops: operations, ...texts } = Object.fromEntries(keptMembers.map((name) => [name, key[name]]))
  if (!Object.values(texts).every(isText)) return 'must hold keys whose members are short texts'
  const isList = Array.isArray(operations) && operations.length <= 10 && operations.every(isText)
  if (operations !== undefined && !isList) return 'must hold keys whose key_ops is a short list'
  return key['kty'] === 'RSA' && !isStrongRsa(key) ? 'must hold RSA keys of 2048 to 4096 bits' : null
}

/** A modulus and an exponent that are ones; more bits would only cost us time. */
function isStrongRsa({ n, e }: Readonly<Record<string, unknown>>): boolean {
  if (typeof n !== 'string' || typeof e !== 'string' || !/^[A-Za-z0-9_-]{1,11}$/.test(e)) return false
  const modulus = Buffer.from(n, 'base64url')
  const first = modulus.findIndex((byte) => byte !== 0)
  if (first < 0) return false
  const bits = (modulus.length - first) * 8 - Math.clz32(modulus[first]!) + 24
  const exponent = BigInt(`0x0${Buffer.from(e, 'base64url').toString('hex')}`)
  return bits >= 2048 && bits <= 4096 && exponent >= 3n && exponent % 2n === 1n
}

function kept(key: unknown): ClientKey {
  const members = keptMembers.map((name) => [name, (key as Record<string, unknown>)[name]] as const)
  return Object.fromEntries(members.filter(([, value]) => value !== undefined)) as ClientKey
}

function isFor(key: ClientKey, algorithm: AssertionAlgorithm): boolean {
  if (key.use !== undefined && key.use !== 'sig') return false
  if (key.key_ops !== undefined && !key.key_ops.includes('verify')) return false
  if (key.alg !== undefined && key.alg !== algorithm) return false
  if (algorithm === 'ES256') return key.kty === 'EC' && key.crv === 'P-256'
  if (algorithm === 'EdDSA') return key.kty === 'OKP' && key.crv === 'Ed25519'
  return key.kty === 'RSA'
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
