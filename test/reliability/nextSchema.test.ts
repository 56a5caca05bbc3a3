import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '#src/store/mikro/migrate.ts'
import { migrationsTable } from '#src/store/mikro/migrations.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { expectCalm, isServed, prepareWorkload, startLoad, type Workload } from '#test/support/load.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { findBreakingChanges } from '#test/store/migrationKinds.ts'

let service: TestService
let work: Workload

beforeAll(async () => {
  service = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' })
  work = await prepareWorkload(service)
})
afterAll(() => service.stop())

const run = (statement: string) => runAsAdmin(service.database, statement)

/** What the next release might add: to every table two columns and an index, and a table that points to one of ours. */
async function nextStatements(): Promise<readonly string[]> {
  const tables = await run(
    `select table_name as name from information_schema.tables where table_schema = 'public'
       and table_type = 'BASE TABLE' and table_name <> '${migrationsTable}'`,
  )
  return [
    ...tables.flatMap(({ name }) => [
      `alter table "${String(name)}" add column "next_note" text null, add column "next_flags" text[] not null default '{}'`,
      `create index "${String(name)}_next_note_index" on "${String(name)}" ("next_note")`,
    ]),
    `create table "next_things" ("id" uuid not null, "user_id" uuid not null, primary key ("id"),
       constraint "next_things_user_id_foreign" foreign key ("user_id") references "users" ("id") on delete cascade)`,
    'create index "next_things_user_id_index" on "next_things" ("user_id")',
  ]
}

/** Each statement waits for a lock no longer than a migration does, and is tried again. */
async function apply(statement: string): Promise<void> {
  for (;;)
    try {
      return void (await run(`set lock_timeout = 200; ${statement}`))
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03') throw error
    }
}

const askEverything = () => Promise.all(Object.values(work).map((ask) => ask()))

describe('the schema of the next release under a running one', () => {
  it('is noticed by nobody: not by what was prepared before, nor by what is prepared after', async () => {
    const statements = await nextStatements()
    expect(statements.length).toBeGreaterThan(40)
    expect(findBreakingChanges([{ name: 'next', statements }])).toEqual([])
    // Every connection has prepared what it is asked for.
    await Promise.all([askEverything(), askEverything()])
    const load = startLoad(Object.values(work), 5)
    for (const statement of statements) await apply(statement)
    const endedAt = performance.now()
    await Promise.all([askEverything(), askEverything()])
    await load.stop()
    expectCalm(load.samples)
    expect(load.samples.filter((each) => !isServed(each))).toEqual([])
    expect(load.samples.some(({ at }) => at > endedAt)).toBe(true)
  })

  it('does not keep the release before from starting', async () => {
    const later = 'Migration20991231000000_later'
    await run(`insert into ${migrationsTable} (name, executed_at) values ('${later}', now())`)
    expect(await migrate({ connection: service.database })).toEqual([])
  })

  it('would be noticed if it took something away', async () => {
    await run('alter table "users" rename column "email_verified" to "email_proven"')
    const samples = await askEverything()
    await run('alter table "users" rename column "email_proven" to "email_verified"')
    expect(samples.filter((each) => !isServed(each)).length).toBeGreaterThan(0)
    expect((await askEverything()).filter((each) => !isServed(each))).toEqual([])
  })
})
