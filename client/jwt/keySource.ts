import type { Jwk } from '../../generated/api/index.ts'
import { nowSeconds, type Jwt } from './jwt.ts'
import type { Algorithm } from './signature.ts'

/** Published keys of an issuer. */
export type KeySource = {
  /**
   * The key that a JWT names by its `kid`, if it is for this algorithm.
   *
   * @returns undefined: the issuer publishes none, as far as is known
   * @throws what the fetch throws, when there are no keys at all yet
   */
  find(header: Jwt['header'], algorithm: Algorithm): Promise<Jwk | undefined>
}

/** Seconds after which keys are fetched anew: a key that was taken away is trusted no longer than that. */
const freshSeconds = 600
/** Seconds between two fetches for unknown keys: tokens with made-up ones do not make us flood the issuer. */
const cooldownSeconds = 30

/**
 * Keeps the keys of an issuer: fetched once, shared by calls that wait for them, and again when they are ten minutes old or
 * a token names a key that is not among them, at most every 30 seconds. While the issuer cannot be reached, known keys go on.
 */
export function createKeySource(fetchKeys: () => Promise<readonly Jwk[]>): KeySource {
  let keys: readonly Jwk[] | undefined
  let fetchedAt = -Infinity
  let triedAt = -Infinity
  let fetching: Promise<void> | undefined

  async function renew(): Promise<void> {
    triedAt = nowSeconds()
    keys = await fetchKeys()
    fetchedAt = nowSeconds()
  }
  function renewOnce(): Promise<void> {
    fetching ??= renew().finally(() => {
      fetching = undefined
    })
    return fetching
  }
  /** Known keys outlive a failed fetch; without any there is nothing to answer with. */
  async function tryToRenew(): Promise<void> {
    if (keys === undefined) return renewOnce()
    const isCooling = nowSeconds() - triedAt < cooldownSeconds
    if (isCooling && fetching === undefined) return undefined
    return renewOnce().catch(() => undefined)
  }
  return {
    async find(header, algorithm) {
      const pick = () => keys?.find((each) => fits(each, header, algorithm))
      if (nowSeconds() - fetchedAt >= freshSeconds) await tryToRenew()
      if (pick() === undefined) await tryToRenew()
      return pick()
    },
  }
}

function fits(jwk: Jwk, { kid }: Jwt['header'], algorithm: Algorithm): boolean {
  return jwk.kid === kid && jwk.alg === algorithm && jwk.use === 'sig'
}
