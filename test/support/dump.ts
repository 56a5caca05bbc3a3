import { runAsAdmin, type DatabaseAddress } from './database.ts'

/** Everything that a database holds, as text; bytes in hexadecimal digits. */
export async function dumpDatabase(database: DatabaseAddress): Promise<string> {
  const tables = await runAsAdmin(database, `select tablename from pg_tables where schemaname = 'public'`)
  const dumps = tables.map(({ tablename }) =>
    runAsAdmin(
      database,
      `select coalesce(string_agg(t::text, E'\\n'), '') as dump from "${String(tablename)}" t`,
    ),
  )
  return (await Promise.all(dumps)).map(([row]) => String(row?.['dump'])).join('\n')
}
