import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEmail } from '#src/domain/account/email.ts'
import type { OperatorToken } from '#src/domain/oauth/operatorToken.ts'
import { migrationNames } from '#src/store/mikro/migrations.ts'
import { openOperator } from '#src/store/mikro/openOperator.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Operator } from '#src/store/operator.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, createEmptyDatabase, type TestDatabase } from '#test/support/database.ts'
import { after, setScene, someClient, someHash, someId, start } from './specimens.ts'

let database: TestDatabase
let store: Store
let operator: Operator

const noIds = ['', 'no id', "'", 'nul\0']

beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database)
  operator = openOperator(database)
})

afterAll(async () => {
  await Promise.all([store.close(), operator.close()])
  await database.drop()
})

function someToken(changes: Partial<OperatorToken> = {}): OperatorToken {
  return {
    id: someId(),
    name: randomBytes(4).toString('hex'),
    scope: ['metrics', 'orders:read'],
    createdAt: start,
    expiresAt: after(60),
    lastUsedAt: null,
    ...changes,
  }
}

describe('users, for the operator', () => {
  it('are found by id and by the key of their address, without a hash', async () => {
    const { user } = await setScene(store)
    const emailKey = parseEmail(user.email)?.emailKey ?? ''
    for (const reference of [{ id: user.id }, { emailKey }])
      expect(await operator.findUser(reference)).toStrictEqual(user)
    for (const id of [someId(), ...noIds]) expect(await operator.findUser({ id })).toBeNull()
    expect(await operator.findUser({ emailKey: 'nul\0@example.com' })).toBeNull()
  })

  it('are listed newest first, page by page', async () => {
    const all = await operator.listUsers(1000, null)
    expect(all.map(({ id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    )
    const [first, second] = all
    if (first === undefined || second === undefined) {
      await setScene(store)
      await setScene(store)
    }
    const [newest] = await operator.listUsers(1, null)
    const [next] = await operator.listUsers(1, newest?.id ?? '')
    expect((next?.id ?? '') < (newest?.id ?? '')).toBe(true)
    expect(await operator.listUsers(10, 'no id')).toEqual([])
  })

  it('are suspended once: sessions end, the moment stays, and a sign-in by what was read before is too late', async () => {
    const { user, session } = await setScene(store)
    const other = await setScene(store)
    const suspended = await operator.suspendUser(user.id, after(5))
    expect(suspended).toEqual({ ...user, suspendedAt: after(5), updatedAt: suspended?.updatedAt })
    expect((suspended?.updatedAt.getTime() ?? 0) > user.updatedAt.getTime()).toBe(true)
    expect((await operator.suspendUser(user.id, after(9)))?.suspendedAt).toEqual(after(5))
    const { sessions } = await operator.countBelongings(user.id, after(6))
    expect(sessions).toBe(0)
    expect((await operator.countBelongings(other.user.id, after(6))).sessions).toBe(1)
    const again = { ...session, id: someId() }
    const token = { hash: someHash(), sessionId: again.id, createdAt: after(6), expiresAt: after(60) }
    await expect(store.sessions.open(again, token, user.updatedAt)).rejects.toThrow()

    expect((await operator.unsuspendUser(user.id, after(7)))?.suspendedAt).toBeNull()
    expect((await operator.countBelongings(user.id, after(8))).sessions).toBe(0)
    for (const id of [someId(), ...noIds]) {
      expect(await operator.suspendUser(id, start)).toBeNull()
      expect(await operator.unsuspendUser(id, start)).toBeNull()
    }
  })

  it('are deleted with all that is theirs', async () => {
    const { user, client } = await setScene(store)
    expect(await operator.countBelongings(user.id, start)).toMatchObject({ sessions: 1, appPasswords: 0 })
    expect(await operator.deleteUser(user.id)).toBe(true)
    expect(await operator.deleteUser(user.id)).toBe(false)
    expect(await operator.findUser({ id: user.id })).toBeNull()
    expect(await operator.findClient(client.id)).toEqual(client.ownerId === user.id ? null : client)
    for (const id of noIds) expect(await operator.deleteUser(id)).toBe(false)
  })
})

describe('clients, for the operator', () => {
  it('are found, listed and deleted whoever owns them', async () => {
    const client = someClient(null)
    await store.clients.create(client, null)
    for (const reference of [client.id, client.clientId])
      expect(await operator.findClient(reference)).toStrictEqual(client)
    expect(await operator.listClients(1000, null)).toContainEqual(client)
    expect(await operator.deleteClient(client.id)).toBe(true)
    expect(await operator.deleteClient(client.id)).toBe(false)
    for (const reference of [client.clientId, someId(), ...noIds])
      expect(await operator.findClient(reference)).toBeNull()
  })

  it('are changed in what only the operator may change, while they are as they were read', async () => {
    const client = { ...someClient(null), rateLimitHour: 5 }
    await store.clients.create(client, null)
    const changes = { firstParty: true, rateLimitHour: null, resources: ['https://a.example.com'] }
    const changed = await operator.changeClient(client, changes, after(5))
    expect(changed).toEqual({ ...client, ...changes, updatedAt: changed?.updatedAt })
    expect(await operator.changeClient(client, { firstParty: false }, after(6))).toBeNull()
    expect(await operator.findClient(client.id)).toEqual(changed)
  })
})

describe('tokens of the operator', () => {
  it('are found by hash only, as they were stored', async () => {
    const token = someToken({ expiresAt: null })
    const hash = someHash()
    await operator.addToken({ token, hash })
    expect(await store.operatorTokens.find(hash)).toStrictEqual(token)
    expect(await operator.findToken(token.id)).toStrictEqual(token)
    expect(await operator.listTokens()).toContainEqual(token)
    expect(await store.operatorTokens.find(someHash())).toBeNull()
    for (const id of [someId(), ...noIds]) expect(await operator.findToken(id)).toBeNull()
  })

  it('get another secret, by which alone they are found from then on', async () => {
    const [token, former, hash] = [someToken(), someHash(), someHash()]
    await operator.addToken({ token, hash: former })
    const renewed = { ...token, createdAt: after(10), expiresAt: after(70) }
    expect(await operator.replaceTokenSecret({ token: renewed, hash })).toBe(true)
    expect(await store.operatorTokens.find(former)).toBeNull()
    expect(await store.operatorTokens.find(hash)).toStrictEqual(renewed)
    expect(await operator.replaceTokenSecret({ token: someToken(), hash: someHash() })).toBe(false)
  })

  it('are deleted once', async () => {
    const [token, hash] = [someToken(), someHash()]
    await operator.addToken({ token, hash })
    const racers = [operator.deleteToken(token.id), operator.deleteToken(token.id)]
    expect((await Promise.all(racers)).toSorted()).toEqual([false, true])
    expect(await store.operatorTokens.find(hash)).toBeNull()
    for (const id of noIds) expect(await operator.deleteToken(id)).toBe(false)
  })

  it('have their use noted once a minute', async () => {
    const [token, hash] = [someToken(), someHash()]
    await operator.addToken({ token, hash })
    const usedAt = async () => (await store.operatorTokens.find(hash))?.lastUsedAt
    await store.operatorTokens.touch(token.id, after(1))
    await store.operatorTokens.touch(token.id, after(60))
    expect(await usedAt()).toEqual(after(1))
    await store.operatorTokens.touch(token.id, after(62))
    expect(await usedAt()).toEqual(after(62))
    for (const id of noIds) await store.operatorTokens.touch(id, start)
  })
})

describe('the examination of a database', () => {
  it('tells version, clock, rights, schema and sizes', async () => {
    const seen = await operator.examine()
    expect(seen).toMatchObject({ pending: [], unknown: [], mayCreate: true, closedTables: [] })
    expect(seen.majorVersion).toBeGreaterThanOrEqual(14)
    expect(seen.tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['users', 'operator_tokens']))
  })

  it('works on an empty one', async () => {
    const empty = await createEmptyDatabase()
    const looking = openOperator(empty)
    expect(await looking.examine()).toMatchObject({ pending: migrationNames, unknown: [], tables: [] })
    await looking.close()
    await empty.drop()
  })
})
