import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getLiveness, getOpenidConfiguration, getReadiness } from '../../client/index.ts'
import { divideConnections, type LaneLimits } from '#src/domain/lane.ts'
import { password, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import {
  expectCalm,
  isServed,
  prepareWorkload,
  startLoad,
  type Sample,
  type Workload,
} from '#test/support/load.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import {
  databaseUrl,
  endPrograms,
  stageOf,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'
import { isShort, longOrShort, pass } from './duration.ts'
import type { Crowd, FloodReport } from './flood.ts'

const division = divideConnections(10)
const calmSeconds = longOrShort(5, 2)
const floodSeconds = longOrShort(40, 10)

let postgres: OwnPostgres
let service: ServiceProcess
let person: Person
let works: readonly Workload[]
let flood: ChildProcess

beforeAll(async () => {
  postgres = await createPostgres()
  service = await startServiceProcess({
    DATABASE_URL: databaseUrl(postgres.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    // What a hash costs in production: logins are short of processors.
    LATCHKEY_PASSWORD_MEMORY_KIB: '19456',
    LATCHKEY_PASSWORD_PASSES: '2',
    LATCHKEY_DATABASE_POOL: '10',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LOG_LEVEL: 'warn',
  })
  person = await signUp(stageOf(service))
  works = await Promise.all(Array.from({ length: 4 }, () => prepareWorkload(service)))
})

afterAll(async () => {
  await endPrograms()
  await postgres.remove()
})

/** So many times as many people as the lane has room for, waiting included, each of whom asks again every second. */
function crowds(times: number): readonly Crowd[] {
  const clients = ({ running, waiting }: LaneLimits) => times * (running + waiting)
  const json = { 'content-type': 'application/json' }
  const list = { url: `${service.url}/api/v1/apps`, method: 'GET', body: null }
  const login = { url: `${service.url}/api/v1/auth/login`, method: 'POST' }
  const body = JSON.stringify({ email: person.email, password })
  const headers = { authorization: `Bearer ${person.token}` }
  return [
    { name: 'list', clients: clients(division.list), pauseMs: 1_000, ...list, headers },
    { name: 'login', clients: clients(division.login), pauseMs: 1_000, ...login, headers: json, body },
  ]
}

async function endFlood(): Promise<FloodReport> {
  const report = once(flood, 'message')
  flood.send('stop')
  return (await report)[0] as FloodReport
}

const percentile = (samples: readonly Sample[], part: number) =>
  samples.map(({ ms }) => ms).toSorted((a, b) => a - b)[Math.floor((samples.length - 1) * part)] ?? 0

/** What came of a name's requests, in one line for whoever reads the run. */
function describeSamples(name: string, samples: readonly Sample[], seconds: number): string {
  const [median, p99] = [0.5, 0.99].map((part) => Math.round(percentile(samples, part)))
  const served = samples.filter(isServed).length
  return `${name}: ${Math.round(samples.length / seconds)}/s, ${served} of ${samples.length} served, median ${median} ms, p99 ${p99} ms`
}

describe.each(isShort ? [5] : [5, 2])('%i times more logins and lists than there is room for', (times) => {
  beforeAll(() => {
    flood = fork(fileURLToPath(import.meta.resolve('./flood.ts')))
  })
  afterAll(() => void flood.kill('SIGKILL'))

  it('refreshes succeed, all of them and soon; lists are given up first; afterwards all is as before', async () => {
    const refreshes = () =>
      startLoad(
        works.map(({ refresh }) => refresh),
        50,
      )
    const before = refreshes()
    await pass(calmSeconds)
    await before.stop()

    flood.send(crowds(times))
    const during = refreshes()
    const userinfos = startLoad(
      works.map(({ userinfo }) => userinfo),
      100,
    )
    const exchanges = startLoad(
      works.map(({ clientCredentials }) => clientCredentials),
      100,
    )
    await pass(floodSeconds)
    for (const ask of [getLiveness, getReadiness, getOpenidConfiguration])
      expect(status(await ask({ client: service.as() })), ask.name).toBe(200)
    await Promise.all([during.stop(), userinfos.stop(), exchanges.stop()])
    const report = await endFlood()
    const lines = [
      describeSamples('refreshes before', before.samples, calmSeconds),
      describeSamples('refreshes', during.samples, floodSeconds),
      describeSamples('userinfo', userinfos.samples, floodSeconds),
      describeSamples('client credentials', exchanges.samples, floodSeconds),
      `flood: ${JSON.stringify(report)}`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)

    for (const { samples } of [during, userinfos, exchanges]) expectCalm(samples)
    for (const { samples } of [during, userinfos])
      expect(samples.filter((each) => !isServed(each))).toEqual([])
    const bound = Math.max(1_000, 10 * percentile(before.samples, 0.99))
    expect(percentile(during.samples, 0.99)).toBeLessThan(bound)
    const { list = {}, login = {} } = report
    for (const counts of [list, login])
      expect(['200', '503']).toEqual(expect.arrayContaining(Object.keys(counts)))
    const shareServed = ({ 200: served = 0, 503: shed = 0 }) => served / (served + shed)
    // Most of what was asked was too much; of each lane more is served than of the one before.
    expect(shareServed(login)).toBeLessThan(times === 5 ? 0.4 : 1)
    if (shareServed(list) < 1) expect(shareServed(list)).toBeLessThanOrEqual(shareServed(login))
    if (times === 5) expect(shareServed(list)).toBeLessThan(shareServed(login))
    const exchanged = exchanges.samples.filter(isServed).length / exchanges.samples.length
    expect(shareServed(login)).toBeLessThanOrEqual(exchanged)
    expect(exchanged).toBeGreaterThan(0.9)

    for (const ask of [works[0]!.list, works[0]!.login])
      await expect.poll(async () => isServed(await ask()), { timeout: 3_000 }).toBe(true)
  })
})
