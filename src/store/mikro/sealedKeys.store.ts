import type { SealedKeys } from '../sealedKeys.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'

const statements = {
  keep: {
    name: 'sealedKeys.keep',
    // An update that changes nothing: it waits for whoever inserts at the same time, and returns the row that is there.
    text: `insert into sealed_keys (name, sealed) values ($1, $2)
      on conflict (name) do update set name = excluded.name returning sealed`,
  },
  reseal: {
    name: 'sealedKeys.reseal',
    text: 'update sealed_keys set sealed = $3 where name = $1 and sealed = $2',
  },
} satisfies Record<string, Statement>

/** Sealed keys on the given database. Read at every start, hence not through MikroORM. */
export function sealedKeysOn(database: Database): SealedKeys {
  return {
    async keep(name, sealed) {
      const [kept] = await database.write<{ sealed: Buffer }>(statements.keep, [name, sealed])
      if (!kept) throw new Error('the database returned no row for a key that it keeps')
      return kept.sealed
    },
    async reseal(name, former, sealed) {
      await database.write(statements.reseal, [name, former, sealed])
    },
  }
}
