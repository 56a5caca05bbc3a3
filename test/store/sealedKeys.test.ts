import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '#src/platform/random.ts'
import { createSealing } from '#src/platform/sealing.ts'
import { loadSubjectKey } from '#src/platform/subjectKey.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'

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

describe('sealed keys', () => {
  it('are kept once, whoever comes first', async () => {
    const given = [1, 2, 3, 4].map((byte) => Buffer.alloc(8, byte))
    const kept = await Promise.all(given.map((sealed) => store.sealedKeys.keep('race', sealed)))
    expect(new Set(kept.map((each) => each.toString('hex'))).size).toBe(1)
    expect(await store.sealedKeys.keep('race', Buffer.alloc(8))).toEqual(kept[0])
  })

  it('are replaced only where nobody was faster', async () => {
    const [one, two, three] = [1, 2, 3].map((byte) => Buffer.alloc(8, byte)) as [Buffer, Buffer, Buffer]
    await store.sealedKeys.keep('reseal', one)
    await store.sealedKeys.reseal('reseal', one, two)
    await store.sealedKeys.reseal('reseal', one, three)
    expect(await store.sealedKeys.keep('reseal', three)).toEqual(two)
  })
})

describe('the key of pairwise subjects', () => {
  const load = (...secrets: string[]) =>
    loadSubjectKey(store.sealedKeys, createSealing(secrets), systemRandom)

  it('stays the same through every change of the secret, and needs the former one once', async () => {
    const [former, present] = ['the former secret of a test', 'the present secret of a test']
    const key = await load(former)
    expect(key).toHaveLength(32)
    expect(await load(former)).toEqual(key)
    expect(await load(present, former)).toEqual(key)
    expect(await load(present)).toEqual(key)
    await expect(load(former)).rejects.toThrow('LATCHKEY_SECRET')
  })
})
