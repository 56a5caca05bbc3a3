import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import {
  after,
  setScene,
  someHash,
  someId,
  someSession,
  someSessionToken,
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

describe('users', () => {
  it('finds an account by the key of its address, with the hash beside it', async () => {
    const user = { ...someUser(), emailVerified: true, suspendedAt: after(5) }
    expect(await store.users.create(user, 'key@example.com', 'phc')).toBe('created')
    expect(await store.users.findByEmail('key@example.com')).toEqual({ user, passwordHash: 'phc' })
  })

  it('finds nothing for an address nobody has', async () => {
    expect(await store.users.findByEmail('nobody@example.com')).toBeNull()
    expect(await store.users.findByEmail('nul\0@example.com')).toBeNull()
  })

  it('keeps the first account of an address, also when several register at once', async () => {
    const users = Array.from({ length: 8 }, someUser)
    const outcomes = await Promise.all(
      users.map((user) => store.users.create(user, 'raced@example.com', user.id)),
    )
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1)
    const winner = users[outcomes.indexOf('created')]
    expect(await store.users.findByEmail('raced@example.com')).toEqual({
      user: winner,
      passwordHash: winner?.id,
    })
  })

  it('replaces a hash only where it is still the old one', async () => {
    const user = someUser()
    await store.users.create(user, 'rehash@example.com', 'old')
    await store.users.rehash(user.id, 'other', 'wrong')
    await store.users.rehash('not an id', 'old', 'wrong')
    expect((await store.users.findByEmail('rehash@example.com'))?.passwordHash).toBe('old')
    await store.users.rehash(user.id, 'old', 'new')
    expect((await store.users.findByEmail('rehash@example.com'))?.passwordHash).toBe('new')
  })
})

describe('sessions', () => {
  it('finds a session by the hash of its token, with its user', async () => {
    const { user, session, sessionToken } = await setScene(store)
    expect(await store.sessions.findByToken(sessionToken.hash)).toEqual({
      token: sessionToken,
      session,
      user,
    })
  })

  it('finds nothing for a hash no token has', async () => {
    expect(await store.sessions.findByToken(someHash())).toBeNull()
  })

  it('opens nothing for a user who does not exist', async () => {
    const session = someSession(someId())
    const token = someSessionToken(session.id)
    await expect(store.sessions.open(session, token, start)).rejects.toThrow('deleted meanwhile')
    expect(await store.sessions.findByToken(token.hash)).toBeNull()
  })

  it('notes use at most once a minute', async () => {
    const { session, sessionToken } = await setScene(store)
    const lastUse = async () => (await store.sessions.findByToken(sessionToken.hash))?.session.lastUsedAt
    await store.sessions.touch(session.id, after(60))
    expect(await lastUse()).toEqual(start)
    await store.sessions.touch(session.id, after(61))
    expect(await lastUse()).toEqual(after(61))
    await store.sessions.touch(session.id, after(30))
    expect(await lastUse()).toEqual(after(61))
  })

  it('remembers when a session first ended, and shows ended ones', async () => {
    const { session, sessionToken } = await setScene(store)
    await store.sessions.end(session.id, after(10))
    await store.sessions.end(session.id, after(20))
    expect((await store.sessions.findByToken(sessionToken.hash))?.session.endedAt).toEqual(after(10))
  })

  it('takes an id that is none for an unknown one', async () => {
    await store.sessions.touch("'; drop table sessions", after(100))
    await store.sessions.end('', after(100))
  })
})

describe('databaseTime', () => {
  it('is a moment near that of this machine', async () => {
    const skew = (await store.databaseTime()).getTime() - Date.now()
    expect(Math.abs(skew)).toBeLessThan(30_000)
  })
})
