import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GuessKeys } from '#src/domain/account/guessing.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { after, start } from './specimens.ts'

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

/** An account and a network that nobody has guessed at; other members put it somewhere else. */
function someKeys(more: Partial<GuessKeys> = {}): GuessKeys {
  return { pair: randomBytes(32), account: randomBytes(32), network: randomBytes(32), ...more }
}

async function begin(keys: GuessKeys, times: number, seconds = 0) {
  let last = await store.attempts.begin(keys, after(seconds))
  for (let time = 1; time < times; time += 1) last = await store.attempts.begin(keys, after(seconds))
  return last
}

describe('attempts', () => {
  it('count from one, and remember when the one before was', async () => {
    const keys = someKeys()
    expect(await store.attempts.begin(keys, start)).toEqual({
      pair: 1,
      previousAt: null,
      account: 1,
      network: 1,
      networkLapsesAt: after(3600),
      knownUntil: null,
    })
    expect(await store.attempts.begin(keys, after(60))).toMatchObject({
      pair: 2,
      previousAt: start,
      network: 2,
    })
    expect(await store.attempts.begin(keys, after(70))).toMatchObject({ pair: 3, previousAt: after(60) })
  })

  it('give each of those made at once a number of its own', async () => {
    const keys = someKeys()
    const counted = await Promise.all(Array.from({ length: 40 }, () => store.attempts.begin(keys, start)))
    const numbers = Array.from({ length: 40 }, (_, index) => index + 1)
    expect(counted.map(({ pair }) => pair).toSorted((a, b) => a - b)).toEqual(numbers)
    expect(counted.map(({ network }) => network).toSorted((a, b) => a - b)).toEqual(numbers)
  })

  it('do not block one another, whoever guesses at whom from where', async () => {
    const [accounts, networks] = [0, 1].map(() => Array.from({ length: 4 }, () => randomBytes(32)))
    const pairs = accounts!.flatMap((account) => networks!.map((network) => someKeys({ account, network })))
    const mixed = Array.from({ length: 160 }, (_, index) => pairs[(index * 7) % pairs.length]!)
    await Promise.all(
      mixed.map(async (keys, index) => {
        await store.attempts.begin(keys, after(index % 3))
        if (index % 4 === 0) await store.attempts.succeed(keys, after(100))
        if (index % 4 === 1) await store.attempts.withdraw(keys)
      }),
    )
  })

  it('at an account add up over networks, of each of them no more than twenty', async () => {
    const { account } = someKeys()
    expect((await begin(someKeys({ account }), 30)).account).toBe(20)
    expect((await begin(someKeys({ account }), 3)).account).toBe(23)
  })

  it('from a network add up over accounts', async () => {
    const { network } = someKeys()
    await begin(someKeys({ network }), 30)
    expect((await begin(someKeys({ network }), 3)).network).toBe(33)
  })

  it('are forgotten after a success, which makes the network known', async () => {
    const keys = someKeys()
    await begin(keys, 5)
    await store.attempts.succeed(keys, after(1000))
    expect(await store.attempts.begin(keys, after(1))).toMatchObject({
      pair: 1,
      account: 1,
      network: 5,
      knownUntil: after(1000),
    })
  })

  it('of others are not forgotten after a success', async () => {
    const { account, network } = someKeys()
    await begin(someKeys({ network }), 10)
    await begin(someKeys({ account }), 10)
    const keys = someKeys({ account, network })
    await begin(keys, 4)
    await store.attempts.succeed(keys, after(1000))
    expect(await store.attempts.begin(keys, start)).toMatchObject({ pair: 1, account: 11, network: 14 })
  })

  it('that are withdrawn never were', async () => {
    const keys = someKeys()
    await begin(keys, 25)
    for (let time = 0; time < 25; time += 1) await store.attempts.withdraw(keys)
    expect(await store.attempts.begin(keys, start)).toMatchObject({ pair: 1, account: 1, network: 1 })
    await store.attempts.withdraw(someKeys())
  })

  it('at one account from one network are forgotten a day after the last, the others an hour after the first', async () => {
    const keys = someKeys()
    await begin(keys, 3)
    expect(await store.attempts.begin(keys, after(3599))).toMatchObject({ pair: 4, account: 4, network: 4 })
    expect(await store.attempts.begin(keys, after(3600))).toMatchObject({ pair: 5, account: 1, network: 1 })
    expect(await store.attempts.begin(keys, after(3600 + 86_399))).toMatchObject({ pair: 6 })
    expect(await store.attempts.begin(keys, after(3600 + 86_399 + 86_400))).toMatchObject({
      pair: 1,
      previousAt: null,
    })
  })

  it('nobody needs any more are swept away by later ones; known networks stay', async () => {
    const forgotten = someKeys()
    const known = someKeys()
    await begin(forgotten, 1, 1_000_000)
    await begin(known, 1, 1_000_000)
    await store.attempts.succeed(known, after(9_000_000))
    const exists = async ({ pair }: GuessKeys) =>
      (await runAsAdmin(database.connection, 'select 1 from sign_in_attempts where key = $1', [pair]))
        .length === 1
    for (let time = 0; time < 20; time += 1) await begin(someKeys(), 1, 1_000_000 + 86_401)
    expect(await exists(forgotten)).toBe(false)
    expect(await exists(known)).toBe(true)
    expect((await begin(known, 1, 1_000_000 + 86_401)).knownUntil).toEqual(after(9_000_000))
  })
})
