import type { DatabaseExamination, TableSize } from '../operator.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { codeOf } from './failure.ts'
import { migrationNames, migrationsTable } from './migrations.ts'

const server: Statement = {
  name: '',
  text: `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      clock_timestamp() as now, has_schema_privilege(current_schema(), 'create') as "mayCreate"`,
}
const applied: Statement = { name: '', text: `select name from ${migrationsTable} order by name` }

/** `reltuples` is −1 where nobody has counted yet. */
const tables: Statement = {
  name: '',
  text: `select c.relname as name, nullif(c.reltuples, -1)::float8 as rows, pg_total_relation_size(c.oid)::float8 as bytes,
      has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')
        and has_table_privilege(c.oid, 'update') and has_table_privilege(c.oid, 'delete') as open
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
    order by bytes desc, name`,
}

const undefinedTable = '42P01'

type Server = Pick<DatabaseExamination, 'version' | 'now' | 'mayCreate'> & { readonly number: number }

/** Looks at a database, migrated or not. */
export async function examine(database: Database): Promise<DatabaseExamination> {
  const [found] = await database.read<Server>(server, [])
  if (found === undefined) throw new Error('the database did not tell its version')
  const names = await appliedOn(database)
  const rows = await database.read<TableSize & { readonly open: boolean }>(tables, [])
  return {
    version: found.version,
    majorVersion: Math.floor(found.number / 10_000),
    now: found.now,
    pending: migrationNames.filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !migrationNames.includes(name)),
    mayCreate: found.mayCreate,
    closedTables: rows.filter(({ open }) => !open).map(({ name }) => name),
    tables: rows.map(({ name, rows: guessed, bytes }) => ({ name, rows: guessed, bytes })),
  }
}

/** None on an empty database. */
async function appliedOn(database: Database): Promise<readonly string[]> {
  try {
    return (await database.read<{ name: string }>(applied, [])).map(({ name }) => name)
  } catch (error) {
    if (codeOf(error) === undefinedTable) return []
    throw error
  }
}
