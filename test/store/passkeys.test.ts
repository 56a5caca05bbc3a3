import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Passkey } from '#src/domain/account/passkey.ts'
import type { PasskeyChallenge } from '#src/domain/account/passkeyChallenge.ts'
import type { User } from '#src/domain/account/user.ts'
import { openStore } from '#src/store/mikro/open.ts'
import { StoreUnavailable, type Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { after, setScene, someHash, someId, start, someActivity, someNotice } from './specimens.ts'

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

/** A passkey in which no two members look alike. */
function somePasskey(userId: string, more: Partial<Passkey> = {}): Passkey {
  return {
    id: someId(),
    userId,
    credentialId: randomBytes(20),
    publicKey: randomBytes(77),
    counter: 2 ** 32 - 5,
    transports: ['hybrid', 'internal'],
    aaguid: '08987058-cadc-4b81-b6e1-30de50dcbe96',
    synced: true,
    backedUp: false,
    name: `O'Hara's "phone" \\ $1 ? 😀`,
    createdAt: start,
    lastUsedAt: null,
    ...more,
  }
}

function add(user: User, passkey: Passkey, { most = 20, on = store } = {}) {
  return on.passkeys.add(passkey, most, user.updatedAt, someNotice(), someActivity(user.id, 'passkey_added'))
}

async function setPasskey(more: Partial<Passkey> = {}) {
  const scene = await setScene(store)
  const passkey = somePasskey(scene.user.id, more)
  expect(await add(scene.user, passkey)).toBe('added')
  return { ...scene, passkey }
}

function someChallenge(more: Partial<PasskeyChallenge> = {}): PasskeyChallenge {
  return {
    id: someId(),
    hash: someHash(),
    purpose: 'login',
    sessionId: null,
    addressDigest: null,
    createdAt: start,
    expiresAt: after(300),
    ...more,
  }
}

const contenders = () => Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other))

async function count(table: string, userId: string, more = ''): Promise<number> {
  const text = `select count(*)::int as count from ${table} where user_id = $1 ${more}`
  const [row] = await runAsAdmin(database.connection, text, [userId])
  return Number(row?.['count'])
}

describe('a challenge', () => {
  it('is read back as it was stored, once', async () => {
    const { session } = await setScene(store)
    const login = someChallenge({ addressDigest: someHash() })
    const registration = someChallenge({ purpose: 'registration', sessionId: session.id })
    for (const challenge of [login, registration]) {
      const { id, purpose, sessionId } = challenge
      await store.passkeys.addChallenge(challenge)
      expect(await store.passkeys.consumeChallenge(id, purpose, sessionId, after(1))).toEqual(challenge)
      expect(await store.passkeys.consumeChallenge(id, purpose, sessionId, after(1))).toBeNull()
    }
  })

  it('is consumed by one of many at once, on two nodes', async () => {
    const challenge = someChallenge()
    await store.passkeys.addChallenge(challenge)
    const consumed = await Promise.all(
      contenders().map(({ passkeys }) => passkeys.consumeChallenge(challenge.id, 'login', null, start)),
    )
    expect(consumed.filter((each) => each !== null)).toEqual([challenge])
  })

  it('stays for whoever may have it, when another purpose or session asks for it', async () => {
    const [{ session }, elsewhere] = [await setScene(store), await setScene(store)]
    const challenge = someChallenge({ purpose: 'registration', sessionId: session.id })
    await store.passkeys.addChallenge(challenge)
    const consume = (...[purpose, sessionId]: [PasskeyChallenge['purpose'], string | null]) =>
      store.passkeys.consumeChallenge(challenge.id, purpose, sessionId, start)
    expect(await consume('registration', elsewhere.session.id)).toBeNull()
    expect(await consume('registration', null)).toBeNull()
    expect(await consume('login', session.id)).toBeNull()
    expect(await consume('login', null)).toBeNull()
    expect(await consume('registration', session.id)).toEqual(challenge)
  })

  it('is over in the moment of its end', async () => {
    const challenge = someChallenge()
    await store.passkeys.addChallenge(challenge)
    expect(await store.passkeys.consumeChallenge(challenge.id, 'login', null, after(300))).toBeNull()
    const last = new Date(after(300).getTime() - 1)
    expect(await store.passkeys.consumeChallenge(challenge.id, 'login', null, last)).toEqual(challenge)
  })

  it('is found by nothing that is no id', async () => {
    expect(await store.passkeys.consumeChallenge('no id', 'login', null, start)).toBeNull()
  })

  it('goes when later ones come, once it has expired', async () => {
    const old = someChallenge({ expiresAt: after(-100) })
    await store.passkeys.addChallenge(old)
    await store.passkeys.addChallenge(someChallenge())
    const left = 'select 1 from passkey_challenges where id = $1'
    expect(await runAsAdmin(database.connection, left, [old.id])).toEqual([])
  })
})

describe('add', () => {
  it('keeps every member, and stores the notice and the entry of the history with it', async () => {
    const { user, passkey } = await setPasskey()
    expect(await store.passkeys.findForLogin(user.id, passkey.credentialId)).toEqual({ passkey, user })
    expect(await store.passkeys.list(user.id)).toEqual([passkey])
    expect(await count('activities', user.id, `and kind = 'passkey_added'`)).toBe(1)
  })

  it('refuses what the account has, and stores nothing with it', async () => {
    const { user, passkey } = await setPasskey()
    const twin = somePasskey(user.id, { credentialId: passkey.credentialId })
    expect(await add(user, twin)).toBe('known')
    expect(await store.passkeys.list(user.id)).toEqual([passkey])
    expect(await count('activities', user.id, `and kind = 'passkey_added'`)).toBe(1)
  })

  it('takes what another account has, and tells the two apart', async () => {
    const { user, passkey } = await setPasskey()
    const elsewhere = await setScene(store)
    const twin = somePasskey(elsewhere.user.id, { credentialId: passkey.credentialId })
    expect(await add(elsewhere.user, twin)).toBe('added')
    const found = await store.passkeys.findForLogin(user.id, passkey.credentialId)
    expect(found?.passkey).toEqual(passkey)
  })

  it('keeps no more than the most, also when many come at once on two nodes', async () => {
    const { user } = await setScene(store)
    const outcomes = await Promise.all(
      contenders().map((on) => add(user, somePasskey(user.id), { most: 3, on })),
    )
    expect(outcomes.toSorted()).toEqual([...Array<string>(3).fill('added'), ...Array<string>(5).fill('full')])
    expect(await store.passkeys.count(user.id)).toBe(3)
  })

  it('refuses an account that has changed since, or is gone', async () => {
    const { user } = await setScene(store)
    const changed = { ...user, updatedAt: after(1) }
    await expect(add(changed, somePasskey(user.id))).rejects.toThrow(StoreUnavailable)
    const gone = { ...user, id: someId() }
    await expect(add(gone, somePasskey(gone.id))).rejects.toThrow(StoreUnavailable)
    expect(await store.passkeys.count(user.id)).toBe(0)
  })
})

describe('findForLogin', () => {
  it('finds nothing for another account, another credential, or what is no id', async () => {
    const { user, passkey } = await setPasskey()
    const elsewhere = await setScene(store)
    expect(await store.passkeys.findForLogin(elsewhere.user.id, passkey.credentialId)).toBeNull()
    expect(await store.passkeys.findForLogin(user.id, randomBytes(20))).toBeNull()
    expect(await store.passkeys.findForLogin('', passkey.credentialId)).toBeNull()
  })
})

describe('noteUse', () => {
  it.each([
    [0, 0, true],
    [0, 7, true],
    [7, 8, true],
    [2 ** 31, 2 ** 32 - 1, true],
    [7, 7, false],
    [7, 6, false],
    [7, 0, false],
  ])('of a counter of %d that was, and %d that is, is noted: %s', async (was, is, isNoted) => {
    const { user, passkey } = await setPasskey({ counter: was })
    expect(await store.passkeys.noteUse(passkey.id, { counter: is, backedUp: true }, after(60))).toBe(isNoted)
    const used = { ...passkey, counter: is, backedUp: true, lastUsedAt: after(60) }
    expect(await store.passkeys.list(user.id)).toEqual([isNoted ? used : passkey])
  })

  it('of one counter is noted once, of many at once on two nodes', async () => {
    const { passkey } = await setPasskey({ counter: 1 })
    const noted = await Promise.all(
      contenders().map(({ passkeys }) =>
        passkeys.noteUse(passkey.id, { counter: 2, backedUp: false }, start),
      ),
    )
    expect(noted.filter(Boolean)).toHaveLength(1)
  })

  it('of a passkey that is gone is not noted', async () => {
    expect(await store.passkeys.noteUse(someId(), { counter: 0, backedUp: false }, start)).toBe(false)
  })
})

describe('findCredentials', () => {
  it('names the credentials of an address, oldest first, and none of others', async () => {
    const { user, passkey } = await setPasskey()
    const second = somePasskey(user.id, { transports: [] })
    await add(user, second)
    await setPasskey()
    const named = [passkey, second].map(({ credentialId, transports }) => ({ credentialId, transports }))
    expect(await store.passkeys.findCredentials(user.email.toLowerCase())).toEqual(named)
    expect(await store.passkeys.findCredentials('nobody@example.com')).toEqual([])
    expect(await store.passkeys.findCredentials('no\0body@example.com')).toEqual([])
  })
})

const someRecord = (userId: string) => ({
  notice: someNotice(),
  activity: someActivity(userId, 'passkey_removed'),
})

describe('count, list, rename and delete', () => {
  it('see the account’s own passkeys only', async () => {
    const [{ user, passkey }, stranger] = [await setPasskey(), await setScene(store)]
    const { passkeys } = store
    expect([await passkeys.count(user.id), await passkeys.count(stranger.user.id)]).toEqual([1, 0])
    expect(await passkeys.list(stranger.user.id)).toEqual([])
    expect(await passkeys.rename(stranger.user.id, passkey.id, 'Mine')).toBeNull()
    expect(await passkeys.delete(stranger.user.id, passkey.id, someRecord(stranger.user.id))).toBe(false)
    expect(await passkeys.list(user.id)).toEqual([passkey])

    const renamed = { ...passkey, name: 'Key' }
    expect(await passkeys.rename(user.id, passkey.id, 'Key')).toEqual(renamed)
    expect(await passkeys.list(user.id)).toEqual([renamed])
    const record = someRecord(user.id)
    expect(await passkeys.delete(user.id, passkey.id, record)).toBe(true)
    // The very same entries again: they would collide if anything were written.
    expect(await passkeys.delete(user.id, passkey.id, record)).toBe(false)
    const written = 'select kind from activities where id = $1 union all select kind from jobs where id = $2'
    const ids = [record.activity.id, record.notice.id]
    expect(await runAsAdmin(database.connection, written, ids)).toHaveLength(2)
    expect(await passkeys.count(user.id)).toBe(0)
  })

  it('find nothing by what is no id', async () => {
    const { user } = await setPasskey()
    const { passkeys } = store
    expect(await passkeys.count('x')).toBe(0)
    expect(await passkeys.list('x')).toEqual([])
    expect(await passkeys.rename(user.id, 'x', 'Key')).toBeNull()
    expect(await passkeys.delete(user.id, 'x', someRecord(user.id))).toBe(false)
  })
})

it('passkeys go with their account, and challenges with their session', async () => {
  const { user, session } = await setPasskey()
  await store.passkeys.addChallenge(someChallenge({ purpose: 'registration', sessionId: session.id }))
  await runAsAdmin(database.connection, 'delete from users where id = $1', [user.id])
  expect(await count('passkeys', user.id)).toBe(0)
  const left = 'select 1 from passkey_challenges where session_id = $1'
  expect(await runAsAdmin(database.connection, left, [session.id])).toEqual([])
})
