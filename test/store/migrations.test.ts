import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate, pendingMigrations, schemaDrift } from '#src/store/mikro/migrate.ts'
import { migrationNames } from '#src/store/mikro/migrations.ts'
import { createDatabase, createEmptyDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'

let migrated: TestDatabase

beforeAll(async () => {
  migrated = await createDatabase()
})

afterAll(async () => {
  await migrated.drop()
})

/** Gives the work a database without tables, and drops it afterwards. */
async function onEmptyDatabase(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await createEmptyDatabase()
  try {
    await work(database)
  } finally {
    await database.drop()
  }
}

describe('migrations', () => {
  it('are pending until they are applied, and applied once', () =>
    onEmptyDatabase(async (database) => {
      expect(await pendingMigrations(database)).toEqual(migrationNames)
      expect(await migrate(database)).toEqual(migrationNames)
      expect(await pendingMigrations(database)).toEqual([])
      expect(await migrate(database)).toEqual([])
    }))

  it('are applied by one of two processes that start at once; the other waits', () =>
    onEmptyDatabase(async ({ connection }) => {
      const script = fileURLToPath(import.meta.resolve('./migrator.ts'))
      const children = [1, 2].map(() => fork(script, { execArgv: [] }))
      await Promise.all(children.map((child) => once(child, 'message')))
      const answers = children.map((child) => once(child, 'message'))
      const exits = children.map((child) => once(child, 'exit'))
      for (const child of children) child.send(connection)
      const applied = (await Promise.all(answers)).map(([names]) => names as string[])
      expect(applied.toSorted((one, other) => other.length - one.length)).toEqual([migrationNames, []])
      expect((await Promise.all(exits)).map(([code]) => code as number)).toEqual([0, 0])
      expect(await pendingMigrations({ connection })).toEqual([])
    }))

  it('wait for whoever holds the lock', () =>
    onEmptyDatabase(async (database) => {
      const holder = new Client({ ...database.connection })
      await holder.connect()
      await holder.query('select pg_advisory_lock(72616330)')
      const migrating = migrate(database)
      const isWaiting = async () => {
        const waiting = 'select 1 from pg_locks where locktype = $1 and objid = 72616330 and not granted'
        return (await holder.query(waiting, ['advisory'])).rowCount === 1
      }
      // Two waits: the first ends by its lock timeout, the second shows that it was not the last.
      await expect.poll(isWaiting, { interval: 10 }).toBe(true)
      await expect.poll(isWaiting, { interval: 10 }).toBe(false)
      await expect.poll(isWaiting, { interval: 10 }).toBe(true)
      expect(await pendingMigrations(database)).toEqual(migrationNames)
      await holder.end()
      expect(await migrating).toEqual(migrationNames)
    }))

  it('are listed completely and in order', async () => {
    const folder = fileURLToPath(new URL('migrations/', import.meta.resolve('#src/store/mikro/open.ts')))
    const files = (await readdir(folder)).map((file) => basename(file, '.ts'))
    expect(migrationNames).toEqual(files.toSorted())
  })
})

describe('the schema', () => {
  it('is what the entities say', async () => {
    expect(await schemaDrift(migrated)).toBe('')
  })

  it('shows a difference where there is one', () =>
    onEmptyDatabase(async (database) => {
      await migrate(database)
      const changes = [
        'alter table users add column nickname text',
        'drop index grants_session_id_index',
        'alter table signing_keys drop constraint signing_keys_status_check',
        'alter table refresh_tokens alter column generation type bigint',
      ]
      for (const change of changes) await runAsAdmin(database.connection, change)
      const drift = await schemaDrift(database)
      expect(drift).toContain('drop column "nickname"')
      expect(drift).toContain('grants_session_id_index')
      expect(drift).toContain('signing_keys_status_check')
      expect(drift).toContain('"generation" type int')
    }))

  it('has an index for every foreign key, so that a deletion reads no whole table', async () => {
    const bare = await runAsAdmin(
      migrated.connection,
      `select conname from pg_constraint c where contype = 'f' and not exists (
         select 1 from pg_index i where i.indrelid = c.conrelid and (i.indkey::int2[])[0] = c.conkey[1]
       )`,
    )
    expect(bare).toEqual([])
  })
})
