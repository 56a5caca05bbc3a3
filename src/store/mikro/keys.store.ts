import type { StoredSigningKey } from '../../domain/token/signingKey.ts'
import type { Keys } from '../keys.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database, Run } from './database.ts'
import type { Statement } from './statement.ts'
import { signingKeyColumns } from './rows.ts'

const key = slots(signingKeyColumns, 1)

/** The advisory lock under which keys change; any constant will do, as long as nothing else of ours uses it. */
const changeLock = 72_616_331

/** A node that rotates may be making an RSA key: the others wait this long for it, in milliseconds. */
const changePatience = 9_000

const statements = {
  list: {
    name: 'keys.list',
    text: `select ${selection(signingKeyColumns, 'k')} from signing_keys k order by k.created_at, k.kid`,
  },
  patience: { name: 'keys.patience', text: `set local statement_timeout = ${changePatience}` },
  lock: { name: 'keys.lock', text: 'select pg_advisory_xact_lock($1)' },
  add: {
    name: 'keys.add',
    text: `insert into signing_keys (${key.names}) values (${key.parameters})`,
  },
  status: {
    name: 'keys.status',
    text: 'update signing_keys set status = $2, status_since = $3 where kid = $1',
  },
  remove: { name: 'keys.remove', text: 'delete from signing_keys where kid = $1' },
} satisfies Record<string, Statement>

/** Signing keys on the given database. Read at every start, hence not through MikroORM. */
export function keysOn(database: Database): Keys {
  return {
    list: () => listBy(database.read),
    change: (decide, now) =>
      database.transaction(async (run) => {
        await run(statements.patience, [])
        await run(statements.lock, [changeLock], changePatience)
        const changes = await decide(await listBy(run))
        for (const added of changes.add) await run(statements.add, key.values(added))
        for (const { kid, status } of changes.status) await run(statements.status, [kid, status, now])
        for (const kid of changes.remove) await run(statements.remove, [kid])
        return listBy(run)
      }),
  }
}

async function listBy(run: Run): Promise<readonly StoredSigningKey[]> {
  const rows = await run(statements.list, [])
  return rows.map((row) => readRow(signingKeyColumns, 'k', row))
}
