import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Link } from '#src/domain/account/link.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import { after, setScene, someHash, someId, someLink, someUser, start } from './specimens.ts'

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

describe('createAccount', () => {
  it('makes the account of a registration', async () => {
    const user = { ...someUser(), emailVerified: true }
    const link = await addRegistration()
    expect(await store.links.createAccount(link.hash, user, 'made@example.com', 'phc', after(5))).toBe(
      'created',
    )
    expect(await store.users.findByEmail('made@example.com')).toEqual({ user, passwordHash: 'phc' })
    expect(await endedAt(link)).toEqual(after(5))
  })

  it('is useless a second time, too late, and for a link of an account that exists', async () => {
    const used = await addRegistration({ endedAt: start })
    const late = await addRegistration({ expiresAt: after(5) })
    const [own, reset] = [await addLink(someId(), { purpose: 'verify_email' }), await addLink(someId())]
    for (const { hash } of [used, late, own, reset]) {
      const outcome = await store.links.createAccount(hash, someUser(), 'never@example.com', 'phc', after(5))
      expect(outcome).toBe('useless')
    }
    expect(await store.users.findByEmail('never@example.com')).toBeNull()
  })

  it('leaves an account alone that got the address, or the id, meanwhile', async () => {
    const first = someUser()
    await store.users.create(first, 'first@example.com', 'first')
    for (const second of [someUser(), first]) {
      const link = await addRegistration()
      const outcome = await store.links.createAccount(
        link.hash,
        second,
        'first@example.com',
        'second',
        after(5),
      )
      expect(outcome).toBe('exists')
    }
    const stored = await store.users.findByEmail('first@example.com')
    expect(stored).toEqual({ user: first, passwordHash: 'first' })
  })

  it('is won by one of eight, by one link or by several of one mailbox', async () => {
    for (let round = 0; round < 10; round++) {
      const emailKey = `${someId()}@example.com`
      const addressDigest = someHash()
      const links = [await addRegistration({ addressDigest }), await addRegistration({ addressDigest })]
      const outcomes = await Promise.all(
        contenders().map((each, index) =>
          each.links.createAccount(links[index % 2]!.hash, someUser(), emailKey, `phc ${index}`, after(5)),
        ),
      )
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1)
      const stored = await store.users.findByEmail(emailKey)
      expect(stored?.passwordHash).toBe(`phc ${outcomes.indexOf('created')}`)
    }
  })
})

describe('confirmAddress', () => {
  it('confirms the address of an account once', async () => {
    const { user } = await setScene(store)
    const link = await addLink(user.id, { purpose: 'verify_email' })
    const won = await Promise.all(contenders().map((each) => each.links.confirmAddress(link.hash, after(5))))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect((await store.links.find(link.hash))?.account?.user).toEqual({
      ...user,
      emailVerified: true,
      updatedAt: after(5),
    })
  })

  it('confirms nothing for a link of another kind', async () => {
    const { user } = await setScene(store)
    for (const link of [await addLink(user.id), await addRegistration()])
      expect(await store.links.confirmAddress(link.hash, after(5))).toBe(false)
    expect((await store.users.findByEmail(user.email.toLowerCase()))?.user.emailVerified).toBe(false)
  })
})
