import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '#src/store/mikro/database.ts'
import { requestLimits } from '#src/store/mikro/settings.ts'
import { StoreUnavailable } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await createDatabase()
})

afterAll(() => test.drop())

/** Gives the work a pool, and closes it afterwards. */
async function onDatabase(database: Database, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } finally {
    await database.close()
  }
}

// That connecting ends after 2 s, waiting for the pool after 1 s and a statement after 3 s is proven in availability.test.ts.
describe('the limits of a connection', () => {
  it.each([
    ['statement_timeout', '2800ms'],
    ['idle_in_transaction_session_timeout', '10s'],
  ])('%s is %s on the server', async (name, value) => {
    const database = openDatabase(test)
    await onDatabase(database, async () => {
      expect(await database.read({ name: '', text: `show ${name}` }, [])).toEqual([{ [name]: value }])
    })
  })

  it('a transaction that idles is ended by the server: its locks are free, and its work is StoreUnavailable', async () => {
    const limits = { ...requestLimits, idle_in_transaction_session_timeout: 200 }
    const database = openDatabase({ ...test, poolSize: 1 }, limits)
    await onDatabase(database, async () => {
      const forgotten = database.transaction(async (run) => {
        await run({ name: '', text: 'lock table users in access exclusive mode' }, [])
        const isFree = async () =>
          (await runAsAdmin(test.connection, 'select count(*)::int as count from users'))[0]?.['count']
        expect(await isFree()).toBe(0)
        await run({ name: '', text: 'select 1' }, [])
      })
      await expect(forgotten).rejects.toThrow(StoreUnavailable)
      expect(await database.read({ name: '', text: 'select 1 as one' }, [])).toEqual([{ one: 1 }])
    })
  })
})
