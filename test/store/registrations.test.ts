import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#src/domain/oauth/client.ts'
import type { RegisteredClient, RegisteredClientMembers } from '#src/domain/oauth/registration.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { after, setScene, someClient, someHash, someId, someSecret, start } from './specimens.ts'

let database: TestDatabase
let store: Store
let other: Store

beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database)
  other = await openStore(database)
})

afterAll(async () => {
  await store.close()
  await other.close()
  await database.drop()
})

function someRegistered(): RegisteredClient {
  const metadata = {
    contacts: [`o'hara@example.com`, '"x" \\ 😀'],
    softwareId: 'id',
    softwareVersion: null,
    applicationType: 'native',
    sectorIdentifierUri: 'https://example.com/sector',
  } as const
  return { client: someClient(null), metadata }
}

async function register(most: number | null = null) {
  const registered = someRegistered()
  const hash = someHash()
  expect(await store.registrations.create(registered, hash, someSecret(), most)).toBe('created')
  return { registered, hash }
}

/** What a registration decides, out of a client. */
function membersOf(client: Client): RegisteredClientMembers {
  const settled = ['id', 'clientId', 'ownerId', 'createdAt', 'updatedAt', 'rateLimitHour', 'rateLimitDay']
  const others = new Set([...settled, 'firstParty', 'resources'])
  const members = Object.entries(client).filter(([name]) => !others.has(name))
  return Object.fromEntries(members) as unknown as RegisteredClientMembers
}

describe('registrations', () => {
  it('are found by their token as they were stored', async () => {
    const { registered, hash } = await register()
    expect(await store.registrations.findByToken(hash)).toEqual(registered)
    expect(await store.registrations.findByToken(someHash())).toBeNull()
    const found = await store.clients.findByClientId(registered.client.clientId, after(1))
    expect(found).toMatchObject({ client: registered.client, secrets: [{ name: 'first' }] })
  })

  it('are replaced as a whole, once for each reading', async () => {
    const { registered, hash } = await register()
    const next = someClient(null)
    const members = {
      ...membersOf(next),
      name: 'Next',
      jwks: null,
      jwksUri: null,
      sectorIdentifier: null,
      defaultAcrValues: [],
      redirectUris: ['https://next.example/'],
    }
    const metadata = { ...registered.metadata, contacts: [], softwareVersion: '2' }
    const change = { members, metadata }
    const replaced = await store.registrations.replace(registered.client, change, someSecret(), after(5))
    expect(replaced).toMatchObject({ client: { ...members, id: registered.client.id }, metadata })
    expect(await store.registrations.findByToken(hash)).toEqual(replaced)
    expect(await store.clients.listSecrets(registered.client.id)).toHaveLength(2)
    expect(await store.clients.hasWebOrigin('https://next.example')).toBe(true)
    expect(await store.registrations.replace(registered.client, change, null, after(6))).toBeNull()
    const keys = { keys: [{ kty: 'OKP' as const, crv: 'Ed25519', x: 'x', key_ops: ['verify'] }] }
    const again = { members: { ...members, jwks: keys }, metadata }
    expect((await store.registrations.replace(replaced!.client, again, null, after(7)))!.client.jwks).toEqual(
      keys,
    )
    expect((await store.registrations.findByToken(hash))!.client.jwks).toEqual(keys)
  })

  it('are deleted with everything of theirs, and nobody else’s client is', async () => {
    const { registered, hash } = await register()
    expect(await store.registrations.delete(registered.client.id)).toBe(true)
    expect(await store.registrations.delete(registered.client.id)).toBe(false)
    expect(await store.registrations.findByToken(hash)).toBeNull()
    expect(await store.clients.findByClientId(registered.client.clientId, start)).toBeNull()
    const { client } = await setScene(store)
    for (const id of [client.id, someId(), 'x', 'a\0b'])
      expect(await store.registrations.delete(id)).toBe(false)
    expect(await store.clients.findByClientId(client.clientId, start)).not.toBeNull()
  })

  it('are as many as may be, where there is a bound', async () => {
    const [row] = await runAsAdmin(
      database.connection,
      'select count(*)::int as count from client_registrations',
    )
    const there = Number(row?.count)
    const create = () => store.registrations.create(someRegistered(), someHash(), null, there + 1)
    expect([await create(), await create()]).toEqual(['created', 'full'])
  })

  it('leave nothing behind when a part of them cannot be stored', async () => {
    const { hash } = await register()
    const twin = someRegistered()
    await expect(store.registrations.create(twin, hash, someSecret(), null)).rejects.toThrow()
    expect(await store.clients.findByClientId(twin.client.clientId, start)).toBeNull()
  })
})

describe('assertions', () => {
  it('are spent once, for each client by itself', async () => {
    const [one, two] = [await register(), await register()].map(({ registered }) => registered.client.id)
    const hash = someHash()
    const spend = (id: string) => store.clients.spendAssertion(id, hash, after(60), start)
    expect([await spend(one!), await spend(one!), await spend(two!)]).toEqual([true, false, true])
  })

  it('of eight at once over two pools are spent by one', async () => {
    const { registered } = await register()
    const rounds = Array.from({ length: 100 }, async () => {
      const hash = someHash()
      const tries = Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? store : other).clients.spendAssertion(
          registered.client.id,
          hash,
          after(60),
          start,
        ),
      )
      return (await Promise.all(tries)).filter(Boolean).length
    })
    expect(await Promise.all(rounds)).toEqual(Array.from({ length: 100 }, () => 1))
  })

  it('are forgotten when nothing can be proven with them any more', async () => {
    const { registered } = await register()
    const { id } = registered.client
    const count = async () => {
      const text = `select count(*)::int as count from client_assertions where client_id = '${id}'`
      return Number((await runAsAdmin(database.connection, text))[0]?.count)
    }
    for (let times = 0; times < 5; times += 1)
      await store.clients.spendAssertion(id, someHash(), after(60), start)
    expect(await count()).toBe(5)
    for (let times = 0; times < 8; times += 1)
      await store.clients.spendAssertion(id, someHash(), after(7200), after(3600))
    expect(await count()).toBe(8)
  })

  it('go with their client', async () => {
    const { registered } = await register()
    await store.clients.spendAssertion(registered.client.id, someHash(), after(60), start)
    expect(await store.registrations.delete(registered.client.id)).toBe(true)
  })
})
