import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { User } from '#src/domain/account/user.ts'
import type { AuthorizationTransaction } from '#src/domain/oauth/transaction.ts'
import { openStore } from '#src/store/mikro/open.ts'
import { StoreUnavailable, type Store } from '#src/store/store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import { after, someHash, someId, someSession, someSessionToken, someUser, start } from './specimens.ts'

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

const longAgo = after(-1_000_000)

function someTransaction(changes: Partial<AuthorizationTransaction> = {}): AuthorizationTransaction {
  return {
    hash: someHash(),
    browserHash: someHash(),
    parameters: { client_id: `app_"ünï'$1 ? \\ 😀`, state: randomBytes(6).toString('hex') },
    createdAt: start,
    expiresAt: after(1800),
    consumedAt: null,
    ...changes,
  }
}

async function someStored(
  changes: Partial<AuthorizationTransaction> = {},
): Promise<AuthorizationTransaction> {
  const transaction = someTransaction(changes)
  await store.transactions.create(transaction, longAgo)
  return transaction
}

describe('an authorization under way', () => {
  it('is found by the hash of its id as it was stored', async () => {
    const transaction = await someStored()
    expect(await store.transactions.find(transaction.hash)).toEqual(transaction)
    expect(await store.transactions.find(someHash())).toBeNull()
  })

  it('belongs to the first browser that goes on with it', async () => {
    const { hash } = await someStored({ browserHash: null })
    const [first, second] = [someHash(), someHash()]
    await store.transactions.bind(hash, first)
    await store.transactions.bind(hash, second)
    expect((await store.transactions.find(hash))?.browserHash).toEqual(first)
  })

  it('is consumed by one of eight', async () => {
    const { hash } = await someStored()
    const race = await Promise.all(
      Array.from({ length: 8 }, () => store.transactions.consume(hash, after(1))),
    )
    expect(race.filter(Boolean)).toHaveLength(1)
    expect((await store.transactions.find(hash))?.consumedAt).toEqual(after(1))
  })

  it('is not consumed when it expires', async () => {
    const { hash } = await someStored()
    expect(await store.transactions.consume(hash, after(1800))).toBe(false)
    expect((await store.transactions.find(hash))?.consumedAt).toBeNull()
  })

  it('that ended long ago goes when others come, two for each', async () => {
    const old = await Promise.all(
      Array.from({ length: 3 }, (_, index) => someStored({ expiresAt: after(-100 + index) })),
    )
    const alive = await someStored()
    const left = async () =>
      (await Promise.all([...old, alive].map(({ hash }) => store.transactions.find(hash)))).map(
        (found) => found !== null,
      )
    await store.transactions.create(someTransaction(), after(-98))
    expect(await left()).toEqual([false, false, true, true])
    await store.transactions.create(someTransaction(), after(0))
    expect(await left()).toEqual([false, false, false, true])
  })
})

describe('a session of a browser', () => {
  async function someBrowserSession(replaced: Buffer | null = null) {
    const user = someUser()
    await store.users.create(user, `${user.id}@example.com`, 'phc')
    const session = someSession(user.id)
    const token = someSessionToken(session.id)
    await store.sessions.openInBrowser(session, token, signIn(user, replaced))
    return { user, session, token }
  }

  const signIn = ({ updatedAt }: User, replaced: Buffer | null) => ({
    replaced,
    userAsOf: updatedAt,
    activityId: someId(),
  })

  it('is found by its cookie and never as bearer', async () => {
    const facts = await someBrowserSession()
    expect(await store.sessions.findByCookie(facts.token.hash)).toEqual(facts)
    expect(await store.sessions.findByToken(facts.token.hash)).toBeNull()
  })

  it('is another than that of a bearer token, which no cookie finds', async () => {
    const { user } = await someBrowserSession()
    const session = someSession(user.id)
    const token = someSessionToken(session.id)
    await store.sessions.open(session, token, user.updatedAt)
    expect(await store.sessions.findByCookie(token.hash)).toBeNull()
    expect(await store.sessions.findByToken(token.hash)).not.toBeNull()
  })

  it('takes the place of the cookie before, whose session stays', async () => {
    const before = await someBrowserSession()
    const { token } = await someBrowserSession(before.token.hash)
    expect(await store.sessions.findByCookie(before.token.hash)).toBeNull()
    expect(await store.sessions.findByCookie(token.hash)).not.toBeNull()
  })

  it('goes on when its user is proven anew, with another cookie', async () => {
    const before = await someBrowserSession()
    const proof = { authenticatedAt: after(60), lastUsedAt: after(60), amr: ['pwd', 'otp', 'mfa'] }
    const session = { ...before.session, ...proof, expiresAt: after(90_000), address: '203.0.113.9' }
    const token = someSessionToken(session.id)
    await store.sessions.openInBrowser(session, token, signIn(before.user, before.token.hash))
    expect(await store.sessions.findByCookie(token.hash)).toEqual({ user: before.user, session, token })
    expect(await store.sessions.findByCookie(before.token.hash)).toBeNull()
    const noted = await store.activities.list(before.user.id, 10, null)
    expect(noted.map(({ kind, at }) => [kind, at]).toSorted()).toEqual([
      ['signed_in', before.session.authenticatedAt],
      ['signed_in', after(60)],
    ])
  })

  it('that has ended, or is somebody else’s, does not go on', async () => {
    const [one, other] = [await someBrowserSession(), await someBrowserSession()]
    const token = someSessionToken(one.session.id)
    const foreign = { ...one.session, userId: other.user.id }
    const taken = store.sessions.openInBrowser(foreign, token, signIn(other.user, one.token.hash))
    await expect(taken).rejects.toThrow(StoreUnavailable)
    await store.sessions.end(one.session.id, after(1))
    const revived = store.sessions.openInBrowser(one.session, token, signIn(one.user, one.token.hash))
    await expect(revived).rejects.toThrow(StoreUnavailable)
    expect(await store.sessions.findByCookie(token.hash)).toBeNull()
    expect(await store.sessions.findByCookie(one.token.hash)).toMatchObject({
      session: { endedAt: after(1) },
    })
  })

  it('takes nothing from a bearer token', async () => {
    const { user } = await someBrowserSession()
    const session = someSession(user.id)
    const bearer = someSessionToken(session.id)
    await store.sessions.open(session, bearer, user.updatedAt)
    await someBrowserSession(bearer.hash)
    expect(await store.sessions.findByToken(bearer.hash)).not.toBeNull()
  })
})
