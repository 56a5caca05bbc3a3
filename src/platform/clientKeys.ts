import type { Client, ClientKey } from '../domain/oauth/client.ts'
import { usableKeys } from '../domain/oauth/clientKeys.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import { OutboundFailure, type Outbound } from './outbound.ts'

/** The keys that clients publish at their `jwks_uri`. */
export type ClientKeys = {
  /**
   * The keys among which the wanted ones are: those known, or, when none of them is wanted, those that are published now.
   *
   * @param pick     the wanted ones of some keys
   * @param outside  in which whatever waits for the client's server is done
   * @returns null when nothing is known, and nothing can be fetched at this time
   */
  find(client: PublishingClient, pick: Wanted, outside: Outside): Promise<readonly ClientKey[] | null>
}

/** A client that publishes its keys. */
export type PublishingClient = Pick<Client, 'id'> & { readonly jwksUri: string }

type Outside = <T>(work: () => Promise<T>) => Promise<T>

type Wanted = (keys: readonly ClientKey[]) => readonly ClientKey[]

/** Keys are believed so long: one that a client withdrew stops working soon. */
const freshMs = 5 * 60_000
/** Between two fetches, whatever is asked for and whether the last one worked: nobody makes us call a server often. */
const pauseMs = 10_000
/** Keys that could not be fetched again are used so long: a client's server may be away for a while. */
const staleMs = 60 * 60_000
/** Requests that wait for the keys of one client at once; more are refused. */
const mostWaiting = 100
/** Clients whose keys are remembered. */
const mostClients = 1000

type Known = {
  keys: readonly ClientKey[] | null
  /** when the keys were fetched */
  at: number
  /** when a fetch was last begun */
  askedAt: number
  fetching: Promise<void> | null
  waiting: number
}

/** Makes the memory of clients' keys. Every client has a place of its own: one with a dead server keeps nobody else waiting. */
export function createClientKeys({
  outbound,
  clock,
  log,
}: {
  readonly outbound: Pick<Outbound, 'getJson'>
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
}): ClientKeys {
  const places = new Map<string, Known>()

  function placeOf({ id, jwksUri }: PublishingClient): Known {
    const key = `${id} ${jwksUri}`
    const known = places.get(key) ?? { keys: null, at: 0, askedAt: -Infinity, fetching: null, waiting: 0 }
    places.delete(key)
    places.set(key, known)
    if (places.size > mostClients) places.delete(places.keys().next().value!)
    return known
  }

  async function fetchInto(known: Known, { id, jwksUri }: PublishingClient): Promise<void> {
    known.askedAt = clock.now().getTime()
    try {
      known.keys = usableKeys(await outbound.getJson(jwksUri, id))
      known.at = clock.now().getTime()
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error
      log.info({ clientId: id, trouble: error.trouble }, 'the keys of a client could not be fetched')
    }
  }

  async function refresh(known: Known, client: PublishingClient): Promise<void> {
    if (known.waiting >= mostWaiting) return
    known.fetching ??= fetchInto(known, client).finally(() => (known.fetching = null))
    known.waiting += 1
    try {
      await known.fetching
    } finally {
      known.waiting -= 1
    }
  }

  return {
    async find(client, pick, outside) {
      const known = placeOf(client)
      const now = clock.now().getTime()
      const found = pick(known.keys ?? [])
      if (found.length > 0 && now - known.at < freshMs) return found
      if (known.fetching !== null || now - known.askedAt >= pauseMs)
        await outside(() => refresh(known, client))
      if (known.keys === null || now - known.at >= staleMs) return null
      return pick(known.keys)
    },
  }
}
