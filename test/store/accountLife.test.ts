import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PasswordChange } from '#src/store/accounts.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import {
  after,
  setGrant,
  setScene,
  someCode,
  someGrant,
  someHash,
  someActivity,
  someId,
  someNotice,
  someLink,
  someOpaqueToken,
  someSession,
  someSessionToken,
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

function changeOf({ user, session }: Scene, more: Partial<PasswordChange> = {}): PasswordChange {
  const { id: userId, updatedAt: userAsOf } = user
  return { userId, userAsOf, passwordHash: 'new', sessionId: session.id, endsAppPasswords: false, ...more }
}

const change = (scene: Scene, more: Partial<PasswordChange> = {}, on = store) =>
  on.accounts.changePassword(changeOf(scene, more), someNotice(), someActivity(scene.user.id), after(9))

const leave = ({ user }: Scene, on = store) =>
  on.accounts.requestDeletion(user.id, someNotice(), someActivity(user.id), after(9))

async function count(table: string, condition: string, value: unknown): Promise<number> {
  const text = `select count(*)::int as count from ${table} where ${condition}`
  const [row] = await runAsAdmin(database.connection, text, [value])
  return Number(row?.count)
}

const liveSessions = ({ user }: Scene) => count('sessions', 'ended_at is null and user_id = $1', user.id)
const liveGrants = ({ user }: Scene) => count('grants', 'revoked_at is null and user_id = $1', user.id)

describe('updateProfile', () => {
  it('puts members beside those that are there, replaces the address, and takes away what is null', async () => {
    const { user } = await setScene(store)
    const update = (changes: object) => store.accounts.updateProfile(user.id, changes, after(1))
    await update({ name: `O'Hara "$1" \\ 😀`, locale: 'de', address: { region: 'a', country: 'b' } })
    const changed = await update({ locale: null, nickname: 'Annie', address: { country: 'c' } })
    const profile = { name: `O'Hara "$1" \\ 😀`, nickname: 'Annie', address: { country: 'c' } }
    expect(changed?.profile).toEqual(profile)
    expect(await store.accounts.find(user.id)).toEqual(changed)
    expect(changed!.user.updatedAt.getTime()).toBeGreaterThan(user.updatedAt.getTime())
  })

  it('changes no account that is suspended or unknown', async () => {
    const { user } = await setScene(store)
    await runAsAdmin(database.connection, 'update users set suspended_at = now() where id = $1', [user.id])
    for (const id of [user.id, someId(), 'nobody'])
      expect(await store.accounts.updateProfile(id, { name: 'x' }, after(1))).toBeNull()
  })
})

describe('changePassword', () => {
  it('writes nothing for an account that has changed since it was read', async () => {
    const scene = await setScene(store)
    await store.accounts.updateProfile(scene.user.id, { name: 'x' }, after(1))
    await expect(change(scene)).rejects.toThrow('meanwhile')
    expect(await liveSessions(scene)).toBe(1)
    expect((await store.users.findByEmail(scene.user.email.toLowerCase()))?.passwordHash).not.toBe('new')
    expect(await store.activities.list(scene.user.id, 9, null)).toHaveLength(1)
  })

  it('leaves no session but its own and no grant behind that was being written meanwhile', async () => {
    for (let round = 0; round < 30; round++) {
      const scene = await setScene(store)
      const { user, client, session } = scene
      const sessions = Array.from({ length: 6 }, () => someSession(user.id))
      const writes = [
        ...sessions.map((each) => () => other.sessions.open(each, someSessionToken(each.id), user.updatedAt)),
        ...Array.from({ length: 4 }, () => () => other.codes.issue(someGrant(client, session), someCode())),
      ]
      const begun = writes.filter((_, index) => index % 2 === 0).map((write) => write())
      const changing = change(scene)
      begun.push(...writes.filter((_, index) => index % 2 === 1).map((write) => write()))
      await Promise.allSettled(begun)
      await changing
      expect(await liveSessions(scene)).toBe(1)
      expect((await store.sessions.findByToken(scene.sessionToken.hash))?.session.endedAt).toBeNull()
      // What was given after the change was given in the session that goes on.
      const [row] = await runAsAdmin(
        database.connection,
        'select count(*)::int as count from grants where user_id = $1 and revoked_at is null and session_id <> $2',
        [user.id, session.id],
      )
      expect(row?.count).toBe(0)
    }
  })

  it('is won by one of eight', async () => {
    for (let round = 0; round < 10; round++) {
      const scene = await setScene(store)
      const won = await Promise.allSettled(
        Array.from({ length: 8 }, (_, index) =>
          change(scene, { passwordHash: `password of ${index}` }, index % 2 === 0 ? store : other),
        ),
      )
      const winners = won.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []))
      expect(winners).toHaveLength(1)
      const found = await store.users.findByEmail(scene.user.email.toLowerCase())
      expect(found?.passwordHash).toBe(`password of ${winners[0]}`)
    }
  })
})

describe('a deletion', () => {
  it('ends everything at once, and only once', async () => {
    const scene = await setScene(store)
    await setGrant(store, scene)
    const link = someLink(scene.user.id)
    await store.links.add(link)
    await leave(scene)
    expect([await liveSessions(scene), await liveGrants(scene)]).toEqual([0, 0])
    expect((await store.links.find(link.hash))?.link.endedAt).toEqual(after(9))
    await expect(leave(scene)).rejects.toThrow('meanwhile')
    const account = await store.accounts.find(scene.user.id)
    expect(account?.user.deletionRequestedAt).toEqual(after(9))
  })

  it('is taken back by the statement that opens a session, which notes the sign-in', async () => {
    const scene = await setScene(store)
    await leave(scene)
    const { user } = (await store.accounts.find(scene.user.id))!
    const session = someSession(user.id)
    await expect(
      store.sessions.open(session, someSessionToken(session.id), scene.user.updatedAt),
    ).rejects.toThrow('meanwhile')
    await store.sessions.open(session, someSessionToken(session.id), user.updatedAt)
    const back = (await store.accounts.find(user.id))!.user
    expect(back.deletionRequestedAt).toBeNull()
    expect(back.updatedAt.getTime()).toBeGreaterThan(user.updatedAt.getTime())
    const signedIn = (await store.activities.list(user.id, 9, null)).find(({ id }) => id === session.id)
    expect(signedIn).toMatchObject({ kind: 'signed_in', sessionId: session.id })
  })

  it('is claimed when its time has come, and then taken back by nobody', async () => {
    const scene = await setScene(store)
    await leave(scene)
    const mine = async (before: Date) =>
      (await store.accounts.claimDeletions(before, 100, after(20))).filter(({ id }) => id === scene.user.id)
    expect(await mine(after(8))).toEqual([])
    expect(await mine(after(9))).toEqual([{ id: scene.user.id, email: scene.user.email }])
    const { user } = (await store.accounts.find(scene.user.id))!
    expect(user.suspendedAt).toEqual(after(20))
    const session = someSession(user.id)
    const late = store.sessions.open(session, someSessionToken(session.id), scene.user.updatedAt)
    await expect(late).rejects.toThrow('meanwhile')
  })

  it('clears what there is much of in portions', async () => {
    const scene = await setScene(store)
    const stranger = await setScene(store)
    const { user, client } = scene
    await store.consents.record(stranger.user.id, client.id, ['openid', 'email'], start)
    for (let made = 0; made < 5; made++) {
      await store.codes.issue(someGrant(client, scene.session), someCode())
      await store.codes.issue(someGrant(client, stranger.session), someCode())
      await store.accessTokens.store(someOpaqueToken(client, null))
    }
    await setGrant(store, stranger)
    let portions = 1
    while (await store.accounts.clearAway(user.id, 4)) portions += 1
    expect(portions).toBe(3)
    expect(await count('grants', 'client_id = $1', client.id)).toBe(0)
    expect(await count('access_tokens', 'client_id = $1', client.id)).toBe(0)
    expect(await liveGrants(stranger)).toBe(1)
  })

  it('removes the account, what stands for its address, and nothing of anybody else', async () => {
    const scene = await setScene(store)
    const stranger = await setScene(store)
    await setGrant(store, scene)
    const digest = someHash()
    const links = [someLink(scene.user.id), { ...someLink(someId()), addressDigest: digest }]
    const kept = someLink(stranger.user.id)
    for (const link of [...links, kept]) await store.links.add(link)
    const subject = someHash()
    await store.jobs.add({ ...someNotice(), subject }, null)
    const traces = { addressDigests: [digest], jobSubjects: [subject], attemptKeys: [] }
    expect(await store.accounts.remove(scene.user.id, traces, someNotice())).toBe(false)
    await leave(scene)
    const notice = someNotice()
    const removals = [store, other].map((on) => on.accounts.remove(scene.user.id, traces, notice))
    expect((await Promise.all(removals)).toSorted()).toEqual([false, true])
    expect(await store.accounts.find(scene.user.id)).toBeNull()
    expect(await count('clients', 'owner_id = $1', scene.user.id)).toBe(0)
    for (const { hash } of links) expect(await store.links.find(hash)).toBeNull()
    expect(await store.links.find(kept.hash)).not.toBeNull()
    expect(await count('jobs', 'subject = $1', subject)).toBe(0)
    expect(await count('jobs', 'id = $1', notice.id)).toBe(1)
    expect(await liveSessions(stranger)).toBe(1)
  })
})
