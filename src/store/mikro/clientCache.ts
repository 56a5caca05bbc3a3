import type { ClientCredentials } from '../../domain/oauth/client.ts'
import type { ChangeFeed } from './changeFeed.ts'

/** The apps that asked lately, with their secrets: as they are, or were at most a second ago. */
export type ClientCache = {
  /** What is kept under a public `client_id`; otherwise what `load` finds, which only several callers at once share. */
  find(clientId: string, load: () => Promise<ClientCredentials | null>): Promise<ClientCredentials | null>
  /** Forgets a client, by public or internal id: this process has just changed it. */
  forget(reference: string): void
  /** Notes the use of a secret in what is kept of its client (internal id), so that it is written once a minute only. */
  noteUse(clientId: string, secretId: string, now: Date): void
}

type Kept = {
  readonly credentials: ClientCredentials
  /** when it was asked for, by `performance.now()` */
  readonly readAt: number
  /** of the feed, when it was asked for */
  readonly listening: number
}

/** What is kept may have changed, or ended, this long ago, in milliseconds. */
const staleMs = 1_000
/** What was read this long ago is read again in any case, in milliseconds: somebody may have switched the triggers off. */
const oldMs = 60_000
/** Clients that are kept; the one that has not been asked for the longest makes room. */
const mostKept = 2_000

/** A client with keys of its own may be large, and its assertions write anyway. Who does not exist is asked for again. */
function isKept(credentials: ClientCredentials | null): credentials is ClientCredentials {
  return credentials !== null && credentials.client.jwks === null
}

/** What is kept, under both ids of a client. */
type Shelf = {
  get(clientId: string): Kept | undefined
  /** Puts it in front. */
  put(clientId: string, kept: Kept): void
  /** By public or internal id. */
  drop(reference: string): void
  /** The public id of a client that is kept, by its internal one. */
  nameOf(internalId: string): string | undefined
}

function createShelf(): Shelf {
  const kept = new Map<string, Kept>()
  const names = new Map<string, string>()
  function drop(reference: string): void {
    const clientId = names.get(reference) ?? reference
    const entry = kept.get(clientId)
    kept.delete(clientId)
    if (entry !== undefined) names.delete(entry.credentials.client.id)
  }
  return {
    get: (clientId) => kept.get(clientId),
    put(clientId, entry) {
      kept.delete(clientId)
      kept.set(clientId, entry)
      names.set(entry.credentials.client.id, clientId)
      if (kept.size > mostKept) drop(kept.keys().next().value!)
    },
    drop,
    nameOf: (internalId) => names.get(internalId),
  }
}

/**
 * Makes the cache. What it tells is a second old at most, whatever happens: either it was read in this second, or the feed
 * has heard of everything that was committed until then. A feed that is silent, cut off or swallowed by a pooler makes
 * reads of it, one a second for each client; a database that cannot be asked ends it.
 */
export function createClientCache(feed: ChangeFeed): ClientCache {
  const shelf = createShelf()
  const loading = new Map<string, Promise<ClientCredentials | null>>()

  async function read(clientId: string, load: () => Promise<ClientCredentials | null>) {
    const [readAt, listening] = [performance.now(), feed.listening()]
    const coming = load()
    loading.set(clientId, coming)
    try {
      const credentials = await coming
      // Whoever changed it meanwhile took it out of `loading`.
      const isCurrent = loading.get(clientId) === coming
      if (isCurrent && isKept(credentials)) shelf.put(clientId, { credentials, readAt, listening })
      else shelf.drop(clientId)
      return credentials
    } finally {
      if (loading.get(clientId) === coming) loading.delete(clientId)
    }
  }

  return {
    async find(clientId, load) {
      feed.keep()
      const entry = shelf.get(clientId)
      if (entry === undefined || !isFresh(entry, feed)) return loading.get(clientId) ?? read(clientId, load)
      shelf.put(clientId, entry)
      return entry.credentials
    },
    forget(reference) {
      // What is being read right now may be the former state, and nobody knows whose internal id this is.
      loading.clear()
      shelf.drop(reference)
    },
    noteUse(internalId, secretId, now) {
      const clientId = shelf.nameOf(internalId)
      const entry = clientId === undefined ? undefined : shelf.get(clientId)
      if (clientId === undefined || entry === undefined) return
      const { client, secrets } = entry.credentials
      const noted = secrets.map((each) => (each.id === secretId ? { ...each, lastUsedAt: now } : each))
      shelf.put(clientId, { ...entry, credentials: { client, secrets: noted } })
    },
  }
}

function isFresh({ readAt, listening }: Kept, feed: ChangeFeed): boolean {
  const now = performance.now()
  if (readAt >= now - staleMs) return true
  if (readAt < now - oldMs || listening === 0) return false
  return listening === feed.listening() && feed.heardUntil() >= now - staleMs
}
