import type { SigningAlgorithm, SigningKeyStatus, StoredSigningKey } from './signingKey.ts'

/** How long a key stays in each status, in seconds. */
export type KeyLifetimes = {
  /** published before it may sign: longer than verifiers and nodes cache the JWKS */
  readonly nextSeconds: number
  readonly activeSeconds: number
  /** published after it signed last: longer than the longest token it signed */
  readonly retiringSeconds: number
}

/** What has to happen to the set of keys; members but `create` hold `kid`s. Apply it as a whole. */
export type KeySchedule = {
  readonly create: readonly { readonly algorithm: SigningAlgorithm; readonly status: SigningKeyStatus }[]
  /** next → active */
  readonly promote: readonly string[]
  /** active → retiring */
  readonly retire: readonly string[]
  readonly remove: readonly string[]
}

/** Every algorithm of which an active and a next key are kept. */
export const signingAlgorithms: readonly SigningAlgorithm[] = ['RS256', 'ES256', 'EdDSA']

/**
 * Decides how the signing keys change, so that each algorithm has exactly one active and one next key.
 *
 * A key signs only after it was published for `nextSeconds`, so that whoever caches the JWKS knows it by then. The one
 * exception is an algorithm without any active key (the very first start, or a row lost): nothing else could sign.
 *
 * @param rotate  true, or algorithms: rotate now instead of after `activeSeconds`. A next key that has not been published long enough
 *   stays where it is even then: the caller sees an empty `promote` and tries again later. A leaked key is not helped
 *   by rotation, because it goes on verifying while it retires: it has to be deleted, and then its successor signs at once
 */
export function decideKeyChanges(
  keys: readonly StoredSigningKey[],
  now: Date,
  lifetimes: KeyLifetimes,
  rotate: boolean | readonly SigningAlgorithm[] = false,
): KeySchedule {
  const parts = signingAlgorithms.map((algorithm) =>
    scheduleOne(
      algorithm,
      keys.filter((key) => key.algorithm === algorithm),
      now,
      lifetimes,
      typeof rotate === 'boolean' ? rotate : rotate.includes(algorithm),
    ),
  )
  return {
    create: parts.flatMap((part) => part.create),
    promote: parts.flatMap((part) => part.promote),
    retire: parts.flatMap((part) => part.retire),
    remove: parts.flatMap((part) => part.remove),
  }
}

function scheduleOne(
  algorithm: SigningAlgorithm,
  keys: readonly StoredSigningKey[],
  now: Date,
  lifetimes: KeyLifetimes,
  rotate: boolean,
): KeySchedule {
  // Two nodes or a restored backup may have left more than one; the youngest active and the longest published next stay.
  const [active, ...surplusActive] = inStatus(keys, 'active').toReversed()
  const [next, ...surplusNext] = inStatus(keys, 'next')
  const due =
    active === undefined ||
    ((rotate || isPast(active, lifetimes.activeSeconds, now)) && isRipe(next, lifetimes, now))
  const promoted = due ? next : undefined
  const retired = due && active !== undefined ? [active, ...surplusActive] : surplusActive
  const create: { algorithm: SigningAlgorithm; status: SigningKeyStatus }[] = []
  if (active === undefined && promoted === undefined) create.push({ algorithm, status: 'active' })
  if (next === undefined || promoted !== undefined) create.push({ algorithm, status: 'next' })
  const expired = inStatus(keys, 'retiring').filter((key) => isPast(key, lifetimes.retiringSeconds, now))
  return {
    create,
    promote: promoted === undefined ? [] : [promoted.kid],
    retire: retired.map((key) => key.kid),
    // A surplus next key has never signed: nothing is lost with it.
    remove: [...expired, ...surplusNext].map((key) => key.kid),
  }
}

function isRipe(next: StoredSigningKey | undefined, lifetimes: KeyLifetimes, now: Date): boolean {
  return next !== undefined && isPast(next, lifetimes.nextSeconds, now)
}

function isPast(key: StoredSigningKey, seconds: number, now: Date): boolean {
  return now.getTime() - key.statusSince.getTime() >= seconds * 1000
}

/** Oldest first; the `kid` breaks ties, so that every node decides alike. */
function inStatus(keys: readonly StoredSigningKey[], status: SigningKeyStatus): readonly StoredSigningKey[] {
  return keys
    .filter((key) => key.status === status)
    .toSorted((a, b) => a.statusSince.getTime() - b.statusSince.getTime() || (a.kid < b.kid ? -1 : 1))
}
