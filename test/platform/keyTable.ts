import type { StoredSigningKey } from '#src/domain/token/signingKey.ts'
import { createKeyring, type Keyring } from '#src/platform/keyring.ts'
import { createSealing } from '#src/platform/sealing.ts'
import type { Keys } from '#src/store/keys.ts'
import { StoreUnavailable } from '#src/store/store.ts'

/** When the keyrings of these tests start. */
export const start = new Date('2026-02-06T00:00:00Z')

/** The secret of these tests. */
export const secret = 'a secret of the tests, long enough for all'

/** What seals the keys of `createNode`. */
export const sealing = createSealing([secret])

/** Signing keys in memory; `reads` counts the calls of `list`. */
export type TableOfKeys = Keys & { rows: readonly StoredSigningKey[]; reads: number; isGone: boolean }

/** The port over a table in memory: what the keyring needs of a database here is its order, not its disk. */
export function createTable(): TableOfKeys {
  let turn: Promise<unknown> = Promise.resolve()
  const table: TableOfKeys = {
    rows: [],
    reads: 0,
    isGone: false,
    list: () => {
      if (table.isGone) return Promise.reject(new StoreUnavailable('database gone'))
      table.reads += 1
      return Promise.resolve(table.rows)
    },
    change(decide, now) {
      const next = turn.then(async () => {
        const { add, status, remove } = await decide(table.rows)
        const changed = table.rows.map((row) => {
          const change = status.find(({ kid }) => kid === row.kid)
          return change ? { ...row, status: change.status, statusSince: now } : row
        })
        table.rows = [...changed.filter(({ kid }) => !remove.includes(kid)), ...add]
        return table.rows
      })
      turn = next.catch(() => undefined)
      return next
    },
  }
  return table
}

/** A keyring over these keys whose clock is `moment`; `lines` receives what it logs. */
export function createNode(keys: Keys, moment: { now: Date }, lines: unknown[] = []): Promise<Keyring> {
  const log = { info: (...line: unknown[]) => void lines.push(line) }
  return createKeyring({ keys, sealing, clock: { now: () => moment.now }, log })
}
