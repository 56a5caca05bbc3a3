import { after } from '../../domain/moment.ts'
import type { Expiry, Removal } from '../expiry.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { expiryRules, type ExpiryRule } from './expiry.rules.ts'

/** The advisory lock under which expired rows are removed: one node at a time. */
const expiryLock = 72_616_332

/** Rows of a batch. Few enough that it is over before anybody notices. */
const mostRows = 500

const beginning = '00000000-0000-0000-0000-000000000000'

/** Limits of the transaction, so that it neither waits for a request nor lets one wait; and the lock, if it is free. */
const enter: Statement = {
  name: 'expiry.enter',
  text: `select set_config('lock_timeout', '100ms', true), set_config('statement_timeout', '2s', true),
    pg_try_advisory_xact_lock($1) as is_ours`,
}

/** The statements, by rule. */
export const expiryStatements: Readonly<Record<string, Statement>> = Object.fromEntries(
  expiryRules.map(({ name, statement }) => [name, statement]),
)

/** The clearing away on the given database. */
export function expiryOn(database: Database): Expiry {
  const rules = new Map(expiryRules.map((rule) => [rule.name, rule]))
  return {
    rules: [...rules.keys()],
    async remove(name, from, idleSeconds, now) {
      const rule = rules.get(name)
      if (rule === undefined) throw new Error(`there is no rule ${name}`)
      const values = valuesOf(rule, from, idleSeconds, now)
      return database.transaction(async (run): Promise<Removal> => {
        const [gate] = await run<{ is_ours: boolean }>(enter, [expiryLock])
        if (gate?.is_ours !== true) return 'busy'
        const [removal] = await run<Exclude<Removal, 'busy'>>(rule.statement, values)
        return removal ?? { rows: 0, next: null }
      })
    },
  }
}

function valuesOf(rule: ExpiryRule, from: string | null, idleSeconds: number, now: Date): readonly unknown[] {
  const before = after(now, -rule.keepSeconds)
  const idleBefore = after(before, -idleSeconds)
  return rule.values({ now, before, idleBefore, most: mostRows, from: from ?? beginning })
}
