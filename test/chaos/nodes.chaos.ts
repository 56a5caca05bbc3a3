import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { startHistory } from '#test/support/history.ts'
import { findBreaches } from '#test/support/invariants.ts'
import { expectCalm, isServed, prepareWorkload, startLoad } from '#test/support/load.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import {
  databaseUrl,
  endPrograms,
  stageOf,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'
import { redisMissing, startRedis, type TestRedis } from '#test/support/redis.ts'
import type { TestService } from '#test/support/service.ts'
import { redeem, refresh, requestCode } from '#test/support/tokens.ts'
import { longOrShort, pass } from './duration.ts'

const prizes = longOrShort(500, 20)
const racersPerNode = 4
const slowClients = longOrShort(600, 200)

let postgres: OwnPostgres
let redis: TestRedis | null = null
let nodes: readonly ServiceProcess[]
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  postgres = await createPostgres()
  redis = redisMissing === null ? await startRedis() : null
  const environment = {
    DATABASE_URL: databaseUrl(postgres.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_ISSUER: 'http://localhost',
    LATCHKEY_CODE_SECONDS: '600',
    LATCHKEY_DATABASE_POOL: '20',
    LATCHKEY_RATE_LIMIT_HOUR: '100000000',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LOG_LEVEL: 'warn',
    ...(redis !== null && { REDIS_URL: redis.url }),
  }
  nodes = [await startServiceProcess(environment), await startServiceProcess(environment)]
  person = await signUp(stageOf(nodes[0]!))
  app = await registerTestApp(stageOf(nodes[0]!), person)
})

afterAll(async () => {
  await endPrograms()
  await redis?.stop()
  await postgres.remove()
})

describe('eight racers at two nodes', () => {
  it(`redeem each of ${prizes} codes once, and get one successor of each refresh token`, async () => {
    const history = startHistory()
    const [first, second] = nodes.map((node, at) => history.watch(node, `node ${at + 1}`))
    const racers = Array.from({ length: racersPerNode }, () => [first!, second!]).flat()
    const race = <T>(ask: (node: TestService) => Promise<T>) => Promise.all(racers.map(stageOf).map(ask))
    // Without `openid` no ID token is signed: the racers come closer together.
    const obtainCode = () => requestCode(stageOf(first!), person, app, { scope: 'profile email' })
    for (let prize = 0; prize < prizes; prize++) {
      const code = await obtainCode()
      const { data } = await redeem(stageOf(prize % 2 === 0 ? first! : second!), app, code)
      const refreshes = await race((node) => refresh(node, app, data?.refresh_token))
      // None of them is a thief: all came while the successor was unused.
      expect(refreshes.map(status)).toEqual(refreshes.map(() => 200))
      const raced = await obtainCode()
      const answers = (await race((node) => redeem(node, app, raced))).map(status)
      expect(answers.toSorted()).toEqual([200, ...answers.slice(1).map(() => 400)])
    }
    process.stdout.write(`${history.entries.length} requests of racers at two nodes\n`)
    expect(findBreaches(history.entries)).toEqual([])
  }, 600_000)
})

/** Opens connections that say half a request and then nothing. */
async function openSlowClients(port: number): Promise<readonly Socket[]> {
  const sockets = Array.from({ length: slowClients }, () => connect(port, '127.0.0.1').on('error', () => {}))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  for (const socket of sockets)
    socket.resume().write('POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Le')
  return sockets
}

const openFiles = (pid: number) => readdirSync(`/proc/${pid}/fd`).length

describe.skipIf(process.platform !== 'linux')(`${slowClients} clients that say half a request`, () => {
  it('hold nobody else up, are let go of, and leave no socket behind', async () => {
    const node = nodes[0]!
    const work = await prepareWorkload(node)
    const before = openFiles(node.pid)
    const slow = await openSlowClients(node.port)
    const gone = Promise.all(slow.map((socket) => once(socket, 'close')))
    await expect.poll(() => openFiles(node.pid), { timeout: 5_000 }).toBeGreaterThan(before + slowClients / 2)
    const load = startLoad([work.refresh, work.userinfo, work.login], 20)
    await gone
    await load.stop()
    expect(load.samples.length).toBeGreaterThan(20)
    expectCalm(load.samples)
    expect(load.samples.filter((each) => !isServed(each))).toEqual([])
    // Connections of the load are kept for a while: a few more than before, not hundreds.
    await expect.poll(() => openFiles(node.pid), { timeout: 5_000 }).toBeLessThan(before + 20)
  })
})

const missing = redisMissing === null ? '' : ` (${redisMissing})`

describe.skipIf(redisMissing !== null)(`under load, a Redis${missing} that is`, () => {
  it.each([
    ['emptied', async () => redis!.kill().then(() => redis!.restart()), async () => {}],
    ['killed', async () => redis!.kill(), async () => redis!.restart()],
    ['frozen', async () => redis!.freeze(), async () => redis!.thaw()],
  ])('%s is noticed by nobody who is within the limits', async (_name, begin, end) => {
    const works = await Promise.all(nodes.map((node) => prepareWorkload(node)))
    const load = startLoad(
      works.flatMap(({ refresh: rotate, userinfo, exchange }) => [rotate, userinfo, exchange]),
      20,
    )
    await pass(1)
    await begin()
    await pass(longOrShort(10, 2))
    await end()
    await pass(1)
    await load.stop()
    expect(load.samples.length).toBeGreaterThan(20)
    expect(load.samples.filter((each) => !isServed(each))).toEqual([])
  })
})
