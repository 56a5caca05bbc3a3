import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#src/store/mikro/open.ts'
import { StoreUnavailable, type Store } from '#src/store/store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import { after, setScene, someAppPassword, someHash, someId, start } from './specimens.ts'

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

describe('app passwords', () => {
  it('are found by hash and by id, together with whose they are', async () => {
    const { user, session } = await setScene(store)
    const made = someAppPassword(user.id)
    expect(await store.appPasswords.add(made, 50, session.id, start)).toBe('added')
    const facts = { appPassword: made.appPassword, user }
    expect(await store.appPasswords.find(made.hash)).toEqual(facts)
    expect(await store.appPasswords.findById(made.appPassword.id)).toEqual(facts)
    expect(await store.appPasswords.find(someHash())).toBeNull()
    for (const id of [someId(), 'none', '\0']) expect(await store.appPasswords.findById(id)).toBeNull()
  })

  it('are listed newest first: of their owner, and for the operator everybody’s, a page at a time', async () => {
    const [one, other] = [await setScene(store), await setScene(store)]
    const made = [
      someAppPassword(one.user.id),
      someAppPassword(one.user.id, { createdAt: after(1), expiresAt: null }),
      someAppPassword(other.user.id, { createdAt: after(2) }),
    ]
    for (const each of made) await store.appPasswords.add(each, 50, null, start)
    const [first, second, foreign] = made.map(({ appPassword }) => appPassword)
    expect(await store.appPasswords.list(one.user.id)).toEqual([second, first])
    expect(await store.appPasswords.list('none')).toEqual([])
    expect(await store.appPasswords.listAll(2, null)).toEqual([
      { appPassword: foreign, user: other.user },
      { appPassword: second, user: one.user },
    ])
    const [next] = await store.appPasswords.listAll(1, second!.id)
    expect(next?.appPassword).toEqual(first)
    expect(await store.appPasswords.listAll(2, 'none')).toEqual([])
  })

  it('are no more than the limit, however many are added at once; expired ones make room', async () => {
    const { user, session } = await setScene(store)
    const made = Array.from({ length: 8 }, () => someAppPassword(user.id))
    const outcomes = await Promise.all(made.map((each) => store.appPasswords.add(each, 3, session.id, start)))
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(3)
    expect(await store.appPasswords.list(user.id)).toHaveLength(3)

    const later = someAppPassword(user.id, { createdAt: after(3600), expiresAt: null })
    expect(await store.appPasswords.add(later, 3, session.id, after(3599))).toBe('full')
    expect(await store.appPasswords.add(later, 3, session.id, after(3600))).toBe('added')
    expect(await store.appPasswords.list(user.id)).toEqual([later.appPassword])
  })

  it('are not added for an account that is gone, nor in a session that has ended', async () => {
    const { user, session } = await setScene(store)
    await expect(store.appPasswords.add(someAppPassword(someId()), 50, null, start)).rejects.toThrow(
      StoreUnavailable,
    )
    await store.sessions.end(session.id, after(1))
    const late = store.appPasswords.add(someAppPassword(user.id), 50, session.id, start)
    await expect(late).rejects.toThrow(StoreUnavailable)
    expect(await store.appPasswords.list(user.id)).toEqual([])
  })

  it('are noted as used once a minute', async () => {
    const { user } = await setScene(store)
    const made = someAppPassword(user.id)
    await store.appPasswords.add(made, 50, null, start)
    const lastUse = async () => (await store.appPasswords.find(made.hash))?.appPassword.lastUsedAt
    for (const [seconds, noted] of [
      [1, 1],
      [61, 1],
      [61.001, 61.001],
    ] as const) {
      await store.appPasswords.touch(made.appPassword.id, after(seconds))
      expect(await lastUse()).toEqual(after(noted))
    }
    await store.appPasswords.touch('none', after(3))
  })

  it('are deleted once, by their owner only or by the operator', async () => {
    const [one, other] = [await setScene(store), await setScene(store)]
    const [mine, second] = [someAppPassword(one.user.id), someAppPassword(one.user.id)]
    for (const each of [mine, second]) await store.appPasswords.add(each, 50, null, start)
    const { id } = mine.appPassword
    expect(await store.appPasswords.delete(id, other.user.id)).toBe(false)
    const both = [store.appPasswords.delete(id, one.user.id), store.appPasswords.delete(id, one.user.id)]
    expect((await Promise.all(both)).toSorted()).toEqual([false, true])
    expect(await store.appPasswords.find(mine.hash)).toBeNull()
    expect(await store.appPasswords.delete(second.appPassword.id, null)).toBe(true)
    expect(await store.appPasswords.delete('none', null)).toBe(false)
  })

  it('get another secret, and the former is dead', async () => {
    const { user } = await setScene(store)
    const made = someAppPassword(user.id)
    await store.appPasswords.add(made, 50, null, start)
    const renewed = { appPassword: { ...made.appPassword, expiresAt: null }, hash: someHash() }
    expect(await store.appPasswords.replaceSecret(renewed)).toBe(true)
    expect(await store.appPasswords.find(made.hash)).toBeNull()
    expect(await store.appPasswords.find(renewed.hash)).toEqual({ appPassword: renewed.appPassword, user })
    expect(await store.appPasswords.replaceSecret(someAppPassword(user.id))).toBe(false)
  })
})
