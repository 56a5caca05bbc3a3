import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate, openStore, pendingMigrations } from '#src/store/mikro/open.ts'
import { StoreUnavailable, type Store } from '#src/store/store.ts'
import {
  createDatabase,
  runAsAdmin,
  type DatabaseAddress,
  type TestDatabase,
} from '#test/support/database.ts'
import { openProxy } from './proxy.ts'
import { after, someClient, someHash, someId, someUser, start } from './specimens.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
  // A start loads MikroORM, too: half a second that no limit below is about.
  await import('#src/store/mikro/mapped.ts')
})

afterAll(async () => {
  await database.drop()
})

/** Gives the work a store, and closes it afterwards. */
async function onStore<T>(
  settings: { connection: DatabaseAddress; poolSize?: number },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openStore(settings)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Does the work and tells how many milliseconds it took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const nowhere = [
  { host: '/nonexistent', port: 5432, user: 'latchkey', database: 'latchkey' },
  { host: '127.0.0.1', port: 1, user: 'latchkey', database: 'latchkey' },
]

// Each of these waits for one of the store's own timeouts; together they take as long as the longest.
describe.concurrent('without a database', () => {
  it.each(nowhere)('at $host every question is StoreUnavailable', async (connection) => {
    await onStore({ connection }, async (store) => {
      const questions = [
        store.databaseTime(),
        store.users.findByEmail('ann@example.com'),
        store.sessions.findByToken(someHash()),
        store.clients.findByClientId('app_x', start),
        store.clients.findOwned(someId(), 'app_x'),
        store.clients.create(someClient(null), null),
        store.consents.record(someId(), someId(), ['email'], start),
        store.codes.redeem(someHash(), null, null, start),
        store.keys.list(),
        store.keys.change(() => ({ add: [], status: [], remove: [] }), start),
        migrate({ connection }),
        pendingMigrations({ connection }),
      ]
      const outcomes = await Promise.allSettled(questions)
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) })
      }
    })
  })

  it('a server that accepts and says nothing is given up after two seconds', async () => {
    const proxy = await openProxy(database.connection)
    proxy.freeze()
    await onStore({ connection: proxy.connection }, async (store) => {
      const questions = [store.users.findByEmail('ann@example.com'), store.databaseTime()]
      const took = await timed(async () => {
        await Promise.all(questions.map((question) => expect(question).rejects.toThrow(StoreUnavailable)))
      })
      expect(took).toBeLessThan(2_500)
    })
    await proxy.close()
  })

  it('a server that stops answering is given up after three seconds, and its late answer is nobody’s', async () => {
    const proxy = await openProxy(database.connection)
    await onStore({ connection: proxy.connection, poolSize: 1 }, async (store) => {
      const user = someUser()
      await store.users.create(user, 'late@example.com', 'phc')
      proxy.freeze()
      const took = await timed(() =>
        expect(store.users.findByEmail('late@example.com')).rejects.toThrow(StoreUnavailable),
      )
      expect(took).toBeLessThan(3_500)
      proxy.thaw()
      expect(await store.users.findByEmail('other@example.com')).toBeNull()
      expect((await store.users.findByEmail('late@example.com'))?.user).toEqual(user)
      expect(proxy.accepted()).toBe(2)
    })
    await proxy.close()
  })

  it('a question waits a second for a connection, not longer', async () => {
    await onStore({ ...database, poolSize: 1 }, async (store) => {
      const gate = Promise.withResolvers<void>()
      const began = Promise.withResolvers<void>()
      const changing = store.keys.change(async () => {
        began.resolve()
        await gate.promise
        return { add: [], status: [], remove: [] }
      }, start)
      await began.promise
      try {
        const took = await timed(async () => {
          const questions = [
            store.users.findByEmail('ann@example.com'),
            store.clients.findOwned(someId(), 'app_x'),
          ]
          for (const outcome of await Promise.allSettled(questions)) {
            expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) })
          }
        })
        expect(took).toBeGreaterThan(900)
        expect(took).toBeLessThan(1_500)
      } finally {
        gate.resolve()
        await changing
      }
      expect(await store.users.findByEmail('ann@example.com')).toBeNull()
    })
  })
})

describe('after a failure', () => {
  // By itself: the server is 200 ms ahead of the client, which what others do in the same event loop would use up.
  it('a statement that takes too long is ended by the server, and the connection stays', async () => {
    const proxy = await openProxy(database.connection)
    const holder = new Client({ ...database.connection })
    await holder.connect()
    await holder.query('begin; lock table revoked_access_tokens in access exclusive mode')
    await onStore({ connection: proxy.connection, poolSize: 1 }, async (store) => {
      const took = await timed(() =>
        expect(store.accessTokens.revoke('jti', after(60))).rejects.toThrow(StoreUnavailable),
      )
      expect(took).toBeLessThan(3_500)
      await holder.query('rollback')
      await store.accessTokens.revoke('jti', after(60))
      expect(proxy.accepted()).toBe(1)
    })
    await holder.end()
    await proxy.close()
  })

  it('reads notice nothing of connections that died while idle, and writes fail at most once', async () => {
    const proxy = await openProxy(database.connection)
    const losses: string[] = []
    const log = (line: string) => losses.push(line)
    await onStore({ connection: proxy.connection, ...{ log } }, async (store) => {
      const warm = () => Promise.all(Array.from({ length: 10 }, () => store.databaseTime()))
      await warm()
      proxy.cut()
      await warm()
      proxy.cut()
      await store.accessTokens.revoke('jti-2', after(60)).catch((error: unknown) => {
        expect(error).toBeInstanceOf(StoreUnavailable)
        return store.accessTokens.revoke('jti-2', after(60))
      })
    })
    await proxy.close()
    expect(losses.length).toBeGreaterThan(0)
  })

  it('sessions ended by the server are replaced, also under a transaction', async () => {
    const application =
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'
    await onStore(database, async (store) => {
      const change = store.keys.change(async () => {
        await runAsAdmin(database.connection, application)
        return { add: [], status: [], remove: [] }
      }, start)
      await expect(change).rejects.toThrow(StoreUnavailable)
      expect(await store.keys.list()).toEqual([])
      expect(await store.clients.findOwned(someId(), 'app_x')).toBeNull()
    })
  })

  it('a closed store answers StoreUnavailable', async () => {
    const store = await onStore(database, async (opened) => opened)
    await expect(store.users.findByEmail('ann@example.com')).rejects.toThrow(StoreUnavailable)
    await expect(store.clients.findOwned(someId(), 'app_x')).rejects.toThrow(StoreUnavailable)
  })
})
