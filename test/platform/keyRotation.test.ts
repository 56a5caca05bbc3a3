import { decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { createKeyring, type Keyring } from '#src/platform/keyring.ts'
import { createSealing } from '#src/platform/sealing.ts'
import { createNode, createTable, secret, start } from './keyTable.ts'

const day = 86_400_000
const claims = { sub: 'someone' }

describe('rotation', () => {
  it('publishes a key before it signs, and after', async () => {
    const table = createTable()
    const moment = { now: start }
    const keyring = await createNode(table, moment)
    const first = keyring.sign('ES256', 'JWT', claims)
    const published = kids(keyring)

    moment.now = new Date(start.getTime() + 90 * day)
    await keyring.maintain()
    const second = keyring.sign('ES256', 'JWT', claims)
    expect(kidOf(second)).not.toBe(kidOf(first))
    expect(published).toContain(kidOf(second))
    expect(kids(keyring)).toContain(kidOf(first))
    expect(keyring.verify('ES256', 'JWT', first)).toEqual(claims)

    moment.now = new Date(start.getTime() + 98 * day)
    await keyring.maintain()
    expect(kids(keyring)).not.toContain(kidOf(first))
    expect(keyring.verify('ES256', 'JWT', first)).toBeNull()
    expect(keyring.verify('ES256', 'JWT', second)).toEqual(claims)
  })

  it('does nothing while nothing is due', async () => {
    const table = createTable()
    const moment = { now: start }
    const lines: unknown[] = []
    const keyring = await createNode(table, moment, lines)
    expect(lines).toHaveLength(1)
    let changes = 0
    keyring.onChange(() => (changes += 1))
    moment.now = new Date(start.getTime() + 30 * day)
    await keyring.maintain()
    expect(lines).toHaveLength(1)
    expect(changes).toBe(0)
  })

  it('tells listeners when the published keys change', async () => {
    const moment = { now: start }
    const keyring = await createNode(createTable(), moment)
    const seen: unknown[][] = []
    keyring.onChange(() => void seen.push(kids(keyring)))
    moment.now = new Date(start.getTime() + 90 * day)
    await keyring.maintain()
    expect(seen).toEqual([kids(keyring)])
    expect(seen[0]).toHaveLength(9)
  })

  it('lets two nodes that start at once agree on the same keys', async () => {
    const table = createTable()
    const [one, other] = await Promise.all([
      createNode(table, { now: start }),
      createNode(table, { now: start }),
    ])
    expect(table.rows).toHaveLength(6)
    expect(other.jwks()).toEqual(one.jwks())
    expect(other.verify('ES256', 'JWT', one.sign('ES256', 'JWT', claims))).toEqual(claims)
  })

  it('learns the keys of another node by a refresh, at most once in ten seconds', async () => {
    const table = createTable()
    const [here, there] = [{ now: start }, { now: start }]
    const [one, other] = [await createNode(table, here), await createNode(table, there)]
    there.now = new Date(start.getTime() + 90 * day)
    await other.maintain()
    there.now = new Date(start.getTime() + 180 * day)
    await other.maintain()
    const token = other.sign('ES256', 'JWT', claims)
    expect(one.verify('ES256', 'JWT', token)).toBeNull()

    here.now = new Date(start.getTime() + 9_999)
    await one.refresh()
    expect(table.reads).toBe(0)
    here.now = new Date(start.getTime() + 10_000)
    await Promise.all([one.refresh(), one.refresh(), one.refresh()])
    expect(table.reads).toBe(1)
    expect(one.verify('ES256', 'JWT', token)).toEqual(claims)
  })

  it('keeps its keys, and asks again at once, when the store cannot be asked', async () => {
    const table = createTable()
    const moment = { now: start }
    const keyring = await createNode(table, moment)
    const token = keyring.sign('ES256', 'JWT', claims)
    table.isGone = true
    moment.now = new Date(start.getTime() + 60_000)
    await expect(keyring.refresh()).rejects.toThrow('database gone')
    expect(keyring.verify('ES256', 'JWT', token)).toEqual(claims)
    expect(keyring.sign('EdDSA', 'JWT', claims)).toBeTypeOf('string')
    table.isGone = false
    await keyring.refresh()
    expect(table.reads).toBe(1)
  })
})

describe('stored keys', () => {
  it('are not believed when their public half was replaced', async () => {
    const table = createTable()
    await createNode(table, { now: start })
    const [first, second] = table.rows
    if (!first || !second) throw new Error('no rows')
    table.rows = [{ ...first, sealedPrivateKey: second.sealedPrivateKey }]
    await expect(createNode(table, { now: start })).rejects.toThrow('was changed: remove its row')
  })

  it('are opened with a former secret of the list, and not without it', async () => {
    const table = createTable()
    await createNode(table, { now: start })
    const clock = { now: () => start }
    const log = { info: () => undefined }
    const both = createSealing(['a new secret, also long enough for all of it', secret])
    const keyring = await createKeyring({ keys: table, sealing: both, clock, log })
    expect(keyring.jwks().keys).toHaveLength(6)
    const lost = createSealing(['a new secret, also long enough for all of it'])
    await expect(createKeyring({ keys: table, sealing: lost, clock, log })).rejects.toThrow(
      'add the former secret',
    )
  })
})

function kids(keyring: Keyring): unknown[] {
  return keyring.jwks().keys.map((key) => Reflect.get(key, 'kid'))
}

function kidOf(token: string): unknown {
  return decodeProtectedHeader(token).kid
}
