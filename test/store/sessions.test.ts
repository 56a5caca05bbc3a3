import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Session, SessionToken } from '#src/domain/account/session.ts'
import { openStore } from '#src/store/mikro/open.ts'
import { StoreUnavailable, type Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import {
  after,
  setScene,
  someAppPassword,
  someHash,
  someId,
  someSession,
  someSessionToken,
  start,
  type Scene,
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

/** A user with an app password. */
async function setSecret(): Promise<Scene & { readonly hash: Buffer; readonly appPasswordId: string }> {
  const scene = await setScene(store)
  const { appPassword, hash } = someAppPassword(scene.user.id)
  await store.appPasswords.add({ appPassword, hash }, 50, null, start)
  return { ...scene, hash, appPasswordId: appPassword.id }
}

/** A session made from an app password, not yet stored. */
function made(
  { user, appPasswordId }: { readonly user: { readonly id: string }; readonly appPasswordId: string },
  createdAt = start,
): [Session, SessionToken] {
  const session = { ...someSession(user.id), appPasswordId, scope: ['read'], createdAt, userAgent: 'curl' }
  return [session, someSessionToken(session.id)]
}

describe('a session made from an app password', () => {
  it('is opened with its first token, and found with every member', async () => {
    const scene = await setSecret()
    const [session, token] = made(scene)
    await store.sessions.openByAppPassword(session, token, scene.hash, 10)
    expect(await store.sessions.findByToken(token.hash)).toEqual({ token, session, user: scene.user })
  })

  it('is not opened by another secret, after a deletion, or for somebody suspended', async () => {
    const scene = await setSecret()
    const open = (hash: Buffer) => {
      const [session, token] = made(scene)
      return store.sessions.openByAppPassword(session, token, hash, 10)
    }
    await expect(open(someHash())).rejects.toThrow(StoreUnavailable)
    await runAsAdmin(database.connection, 'update users set suspended_at = now() where id = $1', [
      scene.user.id,
    ])
    await expect(open(scene.hash)).rejects.toThrow(StoreUnavailable)
    await runAsAdmin(database.connection, 'update users set suspended_at = null where id = $1', [
      scene.user.id,
    ])
    await store.appPasswords.delete(scene.appPasswordId, null)
    await expect(open(scene.hash)).rejects.toThrow(StoreUnavailable)
    expect(await store.sessions.listOpen(scene.user.id, start)).toEqual([scene.session])
  })

  it('goes with its app password, deleted or replaced, and no other session does', async () => {
    const scene = await setSecret()
    const [first, firstToken] = made(scene)
    await store.sessions.openByAppPassword(first, firstToken, scene.hash, 10)
    const { appPassword } = (await store.appPasswords.find(scene.hash))!
    const hash = someHash()
    await store.appPasswords.replaceSecret({ appPassword, hash })
    expect(await store.sessions.findByToken(firstToken.hash)).toBeNull()
    const [second, secondToken] = made(scene)
    await store.sessions.openByAppPassword(second, secondToken, hash, 10)
    await store.appPasswords.delete(scene.appPasswordId, scene.user.id)
    expect(await store.sessions.findByToken(secondToken.hash)).toBeNull()
    expect(await store.sessions.findByToken(scene.sessionToken.hash)).not.toBeNull()
  })

  it('ends the oldest one where there are too many', async () => {
    const scene = await setSecret()
    const opened: Session[] = []
    for (const seconds of [1, 2, 3]) {
      const [session, token] = made(scene, after(seconds))
      await store.sessions.openByAppPassword(session, token, scene.hash, 2)
      opened.push(session)
    }
    const ids = (await store.sessions.listOpen(scene.user.id, after(3))).map(({ id }) => id)
    expect(ids.toSorted()).toEqual([scene.session.id, opened[1]!.id, opened[2]!.id].toSorted())
  })

  it('notes its use at its app password too', async () => {
    const scene = await setSecret()
    const [session, token] = made(scene)
    await store.sessions.openByAppPassword(session, token, scene.hash, 10)
    await store.sessions.touch(session.id, after(61))
    const lastUse = async () => (await store.appPasswords.find(scene.hash))?.appPassword.lastUsedAt
    expect(await lastUse()).toEqual(after(61))
    await store.sessions.touch(session.id, after(90))
    expect(await lastUse()).toEqual(after(61))
  })
})

describe('tokens of a session', () => {
  it('are added while it goes on, and no more than the limit, however many at once', async () => {
    const { session, sessionToken } = await setScene(store)
    const added = Array.from({ length: 6 }, (_, index) => ({
      ...someSessionToken(session.id),
      createdAt: after(index + 1),
    }))
    await Promise.all(added.map((token) => store.sessions.addToken(token, 3)))
    const found = await Promise.all(
      [sessionToken, ...added].map(async ({ hash }) => (await store.sessions.findByToken(hash)) !== null),
    )
    expect(found.filter(Boolean)).toHaveLength(3)
    expect(found[0]).toBe(false)
    await store.sessions.end(session.id, after(10))
    const late = store.sessions.addToken(someSessionToken(session.id), 3)
    await expect(late).rejects.toThrow(StoreUnavailable)
  })
})

describe('sessions of a user', () => {
  it('are listed while they go on, those used last first', async () => {
    const { user, session } = await setScene(store)
    const later = { ...someSession(user.id), lastUsedAt: after(9), expiresAt: after(7200) }
    const over = { ...someSession(user.id), endedAt: after(1) }
    for (const each of [later, over])
      await store.sessions.open(each, someSessionToken(each.id), user.updatedAt)
    expect(await store.sessions.listOpen(user.id, after(10))).toEqual([later, session])
    expect(await store.sessions.listOpen(user.id, after(3600))).toEqual([later])
    for (const id of [someId(), 'none']) expect(await store.sessions.listOpen(id, start)).toEqual([])
  })

  it('are ended by their owner, once', async () => {
    const [one, other] = [await setScene(store), await setScene(store)]
    const end = (userId: string) => store.sessions.endOwned(userId, one.session.id, after(1))
    expect(await end(other.user.id)).toBe(false)
    expect((await Promise.all([end(one.user.id), end(one.user.id)])).toSorted()).toEqual([false, true])
    expect(await store.sessions.endOwned(one.user.id, 'none', after(1))).toBe(false)
    expect(await store.sessions.endOwned(other.user.id, other.session.id, after(3600))).toBe(false)
  })

  it('are ended together but for one', async () => {
    const [one, other] = [await setScene(store), await setScene(store)]
    const second = someSession(one.user.id)
    await store.sessions.open(second, someSessionToken(second.id), one.user.updatedAt)
    expect(await store.sessions.endOthers(one.user.id, second.id, after(1))).toEqual([one.session.id])
    expect(await store.sessions.listOpen(one.user.id, after(1))).toEqual([second])
    expect(await store.sessions.listOpen(other.user.id, after(1))).toEqual([other.session])
  })
})
