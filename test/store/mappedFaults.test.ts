import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#src/store/mikro/open.ts'
import { StoreUnavailable } from '#src/store/store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import { openFaultProxy } from '#test/support/faultProxy.ts'
import { setScene, someClient } from './specimens.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
})

afterAll(() => database.drop())

const statements = ['begin', 'for no key update', 'insert into "clients"', 'commit']
const faults = statements.flatMap((text) => [
  { text, how: 'cut' as const },
  { text, how: 'silence' as const },
])

// Silences last for three seconds: together they take no longer.
describe.concurrent('a mapped transaction without an answer to its statement', () => {
  it.each(faults)(
    '$text ($how) leaves its place in the pool and its locks to others',
    async ({ text, how }) => {
      const proxy = await openFaultProxy(database.connection)
      const store = await openStore({ connection: proxy.connection, poolSize: 1 })
      try {
        const { user } = await setScene(store)
        const create = () => store.clients.create(someClient(user.id), null, 1_000)
        for (let round = 0; round < 2; round += 1) {
          proxy.loseAnswerTo(text, how)
          await expect(create()).rejects.toThrow(StoreUnavailable)
        }
        // It locks the same row.
        expect(await create()).toBe('created')
        expect(store.connections()).toMatchObject({ busy: 0, waiting: 0 })
      } finally {
        await store.close()
        await proxy.close()
      }
    },
  )
})
