import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'

// Not all of jose: a start waits for these lines.
import { exportJWK } from 'jose/key/export'
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint'

import { decideKeyChanges, type KeyLifetimes } from '../domain/token/keySchedule.ts'
import type {
  PublicJwk,
  SigningAlgorithm,
  SigningKeyStatus,
  StoredSigningKey,
} from '../domain/token/signingKey.ts'
import type { KeyChanges, Keys } from '../store/keys.ts'
import type { Sealing } from './sealing.ts'

const day = 86_400

/**
 * A key is known a day before it signs, and for a week after: longer than any cache of ours and any access or
 * ID token lives.
 */
export const keyLifetimes: KeyLifetimes = {
  nextSeconds: day,
  activeSeconds: 90 * day,
  retiringSeconds: 7 * day,
}

/** What private keys are sealed under. */
export const sealingLabel = 'signing-key'
const generate = promisify(generateKeyPair)

/** What the making of keys needs. `rotate` as for `decideKeyChanges`. */
type Making = {
  readonly sealing: Sealing
  readonly lifetimes: KeyLifetimes
  readonly rotate?: readonly SigningAlgorithm[]
}

/** Makes the keys that the schedule asks for. */
export async function planKeyChanges(
  present: readonly StoredSigningKey[],
  { sealing, lifetimes, rotate = [] }: Making,
  now: Date,
): Promise<KeyChanges> {
  const due = decideKeyChanges(present, now, lifetimes, rotate)
  return {
    add: await Promise.all(
      due.create.map(({ algorithm, status }) => makeKey(algorithm, status, now, sealing)),
    ),
    status: [
      ...due.retire.map((kid) => ({ kid, status: 'retiring' as const })),
      ...due.promote.map((kid) => ({ kid, status: 'active' as const })),
    ],
    remove: due.remove,
  }
}

/**
 * Rotates now, as far as the schedule lets it: a next key that was published for less than a day stays where it is. Running
 * services follow within a minute.
 *
 * @returns the keys after the change
 * @throws Error, before anything is changed, when a key that is there cannot be opened: what would be sealed with another
 *   secret could not be opened by the service
 */
export function rotateKeys(
  { keys, sealing }: { readonly keys: Keys; readonly sealing: Sealing },
  algorithms: readonly SigningAlgorithm[],
  now: Date,
): Promise<readonly StoredSigningKey[]> {
  return keys.change((present) => {
    for (const key of present) openPrivateKey(key, sealing)
    return planKeyChanges(present, { sealing, lifetimes: keyLifetimes, rotate: algorithms }, now)
  }, now)
}

/** The private half of a stored key; throws like `Sealing.open`. */
export function openPrivateKey(stored: StoredSigningKey, sealing: Sealing): KeyObject {
  const pkcs8 = sealing.open(sealingLabel, stored.sealedPrivateKey)
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
}

/** The public half as the JWKS shows it; its `kid` is the RFC 7638 thumbprint. */
export async function describePublicKey(
  publicKey: KeyObject,
  algorithm: SigningAlgorithm,
): Promise<PublicJwk> {
  const jwk = await exportJWK(publicKey)
  return Object.freeze({
    ...jwk,
    kid: await calculateJwkThumbprint(jwk),
    use: 'sig',
    alg: algorithm,
  } as PublicJwk)
}

async function makeKey(
  algorithm: SigningAlgorithm,
  status: SigningKeyStatus,
  now: Date,
  sealing: Sealing,
): Promise<StoredSigningKey> {
  const { publicKey, privateKey } = await generateFor(algorithm)
  const publicJwk = await describePublicKey(publicKey, algorithm)
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  const sealedPrivateKey = sealing.seal(sealingLabel, pkcs8)
  return {
    kid: publicJwk.kid,
    algorithm,
    status,
    publicJwk,
    sealedPrivateKey,
    createdAt: now,
    statusSince: now,
  }
}

function generateFor(algorithm: SigningAlgorithm): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  if (algorithm === 'RS256') return generate('rsa', { modulusLength: 2048 })
  if (algorithm === 'ES256') return generate('ec', { namedCurve: 'P-256' })
  return generate('ed25519', {})
}
