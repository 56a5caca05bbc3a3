import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client, ClientSecret } from '#src/domain/oauth/client.ts'
import { openChangeFeed } from '#src/store/mikro/changeFeed.ts'
import { createClientCache } from '#src/store/mikro/clientCache.ts'
import { openDatabase } from '#src/store/mikro/database.ts'
import { openStore } from '#src/store/mikro/open.ts'
import { openOperator } from '#src/store/mikro/openOperator.ts'
import type { Operator } from '#src/store/operator.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import {
  after,
  someClient as someClientWithKeys,
  someHash,
  someSecret,
  someUser,
  start,
} from './specimens.ts'

let database: TestDatabase
let node: Store
let other: Store
let operator: Operator

/** What a node may be behind, and what a busy machine may be late. */
const withinASecond = { timeout: 1_500, interval: 20 }

beforeAll(async () => {
  database = await createDatabase()
  ;[node, other] = [await openStore(database), await openStore(database)]
  operator = openOperator(database)
})

afterAll(async () => {
  await Promise.all([node.close(), other.close(), operator.close()])
  await database.drop()
})

/** A client that proves itself by secrets. */
function someClient(ownerId: string | null): Client {
  return { ...someClientWithKeys(ownerId), jwks: null }
}

type Known = { readonly client: Client; readonly secret: ClientSecret; readonly ownerId: string }

/** An app that both nodes have in mind. */
async function someKnown(): Promise<Known> {
  const user = someUser()
  await node.users.create(user, user.id, 'phc')
  const [client, secret] = [someClient(user.id), someSecret()]
  await node.clients.create(client, secret)
  const known = { client, secret, ownerId: user.id }
  for (const each of [node, other]) expect(await recall(each, known)).not.toBeNull()
  return known
}

function recall(at: Store, { client }: Known) {
  return at.clients.recallByClientId(client.clientId, after(1))
}

/** Changes rows as nobody of ours does: without a word to whoever listens. */
async function inSilence(statement: string, values: readonly unknown[]): Promise<void> {
  const text = statement.replaceAll(/\$(\d)/g, (_, place: string) => `'${String(values[Number(place) - 1])}'`)
  await runAsAdmin(database.connection, `set session_replication_role = replica; ${text}`)
}

describe('recalled clients', () => {
  it('are those that are stored', async () => {
    const known = await someKnown()
    expect(await recall(node, known)).toEqual({ client: known.client, secrets: [known.secret] })
  })

  const ways: readonly [string, (known: Known) => Promise<unknown>][] = [
    ['its owner deletes it', ({ client, ownerId }) => node.clients.deleteOwned(ownerId, client.clientId)],
    ['its owner changes it', ({ client }) => node.clients.update(client, { name: 'New' }, after(9))],
    ['it gets another secret', ({ client }) => node.clients.addSecret(client.id, someSecret(), 5, after(9))],
    ['a secret is deleted', ({ client, secret }) => node.clients.deleteSecret(client.id, secret.id)],
    ['it registers anew', ({ client }) => node.registrations.replace(client, replaced, null, after(9))],
    [
      'the operator changes it',
      ({ client }) => operator.changeClient(client, { firstParty: true }, after(9)),
    ],
    ['the operator deletes it', ({ client }) => operator.deleteClient(client.id)],
    ['its owner is deleted', ({ ownerId }) => operator.deleteUser(ownerId)],
  ]

  it.each(ways)('are other ones within a second, at every node, once %s', async (_way, change) => {
    const known = await someKnown()
    const before = await recall(other, known)
    await change(known)
    await expect.poll(() => recall(other, known), withinASecond).not.toEqual(before)
    await expect.poll(() => recall(node, known), withinASecond).not.toEqual(before)
  })

  it.each(ways.slice(0, 5))('are other ones at once where %s', async (_way, change) => {
    const known = await someKnown()
    const before = await recall(node, known)
    await change(known)
    expect(await recall(node, known)).not.toEqual(before)
  })

  it('are not those that were being read while they changed', async () => {
    const known = await someKnown()
    await node.clients.update(known.client, { name: 'First' }, after(2))
    const read = (await node.clients.findOwned(known.ownerId, known.client.id))!
    const [, changed] = [recall(node, known), node.clients.update(read, { name: 'Second' }, after(3))]
    await changed
    expect((await recall(node, known))?.client.name).toBe('Second')
  })

  it('are a second old at most when the listening connection is cut', async () => {
    const known = await someKnown()
    await runAsAdmin(
      database.connection,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and (query like 'listen%' or query like 'select pg_notify%')`,
    )
    await inSilence('delete from clients where id = $1', [known.client.id])
    await expect.poll(() => recall(other, known), withinASecond).toBeNull()
  })

  it('note the use of a secret once', async () => {
    const known = await someKnown()
    await node.clients.touchSecret(known.client.id, known.secret.id, after(5))
    expect((await recall(node, known))?.secrets[0]?.lastUsedAt).toEqual(after(5))
    expect((await node.clients.listSecrets(known.client.id))[0]?.lastUsedAt).toEqual(after(5))
  })

  it('who do not exist are asked for every time', async () => {
    const client = someClient(null)
    expect(await node.clients.recallByClientId(client.clientId, start)).toBeNull()
    await other.clients.create(client, null)
    expect(await node.clients.recallByClientId(client.clientId, start)).toEqual({ client, secrets: [] })
  })
})

describe('the cache of clients', () => {
  const credentials = () => ({ client: someClient(null), secrets: [] })
  const feed = (heardUntil: () => number, listening = () => 1) => ({
    heardUntil,
    listening,
    keep: () => {},
    close: async () => {},
  })

  /** How many reads it takes to be asked for `milliseconds` on end. */
  async function countReads(cache: ReturnType<typeof createClientCache>, milliseconds: number) {
    const found = credentials()
    let reads = 0
    const load = async () => (reads++, found)
    const begun = performance.now()
    while (performance.now() - begun < milliseconds) {
      await cache.find(found.client.clientId, load)
      await new Promise((resolve) => setImmediate(resolve))
    }
    return reads
  }

  it('asks once a second where it is not proven that changes are heard', async () => {
    expect(await countReads(createClientCache(feed(() => Number.NEGATIVE_INFINITY)), 2_200)).toBe(3)
  })

  it('does not ask again while it is proven', async () => {
    expect(await countReads(createClientCache(feed(() => performance.now())), 1_500)).toBe(1)
  })

  it('asks again for what was read before somebody listened', async () => {
    let times = 0
    const cache = createClientCache(
      feed(
        () => performance.now(),
        () => times,
      ),
    )
    const counted = countReads(cache, 1_500)
    times = 1
    expect(await counted).toBe(2)
  })

  it('keeps no more than its measure, and those that asked last', async () => {
    const cache = createClientCache(feed(() => performance.now()))
    const first = credentials()
    await cache.find('first', async () => first)
    for (let more = 0; more < 2_000; more++) {
      await cache.find(`more ${more}`, async () => credentials())
      if (more < 1_000) await cache.find('first', async () => null)
    }
    expect(await cache.find('first', async () => null)).toBe(first)
    expect(await cache.find('more 0', async () => null)).toBeNull()
  })

  it('keeps no client with keys of its own', async () => {
    const cache = createClientCache(feed(() => performance.now()))
    const withKeys = { client: { ...someClient(null), jwks: { keys: [] } }, secrets: [] }
    await cache.find('with keys', async () => withKeys)
    expect(await cache.find('with keys', async () => null)).toBeNull()
  })
})

describe('the feed of changes', () => {
  it('proves again and again that it hears', async () => {
    const at = openDatabase(database)
    const feed = openChangeFeed({ settings: database, database: at, onChange: () => {} })
    const behind = () => (feed.keep(), performance.now() - feed.heardUntil())
    await expect.poll(behind, { timeout: 5_000, interval: 20 }).toBeLessThan(1_000)
    const first = feed.heardUntil()
    await expect.poll(() => (feed.keep(), feed.heardUntil()), { timeout: 5_000 }).toBeGreaterThan(first)
    expect(feed.listening()).toBe(1)
    await feed.close()
    await at.close()
  })

  it('proves nothing where its own words do not arrive, as behind a pooler', async () => {
    let words = 0
    const swallowing = { write: async () => (words++, []) }
    const feed = openChangeFeed({ settings: database, database: swallowing, onChange: () => {} })
    await expect.poll(() => (feed.keep(), words), { timeout: 5_000, interval: 20 }).toBeGreaterThan(1)
    expect(feed.listening()).toBe(1)
    expect(feed.heardUntil()).toBe(Number.NEGATIVE_INFINITY)
    await feed.close()
  })
})

const replaced = {
  members: { name: 'Registered anew' },
  metadata: { extra: {} },
  tokenHash: someHash(),
} as unknown as Parameters<Store['registrations']['replace']>[1]
