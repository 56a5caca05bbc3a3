import { Client } from 'pg'
import { openStore } from '#src/store/mikro/open.ts'
import { startLoad, startMeasured } from './children.ts'
import { grow } from './grow.ts'
import { setStage } from './stage.ts'
import { onPostgres } from './onPostgres.ts'

/*
 * Bytes of a row in each table that grows with the number of people, its indexes and what PostgreSQL adds included: measured over
 * rows that are copies of real ones, inserted in no order. What docs/scaling.md counts with.
 */

const people = 50_000
await onPostgres(async (postgres) => {
  const service = await startMeasured('./subject.ts', [JSON.stringify(postgres.connection)])
  const stage = await setStage(service, await startLoad())
  // One of each that nothing else made, for others to be copied from.
  await stage.refreshTokens(1)
  const store = await openStore({ connection: postgres.connection })
  await store.accessTokens.revoke('the first', new Date(Date.now() + 86_400_000))
  await store.close()
  await grow(postgres.connection, 1, people, (line) => process.stderr.write(`${line}\n`))
  const client = new Client({ ...postgres.connection })
  await client.connect()
  const { rows } = await client.query<{ name: string; rows: number; heap: number; whole: number }>(
    `select relname as name, n_live_tup::int as rows, pg_relation_size(relid)::float as heap,
      pg_total_relation_size(relid)::float as whole
    from pg_stat_user_tables where n_live_tup > 1000 order by relname`,
  )
  await client.end()
  for (const row of rows)
    process.stdout.write(
      `${row.name.padEnd(24)} ${String(row.rows).padStart(7)} rows, ${(row.whole / row.rows).toFixed(0).padStart(5)} bytes each, of which ${(row.heap / row.rows).toFixed(0)} are the row\n`,
    )
})
