import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Job } from '#src/domain/job.ts'
import type { Grant } from '#src/domain/oauth/grant.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import {
  after,
  setGrant,
  setScene,
  someClient,
  someCode,
  someGrant,
  someHash,
  someActivity,
  someId,
  someNotice,
  someLink,
  start,
  type Scene,
} from './specimens.ts'

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

const leave = ({ user }: Scene) =>
  store.accounts.requestDeletion(user.id, someNotice(), someActivity(user.id), after(9))

async function count(table: string, condition: string, value: unknown): Promise<number> {
  const text = `select count(*)::int as count from ${table} where ${condition}`
  const [row] = await runAsAdmin(database.connection, text, [value])
  return Number(row?.count)
}

describe('activities', () => {
  it('are listed newest first, with the app they are about, each user’s own', async () => {
    const { user, client } = await setScene(store)
    const [older, newer] = [someActivity(user.id), { ...someActivity(user.id), clientId: client.id }]
    for (const each of [older, newer]) await store.activities.add(each)
    const [first, second] = await store.activities.list(user.id, 2, null)
    expect(first).toMatchObject({ id: newer.id, appId: client.clientId, appName: client.name })
    expect(second).toMatchObject({ id: older.id, appId: null, appName: null })
    expect((await store.activities.list(user.id, 1, newer.id)).map(({ id }) => id)).toEqual([older.id])
    expect(await store.activities.list(someId(), 9, null)).toEqual([])
    await store.activities.add(someActivity(someId()))
  })
})

describe('consents', () => {
  it('are needed for a grant of an app of somebody else, at the moment it is given', async () => {
    const scene = await setScene(store)
    const { user, session } = await setScene(store)
    const grant = () => ({ ...someGrant(scene.client, session), userId: user.id, sessionId: session.id })
    const give = () => store.codes.issue(grant(), someCode())
    await expect(give()).rejects.toThrow('or the consent')
    await store.consents.record(user.id, scene.client.id, ['openid'], start)
    await expect(give()).rejects.toThrow('or the consent')
    await store.consents.record(user.id, scene.client.id, ['email'], start)
    await give()
    expect(await store.consents.revoke(user.id, scene.client.clientId, after(5))).toBe(scene.client.id)
    expect(await count('grants', 'revoked_at is null and user_id = $1', user.id)).toBe(0)
    expect(await store.consents.revoke(user.id, scene.client.clientId, after(6))).toBeNull()
    await expect(give()).rejects.toThrow('or the consent')
    const first = { ...someClient(null), firstParty: true }
    await store.clients.create(first, null)
    await store.codes.issue({ ...grant(), clientId: first.id }, someCode())
  })

  it('are listed together with the apps whose grants live without one, in pages', async () => {
    const scene = await setScene(store)
    const { user, session, client: own } = scene
    const house = { ...someClient(null), firstParty: true }
    const strangers = (await setScene(store)).client
    await store.clients.create(house, null)
    await store.consents.record(user.id, strangers.id, ['profile'], after(1))
    const give = async (changes: Partial<Grant>) => {
      const given = { ...someGrant(own, session), ...changes }
      await store.grants.create(given, null)
      return given.id
    }
    const [bound, offline] = [{ scope: ['openid'] }, { scope: ['email'], offline: true, createdAt: after(9) }]
    const ids = [await give(bound), await give(offline)]
    await give({ clientId: house.id })
    await give({ clientId: strangers.id, scope: ['profile'] })
    const list = (now: Date, most = 9, from: string | null = null) =>
      store.consents.list(user.id, most, from, now)
    const consented = { id: strangers.id, scope: ['profile'], createdAt: after(1), updatedAt: after(1) }
    const ofHouse = { id: house.id, clientId: house.clientId, scope: ['email', 'openid'], createdAt: start }
    const ofOwn = { id: own.id, scope: ['email', 'openid'], createdAt: start, updatedAt: after(9) }
    const rest = { ...ofOwn, scope: ['email'], createdAt: after(9) }
    expect(await list(after(10))).toMatchObject([consented, ofHouse, ofOwn])
    expect(await list(after(10), 2)).toMatchObject([consented, ofHouse])
    expect(await list(after(10), 2, house.id)).toMatchObject([ofOwn])
    expect(await list(session.expiresAt)).toMatchObject([consented, rest])
    await store.sessions.end(session.id, after(10))
    expect(await list(after(11))).toMatchObject([consented, rest])
    await store.grants.revoke(ids[1]!, after(11))
    expect(await list(after(12))).toMatchObject([consented])
  })

  it('need not be there for the live grants of one user and one app to be ended', async () => {
    const scene = await setScene(store)
    const neighbour = await setScene(store)
    const { user, client } = scene
    const house = { ...someClient(null), firstParty: true }
    await store.clients.create(house, null)
    const revoke = (reference: string, now: Date) => store.consents.revoke(user.id, reference, now)
    expect(await revoke(house.clientId, after(1))).toBeNull()
    for (const { session } of [scene, scene, neighbour])
      await store.grants.create({ ...someGrant(house, session), offline: true }, null)
    await setGrant(store, scene)
    const left = () => count('grants', 'revoked_at is null and client_id = $1', house.id)
    const [one, two] = await Promise.all(
      [store, other].map((on) => on.consents.revoke(user.id, house.clientId, after(2))),
    )
    expect([one, two].filter((id) => id === house.id)).toHaveLength(1)
    expect([one, two]).toContain(null)
    expect([await left(), await count('grants', 'revoked_at is null and user_id = $1', user.id)]).toEqual([
      1, 1,
    ])
    await store.sessions.end(scene.session.id, after(3))
    expect(await revoke(client.id, after(4))).toBeNull()
  })
})

describe('changeEmail', () => {
  const told = (): [Job, Job] => [someNotice(), someNotice()]

  async function linkOf({ user }: Scene) {
    const link = { ...someLink(user.id), purpose: 'change_email' as const, newAddress: Buffer.from('sealed') }
    await store.links.add(link)
    return link
  }

  it('is won by one of eight accounts that want the same address, and loses nothing', async () => {
    for (let round = 0; round < 10; round++) {
      const scenes = await Promise.all(Array.from({ length: 4 }, () => setScene(store)))
      const links = await Promise.all(scenes.map(linkOf))
      const email = { email: `Wanted-${someId()}@example.com`, emailKey: `wanted-${someId()}@example.com` }
      const racing = [...links, ...links].map(({ hash }, index) => {
        const on = index % 2 === 0 ? store : other
        const { user } = scenes[index % 4]!
        return on.links.changeEmail(hash, email, told(), someActivity(user.id), after(9))
      })
      const outcomes = await Promise.all(racing)
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1)
      expect(await count('users', 'email_key = $1', email.emailKey)).toBe(1)
      const winner = await store.users.findByEmail(email.emailKey)
      expect(winner?.user).toMatchObject({ email: email.email, emailVerified: true })
    }
  })

  it('is useless for an account that leaves, and for a link of another kind', async () => {
    const scene = await setScene(store)
    const email = { email: 'a@example.org', emailKey: 'a@example.org' }
    const attempt = (hash: Buffer) =>
      store.links.changeEmail(hash, email, told(), someActivity(scene.user.id), after(9))
    const reset = someLink(scene.user.id)
    await store.links.add(reset)
    expect(await attempt(reset.hash)).toBe('useless')
    expect(await attempt(someHash())).toBe('useless')
    const link = await linkOf(scene)
    await leave(scene)
    expect(await attempt(link.hash)).toBe('useless')
    expect(await count('users', 'email_key = $1', email.emailKey)).toBe(0)
  })
})
