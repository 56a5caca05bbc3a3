import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import type { RaceOrder, RaceReport } from '#test/support/racer.ts'
import {
  after,
  setGrant,
  setScene,
  someCode,
  someGrant,
  someHash,
  someOpaqueToken,
  someRefreshToken,
  type Scene,
} from './specimens.ts'

let database: TestDatabase
let store: Store
let other: Store
let scene: Scene

beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database)
  other = await openStore(database)
  scene = await setScene(store)
})

afterAll(async () => {
  await store.close()
  await other.close()
  await database.drop()
})

async function count(table: string): Promise<number> {
  const [row] = await runAsAdmin(database.connection, `select count(*)::int as count from ${table}`)
  return Number(row?.count)
}

async function someIssuedCode(): Promise<Buffer> {
  const code = someCode()
  await store.codes.issue(someGrant(scene.client, scene.session), code)
  return code.hash
}

/**
 * Eight contenders on two pools for each prize, ten prizes at a time: of more at once the last would not get a connection in
 * time on a busy machine. Returns how many won each.
 */
async function raceEight<T>(
  prizes: readonly T[],
  contend: (contender: Store, prize: T) => Promise<boolean>,
): Promise<readonly number[]> {
  const winners: number[] = []
  for (let from = 0; from < prizes.length; from += 10) {
    const races = prizes.slice(from, from + 10).map(async (prize) => {
      const contenders = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? store : other))
      return (await Promise.all(contenders.map((each) => contend(each, prize)))).filter(Boolean).length
    })
    winners.push(...(await Promise.all(races)))
  }
  return winners
}

describe('within one process', () => {
  it('one of eight redeems a code, and only its tokens are stored', async () => {
    const hashes = await Promise.all(Array.from({ length: 100 }, someIssuedCode))
    const before = { refresh: await count('refresh_tokens'), opaque: await count('access_tokens') }
    const winners = await raceEight(hashes, (contender, hash) =>
      contender.codes.redeem(hash, someRefreshToken(), someOpaqueToken(scene.client, null), after(1)),
    )
    expect(winners).toEqual(Array.from({ length: 100 }, () => 1))
    expect((await count('refresh_tokens')) - before.refresh).toBe(100)
    expect((await count('access_tokens')) - before.opaque).toBe(100)
  })

  it('one of eight rotates a refresh token', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 50 }, async () => (await setGrant(store, scene)).refreshToken),
    )
    const before = await count('refresh_tokens')
    const winners = await raceEight(tokens, (contender, token) =>
      contender.refreshTokens.rotate(token.hash, someHash(), someRefreshToken(2), null, after(2)),
    )
    expect(winners).toEqual(Array.from({ length: 50 }, () => 1))
    expect((await count('refresh_tokens')) - before).toBe(50)
  })

  it('nothing is issued from a grant after its revocation has answered', async () => {
    const rounds = Array.from({ length: 50 }, async () => {
      const grant = someGrant(scene.client, scene.session)
      const code = someCode()
      const refresh = someRefreshToken()
      await store.codes.issue(grant, code)
      const redeeming = other.codes.redeem(code.hash, refresh, null, after(1))
      await store.grants.revoke(grant.id, after(1))
      const known = (await store.refreshTokens.find(refresh.hash)) !== null
      return { known, won: await redeeming }
    })
    // A redemption that won had stored its token before the revocation could answer: it waits for the same row.
    for (const { known, won } of await Promise.all(rounds)) expect(known).toBe(won)
  })

  it('an app deleted under a redemption leaves a loser, not an error', async () => {
    for (let round = 0; round < 10; round += 1) {
      const own = await setScene(store)
      const grants = Array.from({ length: 4 }, () => ({
        grant: someGrant(own.client, own.session),
        code: someCode(),
      }))
      for (const { grant, code } of grants) await store.codes.issue(grant, code)
      const redeeming = grants.map(({ grant, code }) =>
        other.codes.redeem(code.hash, someRefreshToken(), someOpaqueToken(own.client, grant), after(1)),
      )
      const deleted = await store.clients.deleteOwned(own.user.id, own.client.id)
      expect(deleted).toBe(true)
      for (const won of await Promise.all(redeeming)) expect(typeof won).toBe('boolean')
    }
  })
})

describe('between two processes', () => {
  const racer = fileURLToPath(import.meta.resolve('#test/support/racer.ts'))
  let racers: readonly Racer[] = []

  type Racer = { readonly child: ChildProcess; readonly died: Promise<never> }

  function enter(): Racer {
    const child = fork(racer, { execArgv: [] })
    const died = new Promise<never>((_, reject) => {
      child.once('exit', (code) => reject(new Error(`a racer ended with ${String(code)}`)))
    })
    // At the end of the day every racer ends, and then nobody is waiting for it.
    died.catch(() => {})
    return { child, died }
  }

  async function order({ child, died }: Racer, what: RaceOrder): Promise<RaceReport> {
    const answer = once(child, 'message')
    child.send(what)
    const [report] = await Promise.race([answer, died])
    return report as RaceReport
  }

  async function race(prize: 'codes' | 'refreshTokens', hashes: readonly Buffer[]): Promise<string[][]> {
    const won: string[][] = racers.map(() => [])
    for (let from = 0; from < hashes.length; from += 50) {
      const round = hashes.slice(from, from + 50).map((hash) => hash.toString('hex'))
      const what = { prize, hashes: round, now: after(3).toISOString() }
      const reports = await Promise.all(racers.map((each) => order(each, what)))
      reports.forEach((report, index) => won[index]?.push(...('won' in report ? report.won : [])))
    }
    return won
  }

  beforeAll(async () => {
    racers = [enter(), enter()]
    await Promise.all(racers.map((each) => order(each, { connection: database.connection })))
  })

  afterAll(async () => {
    await Promise.all(
      racers.map(({ child }) => {
        const exit = once(child, 'exit')
        child.disconnect()
        return exit
      }),
    )
  })

  it('500 codes are redeemed once each', async () => {
    const hashes = await Promise.all(Array.from({ length: 500 }, someIssuedCode))
    const before = await count('refresh_tokens')
    const won = await race('codes', hashes)
    expect(won.flat().toSorted()).toEqual(hashes.map((hash) => hash.toString('hex')).toSorted())
    expect(won.every(({ length }) => length > 0)).toBe(true)
    expect((await count('refresh_tokens')) - before).toBe(500)
  })

  it('500 refresh tokens are used once each', async () => {
    const granted = await Promise.all(Array.from({ length: 500 }, () => setGrant(store, scene)))
    const hashes = granted.map(({ refreshToken }) => refreshToken.hash)
    const before = await count('refresh_tokens')
    const won = await race('refreshTokens', hashes)
    expect(won.flat().toSorted()).toEqual(hashes.map((hash) => hash.toString('hex')).toSorted())
    expect(won.every(({ length }) => length > 0)).toBe(true)
    expect((await count('refresh_tokens')) - before).toBe(500)
  })
})
