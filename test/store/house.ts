import { Client } from 'pg'
import { expiryRules } from '#src/store/mikro/expiry.rules.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin } from '#test/support/database.ts'
import { setScene, type Scene } from './specimens.ts'

/** Seconds of a day. */
export const day = 86_400

/** After how many seconds an unused session ends, in these tests. */
export const idleSeconds = 7 * day

/** A database in which housekeeping is tried. */
export type House = {
  readonly store: Store
  /** What a statement as the owner of everything answers. */
  sql(statement: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  count(table: string): Promise<number>
  /** Follows one rule to its end; rows of each batch. */
  follow(rule: string, now: Date): Promise<readonly number[]>
  /** Follows all rules, in their order. */
  followAll(now: Date): Promise<void>
  /** Does the work while another connection holds what the statement locks. */
  holding(statement: string, values: readonly unknown[], work: () => Promise<void>): Promise<void>
  /** Empties it, and stores a user with a session and an app. */
  reset(): Promise<Scene>
  close(): Promise<void>
}

/** Opens a database of its own. */
export async function openHouse(): Promise<House> {
  const database = await createDatabase()
  const store = await openStore(database)
  const sql: House['sql'] = (statement, values = []) => runAsAdmin(database.connection, statement, values)

  async function follow(rule: string, now: Date): Promise<readonly number[]> {
    const batches: number[] = []
    for (let from: string | null = null; ;) {
      const removal = await store.expiry.remove(rule, from, idleSeconds, now)
      if (removal === 'busy') throw new Error('somebody else is at it')
      batches.push(removal.rows)
      if (removal.next === null) return batches
      from = removal.next
    }
  }

  async function holding(statement: string, values: readonly unknown[], work: () => Promise<void>) {
    const holder = new Client({ ...database.connection })
    await holder.connect()
    try {
      await holder.query('begin')
      await holder.query(statement, [...values])
      await work()
    } finally {
      await holder.end()
    }
  }

  return {
    store,
    sql,
    count: async (table) => Number((await sql(`select count(*)::int as count from ${table}`))[0]?.count),
    follow,
    async followAll(now) {
      for (const rule of store.expiry.rules) await follow(rule, now)
    },
    holding,
    async reset() {
      await sql(`truncate ${expiryRules.map(({ table }) => table).join(', ')}, users cascade`)
      return setScene(store)
    },
    async close() {
      await store.close()
      await database.drop()
    },
  }
}
