import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MfaChallenge } from '#src/domain/account/mfa.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { after, setScene, someHash, someId, start } from './specimens.ts'

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

const contenders = () => Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other))

async function open(more: Partial<MfaChallenge> = {}): Promise<MfaChallenge> {
  const userId = more.userId ?? (await setScene(store)).user.id
  const challenge = {
    ...{ hash: someHash(), userId, userAsOf: start, createdAt: start, expiresAt: after(300) },
    ...{ tries: 0, consumedAt: null },
    ...more,
  }
  await store.mfaChallenges.open(challenge)
  return challenge
}

describe('challenge', () => {
  it('is found with its account, and unknown ones are not', async () => {
    const { user } = await setScene(store)
    const challenge = await open({ userId: user.id })
    expect(await store.mfaChallenges.find(challenge.hash)).toEqual({ challenge, user })
    expect(await store.mfaChallenges.find(someHash())).toBeNull()
    expect(await store.mfaChallenges.countTry(someHash())).toBeNull()
  })

  it('gives each of eight tries at once a number of its own', async () => {
    const { hash } = await open()
    const tries = await Promise.all(contenders().map((each) => each.mfaChallenges.countTry(hash)))
    expect(tries.map((facts) => facts?.challenge.tries).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('is consumed by one of eight, in time', async () => {
    const { hash } = await open()
    const won = await Promise.all(contenders().map((each) => each.mfaChallenges.consume(hash, after(1))))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect((await store.mfaChallenges.find(hash))?.challenge.consumedAt).toEqual(after(1))
    const late = await open({ expiresAt: after(5) })
    expect(await store.mfaChallenges.consume(late.hash, after(5))).toBe(false)
  })

  it('begins anew under the same hash', async () => {
    const first = await open()
    await store.mfaChallenges.countTry(first.hash)
    await store.mfaChallenges.consume(first.hash, after(1))
    const again = await open({ hash: first.hash, createdAt: after(2), expiresAt: after(302) })
    expect((await store.mfaChallenges.find(first.hash))?.challenge).toEqual(again)
  })

  it('clears old ones away, and nobody has one who is gone', async () => {
    const old = await open({ createdAt: after(-7200), expiresAt: after(-6900) })
    await open()
    expect(await store.mfaChallenges.find(old.hash)).toBeNull()
    const { hash } = await open({ userId: someId() })
    expect(await store.mfaChallenges.find(hash)).toBeNull()
    const { user } = await setScene(store)
    const challenge = await open({ userId: user.id })
    await runAsAdmin(database.connection, 'delete from users where id = $1', [user.id])
    expect(await store.mfaChallenges.find(challenge.hash)).toBeNull()
  })
})

describe('renew', () => {
  it('notes a new proof in a session that goes on, and in no other', async () => {
    const { session, sessionToken } = await setScene(store)
    expect(await store.sessions.renew(session.id, ['pwd', 'otp', 'mfa'], after(60))).toBe(true)
    const found = await store.sessions.findByToken(sessionToken.hash)
    expect(found?.session).toMatchObject({ amr: ['pwd', 'otp', 'mfa'], authenticatedAt: after(60) })
    expect(await store.sessions.renew(session.id, ['pwd'], session.expiresAt)).toBe(false)
    await store.sessions.end(session.id, after(61))
    expect(await store.sessions.renew(session.id, ['pwd'], after(62))).toBe(false)
  })
})
