import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredSigningKey } from '#src/domain/token/signingKey.ts'
import type { KeyChanges } from '#src/store/keys.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import { after, start } from './specimens.ts'

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

function someKey(): StoredSigningKey {
  return {
    kid: randomBytes(32).toString('base64url'),
    algorithm: 'EdDSA',
    status: 'next',
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    sealedPrivateKey: randomBytes(60),
    createdAt: start,
    statusSince: start,
  }
}

const nothing: KeyChanges = { add: [], status: [], remove: [] }

describe('signing keys', () => {
  it('are added, promoted and removed as a whole', async () => {
    expect(await store.keys.list()).toEqual([])
    const [first, second] = [someKey(), { ...someKey(), createdAt: after(1) }]
    await store.keys.change(() => ({ ...nothing, add: [first, second] }), start)
    expect(await store.keys.list()).toStrictEqual([first, second])
    const status = [{ kid: second.kid, status: 'active' as const }]
    const changed = await store.keys.change(() => ({ ...nothing, status, remove: [first.kid] }), after(60))
    expect(changed).toEqual([{ ...second, status: 'active', statusSince: after(60) }])
    expect(await store.keys.list()).toEqual(changed)
    await store.keys.change((keys) => ({ ...nothing, remove: keys.map(({ kid }) => kid) }), after(61))
  })

  it('stay as they were when deciding or writing fails', async () => {
    const key = someKey()
    await store.keys.change(() => ({ ...nothing, add: [key] }), start)
    const failure = new Error('no entropy')
    await expect(store.keys.change(() => Promise.reject(failure), after(1))).rejects.toBe(failure)
    const twice = { ...nothing, add: [someKey(), key] }
    await expect(store.keys.change(() => twice, after(1))).rejects.toThrow('signing_keys_pkey')
    expect(await store.keys.list()).toEqual([key])
    await store.keys.change(() => ({ ...nothing, remove: [key.kid] }), after(2))
  })

  it('are made by one of several nodes that start at once', async () => {
    const ensureOne = async (keys: readonly StoredSigningKey[]): Promise<KeyChanges> =>
      keys.length === 0 ? { ...nothing, add: [someKey()] } : nothing
    const nodes = [store, other, store, other]
    const results = await Promise.all(nodes.map((node) => node.keys.change(ensureOne, start)))
    const kids = new Set(results.flat().map(({ kid }) => kid))
    expect(kids.size).toBe(1)
  })
})
