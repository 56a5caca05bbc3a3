import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFaultProxy, type FaultProxy } from '#test/support/faultProxy.ts'
import {
  expectCalm,
  isServed,
  prepareWorkload,
  startLoad,
  type Sample,
  type Workload,
  type WorkName,
} from '#test/support/load.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import { databaseUrl, endPrograms, startServiceProcess } from '#test/support/process.ts'
import { longOrShort, pass } from './duration.ts'

const delayMs = 300
/** People who ask again at once, each for one refresh and for several lists and sign-ins: more than slow connections can serve. */
const crowd = 6

let postgres: OwnPostgres
let proxy: FaultProxy
let works: readonly Workload[]

beforeAll(async () => {
  postgres = await createPostgres({ fsync: 'off' })
  proxy = await openFaultProxy(postgres.connection)
  const service = await startServiceProcess({
    DATABASE_URL: databaseUrl(proxy.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_DATABASE_POOL: '10',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LOG_LEVEL: 'warn',
  })
  const prepared: Workload[] = []
  while (prepared.length < crowd) prepared.push(await prepareWorkload(service))
  works = prepared
})

afterAll(async () => {
  await endPrograms()
  await proxy.close()
  await postgres.remove()
})

const shareServed = (samples: readonly Sample[], name: WorkName) => {
  const own = samples.filter((each) => each.name === name)
  return own.filter(isServed).length / own.length
}

describe(`a PostgreSQL that hears each message ${delayMs} ms late`, () => {
  it('serves whoever comes alone', async () => {
    proxy.delay(delayMs)
    const samples: Sample[] = []
    for (const ask of [
      works[0]!.refresh,
      works[0]!.userinfo,
      works[0]!.login,
      works[0]!.register,
      works[0]!.list,
    ])
      samples.push(await ask())
    proxy.delay(0)
    expect(samples.filter((each) => !isServed(each))).toEqual([])
    expectCalm(samples)
  })

  it('under load: everything is answered in time, lists are given up before refreshes, and then all is as before', async () => {
    proxy.delay(delayMs)
    const load = startLoad(
      works.flatMap(({ refresh, list, login }) => [refresh, list, list, list, login, login]),
    )
    await pass(longOrShort(20, 4))
    await load.stop()
    proxy.delay(0)
    const shares = (['refresh', 'login', 'list'] as const).map((name) => shareServed(load.samples, name))
    process.stdout.write(
      `slow: ${load.samples.length} asked, served of refresh, login, list: ${shares.join(', ')}\n`,
    )
    expectCalm(load.samples)
    const [refreshes = 0, , lists = 1] = shares
    expect(refreshes).toBeGreaterThan(lists)
    expect(lists).toBeLessThan(1)
    const everything = () => Promise.all(Object.values(works[0]!).map((ask) => ask()))
    const isAsBefore = async () => (await everything()).every(isServed)
    await expect.poll(isAsBefore, { timeout: 3_000 }).toBe(true)
  })
})
