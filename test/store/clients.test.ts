import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '#src/domain/oauth/client.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import {
  after,
  setGrant,
  setScene,
  someClient,
  someId,
  someOpaqueToken,
  someSecret,
  someUser,
  start,
} from './specimens.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database)
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

async function someOwner(): Promise<string> {
  const user = someUser()
  await store.users.create(user, user.id, 'phc')
  return user.id
}

describe('clients', () => {
  it('gives back every member as it was stored', async () => {
    const client = someClient(await someOwner())
    const secret = someSecret(after(60))
    await store.clients.create(client, secret)
    expect(await store.clients.findByClientId(client.clientId, start)).toEqual({ client, secrets: [secret] })
    expect(await store.clients.findOwned(client.ownerId ?? '', client.id)).toStrictEqual(client)
  })

  it('stores public apps, the operator’s apps, and members that are null', async () => {
    const client: Client = {
      ...someClient(null),
      tokenEndpointAuthMethod: null,
      rateLimitHour: null,
      rateLimitDay: 10_000,
      firstParty: true,
      redirectUris: [],
    }
    await store.clients.create(client, null)
    expect(await store.clients.findByClientId(client.clientId, start)).toEqual({ client, secrets: [] })
  })

  it('are no more than their owner may have', async () => {
    const [owner, other] = [await someOwner(), await someOwner()]
    expect(await store.clients.create(someClient(owner), someSecret(), 1)).toBe('created')
    const refused = someClient(owner)
    expect(await store.clients.create(refused, someSecret(), 1)).toBe('full')
    expect(await store.clients.findByClientId(refused.clientId, start)).toBeNull()
    expect(await store.clients.create(someClient(other), null, 1)).toBe('created')
    expect(await store.clients.create(someClient(null), null, 0)).toBe('created')
  })

  it('writes neither client nor secret when one of them cannot be stored', async () => {
    const { secret } = await setScene(store)
    const client = someClient(null)
    await expect(store.clients.create(client, secret)).rejects.toThrow('client_secrets_pkey')
    expect(await store.clients.findByClientId(client.clientId, start)).toBeNull()
  })

  it('finds nothing for what names no client', async () => {
    const owner = await someOwner()
    for (const reference of ['app_unknown', someId(), '', 'nul\0', "' or true --"]) {
      expect(await store.clients.findByClientId(reference, start)).toBeNull()
      expect(await store.clients.findOwned(owner, reference)).toBeNull()
    }
    const { client } = await setScene(store)
    expect(await store.clients.findByClientId(client.id, start)).toBeNull()
  })

  it('shows, changes and deletes an app for its owner only', async () => {
    const { client } = await setScene(store)
    const stranger = await someOwner()
    for (const reference of [client.id, client.clientId]) {
      for (const owner of [stranger, someId(), 'no id']) {
        expect(await store.clients.findOwned(owner, reference)).toBeNull()
        expect(await store.clients.deleteOwned(owner, reference)).toBe(false)
      }
      expect(await store.clients.findOwned(client.ownerId ?? '', reference)).toEqual(client)
    }
  })

  it('changes the members it is given, and no others', async () => {
    const { client, user } = await setScene(store)
    const changes = {
      name: "It's",
      redirectUris: ['https://a.example/?x={1,2}'],
      tokenEndpointAuthMethod: null,
    } as const
    const changed = await store.clients.update(client, changes, after(1))
    expect(changed).toStrictEqual({ ...client, ...changes, updatedAt: after(1) })
    expect(await store.clients.findOwned(user.id, client.id)).toEqual(changed)
    const none = { name: undefined, scopes: undefined }
    expect(changed && (await store.clients.update(changed, none, after(2)))).toEqual({
      ...client,
      ...changes,
      updatedAt: after(2),
    })
  })

  it('changes an app only while it is as it was read', async () => {
    const { client } = await setScene(store)
    const [first, second] = await Promise.all([
      store.clients.update(client, { name: 'One' }, after(0)),
      store.clients.update(client, { description: 'Two' }, after(0)),
    ])
    expect([first, second].filter((changed) => changed !== null)).toHaveLength(1)
    const winner = first ?? second
    expect(winner?.updatedAt.getTime()).toBeGreaterThan(client.updatedAt.getTime())
    expect(await store.clients.findOwned(client.ownerId ?? '', client.id)).toEqual(winner)
  })

  it('lists an owner’s apps in pages, newest first', async () => {
    const owner = await someOwner()
    const clients = Array.from({ length: 5 }, () => someClient(owner))
    for (const client of clients) await store.clients.create(client, null)
    await setScene(store)
    const newest = clients.toReversed()
    expect(await store.clients.listOwned(owner, 2, null)).toEqual(newest.slice(0, 2))
    expect(await store.clients.listOwned(owner, 1000, newest[1]?.id ?? '')).toEqual(newest.slice(2))
    expect(await store.clients.listOwned(owner, 10, clients[0]?.id ?? '')).toEqual([])
    expect(await store.clients.listOwned(owner, 10, 'no id')).toEqual([])
    expect(await store.clients.listOwned('no id', 10, null)).toEqual([])
  })

  it('deletes an app with everything that hangs on it', async () => {
    const scene = await setScene(store)
    const { grant, refreshToken } = await setGrant(store, scene)
    const opaque = [someOpaqueToken(scene.client, grant), someOpaqueToken(scene.client, null)]
    for (const token of opaque) await store.accessTokens.store(token)
    await store.consents.record(scene.user.id, scene.client.id, ['email'], start)

    expect(await store.clients.deleteOwned(scene.user.id, scene.client.clientId)).toBe(true)
    expect(await store.clients.deleteOwned(scene.user.id, scene.client.clientId)).toBe(false)

    expect(await store.clients.findByClientId(scene.client.clientId, start)).toBeNull()
    expect(await store.clients.listSecrets(scene.client.id)).toEqual([])
    expect(await store.refreshTokens.find(refreshToken.hash)).toBeNull()
    for (const token of opaque) expect(await store.accessTokens.findOpaque(token.hash)).toBeNull()
    expect(await store.consents.find(scene.user.id, scene.client.id)).toBeNull()
    expect(await store.sessions.findByToken(scene.sessionToken.hash)).not.toBeNull()
  })
})

describe('client secrets', () => {
  it('authenticate until they expire, and stay listed', async () => {
    const { client, secret } = await setScene(store)
    const second = { ...someSecret(after(60)), name: 'second', createdAt: after(1) }
    expect(await store.clients.addSecret(client.id, second, 5, start)).toBe('added')
    const usable = async (now: Date) => (await store.clients.findByClientId(client.clientId, now))?.secrets
    expect(await usable(after(59))).toEqual([second, secret])
    expect(await usable(after(60))).toEqual([secret])
    expect(await store.clients.listSecrets(client.id)).toStrictEqual([second, secret])
  })

  it('are at most so many at a time, also when several are added at once', async () => {
    const { client } = await setScene(store)
    await store.clients.addSecret(client.id, someSecret(after(10)), 5, start)
    const added = await Promise.all(
      Array.from({ length: 8 }, () => store.clients.addSecret(client.id, someSecret(), 5, after(10))),
    )
    expect(added.filter((outcome) => outcome === 'added')).toHaveLength(4)
    expect(await store.clients.listSecrets(client.id)).toHaveLength(5)
  })

  it('are added to no client that is gone', async () => {
    await expect(store.clients.addSecret(someId(), someSecret(), 5, start)).rejects.toThrow(
      'deleted meanwhile',
    )
  })

  it('are deleted by the client they belong to', async () => {
    const { client, secret } = await setScene(store)
    const other = await setScene(store)
    expect(await store.clients.deleteSecret(other.client.id, secret.id)).toBe(false)
    expect(await store.clients.deleteSecret(client.id, 'no id')).toBe(false)
    expect(await store.clients.deleteSecret(client.id, secret.id)).toBe(true)
    expect(await store.clients.deleteSecret(client.id, secret.id)).toBe(false)
    expect(await store.clients.listSecrets(client.id)).toEqual([])
  })

  it('note their use at most once a minute', async () => {
    const { client, secret } = await setScene(store)
    const lastUse = async () => (await store.clients.listSecrets(client.id))[0]?.lastUsedAt
    await store.clients.touchSecret(client.id, secret.id, after(1))
    await store.clients.touchSecret(client.id, secret.id, after(61))
    expect(await lastUse()).toEqual(after(1))
    await store.clients.touchSecret(client.id, secret.id, after(62))
    expect(await lastUse()).toEqual(after(62))
    await store.clients.touchSecret(client.id, 'no id', after(100))
  })
})

describe('consents', () => {
  it('grow by what is agreed to', async () => {
    const { user, client } = await setScene(store)
    expect(await store.consents.find(user.id, client.id)).toBeNull()
    await store.consents.record(user.id, client.id, ['openid', 'email'], start)
    await store.consents.record(user.id, client.id, ['profile', 'email'], after(1))
    expect((await store.consents.find(user.id, client.id))?.toSorted()).toEqual([
      'email',
      'openid',
      'profile',
    ])
  })

  it('lose nothing when two are recorded at once', async () => {
    const { user, client } = await setScene(store)
    const scopes = ['a', 'b', 'c', 'd', 'e', 'f']
    await Promise.all(scopes.map((scope) => store.consents.record(user.id, client.id, [scope], start)))
    expect((await store.consents.find(user.id, client.id))?.toSorted()).toEqual(scopes)
  })

  it('belong to one user and one client', async () => {
    const [one, other] = [await setScene(store), await setScene(store)]
    await store.consents.record(one.user.id, one.client.id, ['email'], start)
    expect(await store.consents.find(one.user.id, other.client.id)).toBeNull()
    expect(await store.consents.find(other.user.id, one.client.id)).toBeNull()
    expect(await store.consents.find('no id', one.client.id)).toBeNull()
  })
})
