import { createHash } from 'node:crypto'
import { openStore } from '#src/store/mikro/open.ts'
import type { DatabaseSettings } from '#src/store/mikro/settings.ts'
import type { Store } from '#src/store/store.ts'

/** What a racing process is told, in this order: where the database is once, then round after round what to race for. */
export type RaceOrder =
  | { readonly connection: DatabaseSettings['connection'] }
  | { readonly prize: 'codes' | 'refreshTokens'; readonly hashes: readonly string[]; readonly now: string }

/** What it answers: that it is ready, then the hashes that it won. */
export type RaceReport = { readonly ready: true } | { readonly won: readonly string[] }

let store: Store | null = null

process.on('message', (order: RaceOrder) => {
  void obey(order).then((report) => process.send?.(report))
})

process.on('disconnect', () => {
  void store?.close()
})

async function obey(order: RaceOrder): Promise<RaceReport> {
  if ('connection' in order) {
    const opened = await openStore(order)
    store = opened
    // Every connection is opened before the start, or the first round would be a race of handshakes.
    await Promise.all(Array.from({ length: 10 }, () => opened.databaseTime()))
    return { ready: true }
  }
  const tried = order.hashes.map(async (hash) => ((await race(order, hash)) ? [hash] : []))
  return { won: (await Promise.all(tried)).flat() }
}

/** Tries one redemption; what would come of it is made up from the old hash and this process, so that it is nobody else's. */
async function race(order: Exclude<RaceOrder, { connection: unknown }>, hash: string): Promise<boolean> {
  if (store === null) throw new Error('the race has begun before the store was opened')
  const now = new Date(order.now)
  const generation = order.prize === 'codes' ? 1 : 2
  const offspring = {
    hash: createHash('sha256').update(`${process.pid} ${hash}`).digest(),
    generation,
    createdAt: now,
    expiresAt: new Date(now.getTime() + 3_600_000),
    consumedAt: null,
    salt: null,
  }
  const from = Buffer.from(hash, 'hex')
  return order.prize === 'codes'
    ? store.codes.redeem(from, offspring, null, now)
    : store.refreshTokens.rotate(from, Buffer.alloc(32), offspring, null, now)
}
