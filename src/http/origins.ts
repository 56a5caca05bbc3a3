import type { Context } from '../context.ts'

/** Milliseconds for which an answer of the database is believed: briefly where it was no, so that a new app works soon. */
const knownMs = { yes: 60_000, no: 5_000 } as const

/** Origins remembered at most: scripts can send whatever origin they are at, and there is no end to those. */
const mostOrigins = 1000

type Known = { isRegistered: Promise<boolean>; until: number }

/**
 * Tells whether the redirect URI of any app leads to an origin. Asks the database once a minute for each origin; what it knew
 * stands while the database is away, and what it did not know is not registered then.
 */
export function createOrigins({ store, clock }: Pick<Context, 'store' | 'clock'>) {
  const known = new Map<string, Known>()

  function renew(origin: string, former: Known | undefined, now: number): Known {
    const fresh: Known = { isRegistered: ask(origin, former), until: now + knownMs.no }
    void fresh.isRegistered.then((yes) => {
      if (yes) fresh.until = now + knownMs.yes
    })
    known.delete(origin)
    known.set(origin, fresh)
    if (known.size > mostOrigins) known.delete(known.keys().next().value!)
    return fresh
  }

  async function ask(origin: string, former: Known | undefined): Promise<boolean> {
    try {
      return await store.clients.hasWebOrigin(origin)
    } catch {
      return (await former?.isRegistered) ?? false
    }
  }

  return (origin: string): Promise<boolean> => {
    const now = clock.now().getTime()
    const found = known.get(origin)
    const current = found !== undefined && found.until > now ? found : renew(origin, found, now)
    return current.isRegistered
  }
}
