import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Link } from '#src/domain/account/link.ts'
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
  someId,
  someLink,
  someNotice,
  someSession,
  someSessionToken,
  someUser,
  start,
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

async function addLink(accountId: string, more: Partial<Link> = {}): Promise<Link> {
  const link = { ...someLink(accountId), ...more }
  await store.links.add(link)
  return link
}

/** A link of a registration that waits. */
function addRegistration(more: Partial<Link> = {}): Promise<Link> {
  return addLink(someId(), { purpose: 'verify_email', registration: Buffer.from('sealed'), ...more })
}

const endedAt = async ({ hash }: Link) => (await store.links.find(hash))?.link.endedAt

const contenders = () => Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other))

async function count(table: string, condition: string, value: unknown): Promise<number> {
  const text = `select count(*)::int as count from ${table} where ${condition}`
  const [row] = await runAsAdmin(database.connection, text, [value])
  return Number(row?.count)
}

describe('find', () => {
  it('finds a link with its account and the hash of its password', async () => {
    const { user } = await setScene(store)
    const link = await addLink(user.id)
    const found = await store.links.find(link.hash)
    expect(found).toEqual({ link, account: { user, passwordHash: expect.stringMatching(/^\$argon2id/) } })
  })

  it('finds a registration that waits without an account, and nothing for an unknown hash', async () => {
    const link = await addRegistration()
    expect(await store.links.find(link.hash)).toEqual({ link, account: null })
    expect(await store.links.find(someHash())).toBeNull()
  })

  it('finds the latest registration of a mailbox that still waits, under each of its digests', async () => {
    const addressDigest = someHash()
    const [first, second] = [await addRegistration({ addressDigest }), someHash()]
    const latest = await addRegistration({ addressDigest, createdAt: after(1) })
    await addLink(someId(), { addressDigest, createdAt: after(2) })
    expect(await store.links.findRegistration([second, addressDigest], after(3))).toEqual(latest)
    await store.links.createAccount(latest.hash, someUser(), 'taken@example.com', 'phc', after(4))
    expect(await endedAt(first)).toEqual(after(4))
    expect(await store.links.findRegistration([addressDigest], after(5))).toBeNull()
    await addRegistration({ addressDigest, createdAt: after(6), expiresAt: after(7) })
    expect(await store.links.findRegistration([addressDigest], after(7))).toBeNull()
  })
})

describe('replaceOlder', () => {
  it('ends older links of the same purpose and account, and no others', async () => {
    const [id, another] = [someId(), someId()]
    const older = await addLink(id)
    const verification = await addLink(id, { purpose: 'verify_email' })
    const others = await addLink(another)
    const mailed = await addLink(id, { createdAt: after(1) })
    const newer = await addLink(id, { createdAt: after(2) })
    await store.links.replaceOlder(mailed.hash, after(3))
    expect(await endedAt(older)).toEqual(after(3))
    for (const link of [verification, others, mailed, newer]) expect(await endedAt(link)).toBeNull()
  })

  it('leaves one of two that were made in the same millisecond', async () => {
    const id = someId()
    const [one, two] = [await addLink(id), await addLink(id)]
    await Promise.all([one, two].map(({ hash }) => store.links.replaceOlder(hash, after(1))))
    expect([await endedAt(one), await endedAt(two)].filter((ended) => ended === null)).toHaveLength(1)
  })
})

describe('resetPassword', () => {
  it('changes everything at once: password, address, links, sessions, grants, notice', async () => {
    const scene = await setScene(store)
    const { user, sessionToken } = scene
    const { refreshToken } = await setGrant(store, scene)
    const stranger = await setScene(store)
    const [link, verification] = [await addLink(user.id), await addLink(user.id, { purpose: 'verify_email' })]
    const notice = someNotice()
    expect(await store.links.resetPassword(link.hash, 'new', notice, after(9))).toBe(true)

    const changed = { ...user, emailVerified: true, updatedAt: after(9) }
    expect(await store.links.find(link.hash)).toEqual({
      link: { ...link, endedAt: after(9) },
      account: { user: changed, passwordHash: 'new' },
    })
    expect(await endedAt(verification)).toEqual(after(9))
    expect((await store.sessions.findByToken(sessionToken.hash))?.session.endedAt).toEqual(after(9))
    expect((await store.refreshTokens.find(refreshToken.hash))?.grant.revokedAt).toEqual(after(9))
    expect(await store.jobs.take(['notice'], 1, 60, after(9))).toEqual([{ ...notice, attempts: 1 }])
    expect((await store.sessions.findByToken(stranger.sessionToken.hash))?.session.endedAt).toBeNull()
  })

  it.each([
    ['used', { endedAt: start }],
    ['expired', { expiresAt: after(9) }],
    ['for another purpose', { purpose: 'verify_email' }],
  ] as const)('writes nothing for a link that is %s', async (_, more) => {
    const { user, sessionToken } = await setScene(store)
    const link = await addLink(user.id, more)
    const notice = someNotice()
    expect(await store.links.resetPassword(link.hash, 'new', notice, after(9))).toBe(false)
    expect((await store.links.find(link.hash))?.account?.passwordHash).not.toBe('new')
    expect((await store.sessions.findByToken(sessionToken.hash))?.session.endedAt).toBeNull()
    expect(await count('jobs', 'id = $1', notice.id)).toBe(0)
  })

  it('writes nothing for an account that is suspended or gone', async () => {
    const user = { ...someUser(), suspendedAt: start }
    await store.users.create(user, `${user.id}@example.com`, 'old')
    const link = await addLink(user.id)
    expect(await store.links.resetPassword(link.hash, 'new', someNotice(), after(9))).toBe(false)
    expect(await store.links.find(link.hash)).toMatchObject({
      link: { endedAt: null },
      account: { passwordHash: 'old' },
    })
    const orphan = await addLink(someId())
    expect(await store.links.resetPassword(orphan.hash, 'new', someNotice(), after(9))).toBe(false)
    expect(await store.links.resetPassword(someHash(), 'new', someNotice(), after(9))).toBe(false)
  })

  it('is won by one of eight, whose password stays', async () => {
    for (let round = 0; round < 20; round++) {
      const { user } = await setScene(store)
      const link = await addLink(user.id)
      const won = await Promise.all(
        contenders().map((each, index) =>
          each.links.resetPassword(link.hash, `password of ${index}`, someNotice(), after(9)),
        ),
      )
      expect(won.filter(Boolean)).toHaveLength(1)
      const { account } = (await store.links.find(link.hash))!
      expect(account?.passwordHash).toBe(`password of ${won.indexOf(true)}`)
    }
  })

  it('leaves no session and no grant behind that was being written meanwhile', async () => {
    for (let round = 0; round < 40; round++) {
      const { user, client, session } = await setScene(store)
      const link = await addLink(user.id)
      const sessions = Array.from({ length: 8 }, () => someSession(user.id))
      const tokens = sessions.map(({ id }) => someSessionToken(id))
      const grants = Array.from({ length: 4 }, () => someGrant(client, session))
      const open = (index: number) => other.sessions.open(sessions[index]!, tokens[index]!, user.updatedAt)
      const writes = [
        ...sessions.map((_, index) => () => open(index)),
        ...grants.map((grant) => () => other.codes.issue(grant, someCode())),
      ]
      const begun = writes.filter((_, index) => index % 2 === 0).map((write) => write())
      const reset = store.links.resetPassword(link.hash, 'new', someNotice(), after(9))
      begun.push(...writes.filter((_, index) => index % 2 === 1).map((write) => write()))
      const outcomes = await Promise.allSettled(begun)
      expect(await reset).toBe(true)
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/meanwhile/)
      expect(await count('sessions', 'ended_at is null and user_id = $1', user.id)).toBe(0)
      expect(await count('grants', 'revoked_at is null and user_id = $1', user.id)).toBe(0)
    }
  })

  it('lets nobody in who proved the former password', async () => {
    const { user, session, client } = await setScene(store)
    const link = await addLink(user.id)
    await store.links.resetPassword(link.hash, 'new', someNotice(), user.updatedAt)
    const late = someSession(user.id)
    const open = (asOf: Date) => store.sessions.open(late, someSessionToken(late.id), asOf)
    await expect(open(user.updatedAt)).rejects.toThrow('the account was changed or deleted meanwhile')
    await expect(store.codes.issue(someGrant(client, session), someCode())).rejects.toThrow('session ended')
    await open((await store.links.find(link.hash))!.account!.user.updatedAt)
    expect(await count('sessions', 'ended_at is null and user_id = $1', user.id)).toBe(1)
  })
})

describe('old links', () => {
  it('are cleared away an hour after they expired, by whoever adds another', async () => {
    const old = await addRegistration({ expiresAt: after(10) })
    await addRegistration({ createdAt: after(3610), expiresAt: after(9999) })
    expect(await store.links.find(old.hash)).not.toBeNull()
    await addRegistration({ createdAt: after(3611), expiresAt: after(9999) })
    expect(await store.links.find(old.hash)).toBeNull()
  })
})
