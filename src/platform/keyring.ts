import { createPublicKey, type KeyObject } from 'node:crypto'

import { signingAlgorithms, type KeyLifetimes } from '../domain/token/keySchedule.ts'
import type {
  PublicJwk,
  SigningAlgorithm,
  SigningKeyStatus,
  StoredSigningKey,
} from '../domain/token/signingKey.ts'
import type { KeyChanges, Keys } from '../store/keys.ts'
import type { Clock } from './clock.ts'
import { describePublicKey, keyLifetimes, openPrivateKey, planKeyChanges } from './keyChanges.ts'
import { decodeSegment, encodeSegment, parseClaims, signBytes, splitCompact, verifyBytes } from './jws.ts'
import type { Log } from './log.ts'
import type { Sealing } from './sealing.ts'

/** The keys that sign and verify our tokens. */
export type Keyring = {
  /**
   * Signs with the active key of the algorithm, synchronously.
   *
   * @param typ  the header's `typ`: `at+jwt` (RFC 9068 §2.1), `JWT` for ID tokens
   * @returns a compact JWS (RFC 7515 §3.1)
   */
  sign(algorithm: SigningAlgorithm, typ: string, claims: object): string
  /**
   * The claims of a token which we signed with this algorithm and this `typ`, or null.
   *
   * The header has to be byte for byte one that we write, so that no `alg`, `kid`, `jku`, `jwk` or `crit` of
   * a stranger is ever interpreted (RFC 8725 §3.1); each part has to be canonical base64url. `exp` and the
   * other claims are the caller's business. Where null may mean a key that another node added since, the
   * caller may `refresh` and ask once more.
   */
  verify(algorithm: SigningAlgorithm, typ: string, token: string): Record<string, unknown> | null
  /** The JWK Set (RFC 7517 §5): active, next and retiring keys, public members only. */
  jwks(): { readonly keys: PublicJwk[] }
  /**
   * Loads the keys again, because another node may have changed them. Within 10 s of the last load it does
   * nothing.
   *
   * @throws StoreUnavailable when the store cannot be asked; the keys at hand stay in use
   */
  refresh(): Promise<void>
  /** Rotates by schedule; a no-op when nothing is due. Throws like `refresh`. */
  maintain(): Promise<void>
  /** Whether there is an active key for every algorithm. */
  canSign(): boolean
  /** Calls the listener whenever what `jwks` answers has changed. */
  onChange(listener: () => void): void
}

type RingKey = {
  readonly kid: string
  readonly algorithm: SigningAlgorithm
  readonly status: SigningKeyStatus
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly publicJwk: PublicJwk
  /** the encoded header for each `typ` used so far */
  readonly headers: Map<string, string>
}

const refreshMilliseconds = 10_000
const statusOrder: readonly SigningKeyStatus[] = ['active', 'next', 'retiring']

/**
 * Makes the keyring: reads the keys from the store, and makes those that are due.
 *
 * @param options.lifetimes  default: a day published before signing, 90 days signing, 7 days verifying only
 * @throws StoreUnavailable; Error when a stored key cannot be opened, in words that say what to do
 */
export async function createKeyring(options: {
  readonly keys: Keys
  readonly sealing: Sealing
  readonly clock: Clock
  readonly lifetimes?: KeyLifetimes
  readonly log: Pick<Log, 'info'>
}): Promise<Keyring> {
  const { keys, sealing, clock, lifetimes = keyLifetimes, log } = options
  const listeners: (() => void)[] = []
  let ring: readonly RingKey[] = []
  let set: { readonly keys: PublicJwk[] } = { keys: [] }
  let loadedAt = Number.NEGATIVE_INFINITY
  let refreshing: Promise<void> | null = null
  const inTurn = createTurns()

  async function adopt(stored: readonly StoredSigningKey[]): Promise<void> {
    const before = JSON.stringify(set)
    ring = await openRing(stored, ring, sealing)
    loadedAt = clock.now().getTime()
    set = { keys: ring.map((key) => key.publicJwk) }
    if (JSON.stringify(set) !== before) for (const listener of listeners) listener()
  }

  async function rotate(): Promise<void> {
    const now = clock.now()
    let made: KeyChanges = { add: [], status: [], remove: [] }
    const stored = await keys.change(async (present) => {
      made = await planKeyChanges(present, { sealing, lifetimes }, now)
      return made
    }, now)
    await adopt(stored)
    logChanges(made, log)
  }

  async function load(): Promise<void> {
    await adopt(await keys.list())
  }

  await inTurn(rotate)

  return {
    sign: (algorithm, typ, claims) => signWith(ring, algorithm, typ, claims),
    verify: (algorithm, typ, token) => verifyWith(ring, algorithm, typ, token),
    jwks: () => set,
    async refresh() {
      // A clock that stepped back counts as "long ago".
      if (Math.abs(clock.now().getTime() - loadedAt) < refreshMilliseconds) return
      refreshing ??= inTurn(load).finally(() => (refreshing = null))
      await refreshing
    },
    maintain: () => inTurn(rotate),
    canSign: () => signingAlgorithms.every((algorithm) => activeKey(ring, algorithm) !== undefined),
    onChange: (listener) => void listeners.push(listener),
  }
}

/** One exchange with the store after the other: an older answer must not replace a newer one. */
function createTurns(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
}

function activeKey(ring: readonly RingKey[], algorithm: SigningAlgorithm): RingKey | undefined {
  return ring.find((candidate) => candidate.algorithm === algorithm && candidate.status === 'active')
}

function signWith(
  ring: readonly RingKey[],
  algorithm: SigningAlgorithm,
  typ: string,
  claims: object,
): string {
  const key = activeKey(ring, algorithm)
  if (!key) throw new Error(`no active signing key for ${algorithm}`)
  const input = `${headerOf(key, typ)}.${encodeSegment(claims)}`
  return `${input}.${signBytes(algorithm, key.privateKey, input)}`
}

function headerOf(key: RingKey, typ: string): string {
  const known = key.headers.get(typ)
  if (known !== undefined) return known
  const header = encodeSegment({ alg: key.algorithm, typ, kid: key.kid })
  key.headers.set(typ, header)
  return header
}

function verifyWith(ring: readonly RingKey[], algorithm: SigningAlgorithm, typ: string, token: string) {
  const parts = splitCompact(token)
  if (!parts) return null
  const key = ring.find(
    (candidate) => candidate.algorithm === algorithm && headerOf(candidate, typ) === parts.header,
  )
  const payload = decodeSegment(parts.payload)
  const signature = decodeSegment(parts.signature)
  if (!key || !payload || !signature) return null
  // The signature comes before the claims are parsed: what a stranger wrote is never interpreted.
  const isOurs = verifyBytes(algorithm, key.publicKey, `${parts.header}.${parts.payload}`, signature)
  return isOurs ? parseClaims(payload) : null
}

/** Opens the stored keys; those that the ring holds already are taken over, with their new status. */
async function openRing(
  stored: readonly StoredSigningKey[],
  present: readonly RingKey[],
  sealing: Sealing,
): Promise<readonly RingKey[]> {
  const opened = await Promise.all(
    stored.map(async (key): Promise<RingKey> => {
      const known = present.find(({ kid }) => kid === key.kid)
      return known ? { ...known, status: key.status } : openKey(key, sealing)
    }),
  )
  // Some verifiers without a use for `kid` try only the first key: it is the one that signs.
  return opened.toSorted((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))
}

async function openKey(stored: StoredSigningKey, sealing: Sealing): Promise<RingKey> {
  const privateKey = openPrivateKey(stored, sealing)
  const publicKey = createPublicKey(privateKey)
  const publicJwk = await describePublicKey(publicKey, stored.algorithm)
  // The stored public half is not trusted: whoever can write to the database must not be able to add a key of
  // theirs.
  if (publicJwk.kid !== stored.kid)
    throw new Error(`signing key ${stored.kid} in the database was changed: remove its row`)
  const { kid, algorithm, status } = stored
  return { kid, algorithm, status, privateKey, publicKey, publicJwk, headers: new Map() }
}

function logChanges({ add, status, remove }: KeyChanges, log: Pick<Log, 'info'>): void {
  if (add.length + status.length + remove.length === 0) return
  const made = add.map((key) => `${key.algorithm} ${key.status} ${nameOf(key.kid)}`)
  const changed = status.map((key) => `${key.status} ${nameOf(key.kid)}`)
  log.info({ made, changed, removed: remove.map(nameOf) }, 'the signing keys changed')
}

/** Enough of a `kid` to find the key by. */
function nameOf(kid: string): string {
  return kid.slice(0, 8)
}
