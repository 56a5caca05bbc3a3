import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request, type IncomingMessage } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient, deleteApp, getReadiness } from '../../client/index.ts'
import { hashersOf } from '#src/cli/worker.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { createDatabase, type TestDatabase } from '#test/support/database.ts'
import { openFaultProxy, type FaultProxy } from '#test/support/faultProxy.ts'
import { ownToken } from '#test/support/limits.ts'
import { prepareWorkload, startLoad } from '#test/support/load.ts'
import {
  databaseUrl,
  endPrograms,
  expectOneLine,
  findFreePort,
  programs,
  stageOf,
  startProgram,
  type Program,
  type ServiceProcess,
} from '#test/support/process.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
})
afterAll(async () => {
  await endPrograms()
  await database.drop()
})

/** What production insists on, on a database of the test's own. */
function production(port: number, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PORT: String(port),
    HOST: '127.0.0.1',
    LATCHKEY_ISSUER: 'https://auth.example.com',
    LATCHKEY_SECRET: 'nine different letters make one secret',
    LATCHKEY_REGISTRATION: 'open',
    DATABASE_URL: databaseUrl(database.connection),
    ...more,
  }
}

/** Starts `latchkey serve --workers 2` and waits until both listen. */
async function startWorkers(more: NodeJS.ProcessEnv = {}): Promise<ServiceProcess> {
  const port = await findFreePort()
  const program = startProgram(programs.command, production(port, more), ['serve', '--workers', '2'])
  const listening = () => expect(program.said().split('"listening"')).toHaveLength(3)
  await vi.waitFor(listening, { timeout: 50_000, interval: 100 })
  const url = `http://127.0.0.1:${port}`
  return { ...program, url, port, as: (token) => createClient({ baseUrl: url, token, retries: 0 }) }
}

/** The processes that work for another one. */
const workersOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)

/** Asks on a connection of its own, which goes to whichever worker's turn it is. */
async function askFresh(service: ServiceProcess, path: string, headers: Record<string, string> = {}) {
  const sent = request(`${service.url}${path}`, { agent: new Agent(), headers }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  return { status: answer.statusCode, remaining: Number(answer.headers['x-ratelimit-remaining']) }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

// Three programs are started one after the other, and each compiles itself.
const patience = { timeout: 60_000 }

describe.skipIf(process.platform !== 'linux')('serve --workers 2', patience, () => {
  let service: ServiceProcess
  let metricsPort: number

  beforeAll(async () => {
    metricsPort = await findFreePort()
    service = await startWorkers({
      LATCHKEY_DRAIN_SECONDS: '2',
      LATCHKEY_RATE_LIMIT_HOUR: '0',
      LATCHKEY_RATE_LIMIT_DAY: '0',
      LATCHKEY_METRICS_PORT: String(metricsPort),
    })
  }, 60_000)

  it('tells of each worker at a port of its own for metrics', async () => {
    for (let call = 0; call < 4; call++) await askFresh(service, '/livez')
    const pages = await Promise.all(
      [0, 1].map(async (index) => (await fetch(`http://127.0.0.1:${metricsPort + index}/metrics`)).text()),
    )
    for (const page of pages)
      expect(page).toMatch(/latchkey_requests_total\{operation="getLiveness",status="200"\} 2/)
  })

  it('refuses an app that was deleted at the other worker within a second', async () => {
    const person = await signUp(stageOf(service))
    const app = await registerTestApp(stageOf(service), person, { grant_types: ['client_credentials'] })
    // On several connections, some to the one and some to the other, each of which has heard of the app by now.
    const askAll = async () =>
      (await Promise.all(Array.from({ length: 6 }, () => ownToken(stageOf(service), app)))).map(status)
    expect(await askAll()).toEqual(Array.from({ length: 6 }, () => 200))
    await deleteApp({ client: service.as(person.token), path: { appId: app.app_id } })
    const deletedAt = performance.now()
    await expect.poll(askAll, { interval: 20, timeout: 5_000 }).toEqual(Array.from({ length: 6 }, () => 401))
    expect(performance.now() - deletedAt).toBeLessThan(1_000)
  })

  it('starts a killed worker again, and whoever asks meanwhile is served', async () => {
    const [first = 0] = workersOf(service.pid)
    process.kill(first, 'SIGKILL')
    await expect.poll(() => workersOf(service.pid).includes(first), { timeout: 5_000 }).toBe(false)
    for (let call = 0; call < 10; call++) expect((await askFresh(service, '/livez')).status).toBe(200)
    await service.says(/a worker has ended[^]*"listening"/)
    expect(workersOf(service.pid)).toHaveLength(2)
    expect(status(await getReadiness({ client: service.as() }))).toBe(200)
  })

  it('told to read its certificate again where it has none, goes on', async () => {
    const workers = workersOf(service.pid)
    process.kill(service.pid, 'SIGHUP')
    await service.says(/no certificate to read again[^]*no certificate to read again/)
    expect(workersOf(service.pid)).toEqual(workers)
    expect(status(await getReadiness({ client: service.as() }))).toBe(200)
  })

  it('told to stop under load, cuts no request off and ends with 0', async () => {
    const works = [await prepareWorkload(service), await prepareWorkload(service)]
    const load = startLoad(works.flatMap((work) => Object.values(work)))
    await expect.poll(() => load.samples.length, { timeout: 10_000 }).toBeGreaterThan(100)
    const ending = service.end('SIGTERM')
    // As a load balancer does: nothing more is sent once it is no longer ready, and what was sent is waited for.
    await expect
      .poll(async () => (await askFresh(service, '/readyz')).status, { interval: 20, timeout: 2_000 })
      .toBe(503)
    await load.stop()
    expect(load.samples.filter((each) => each.status === 0)).toEqual([])
    expect(load.samples.filter((each) => each.status >= 400 && each.status !== 503)).toEqual([])
    expect(await ending).toEqual({ status: 0, signal: null })
    process.stdout.write(`${load.samples.length} requests, none cut off\n`)
  })
})

describe.skipIf(process.platform !== 'linux')(
  'serve --workers 2, in the middle of its start',
  patience,
  () => {
    let proxy: FaultProxy
    let program: Program

    /** Starts them and waits until the first worker asks the database, which does not answer. */
    beforeEach(async () => {
      proxy = await openFaultProxy(database.connection)
      await proxy.set('frozen')
      const DATABASE_URL = databaseUrl(proxy.connection)
      const environment = production(await findFreePort(), { DATABASE_URL })
      program = startProgram(programs.command, environment, ['serve', '--workers', '2'])
      while (proxy.ways() === 0) await delay(20)
    }, 60_000)
    afterEach(() => proxy.close())

    it('told to stop, ends with 0 and starts nobody any more', async () => {
      const ending = program.end('SIGTERM')
      await proxy.set('healthy')
      expect(await ending).toEqual({ status: 0, signal: null })
      expect(program.said().split('"listening"')).toHaveLength(2)
    })

    it('told to read its certificate again, comes up', async () => {
      process.kill(program.pid, 'SIGHUP')
      await proxy.set('healthy')
      const listening = () => expect(program.said().split('"listening"')).toHaveLength(3)
      await vi.waitFor(listening, { timeout: 50_000, interval: 100 })
      expect(await program.end('SIGTERM')).toEqual({ status: 0, signal: null })
    })
  },
)

describe.skipIf(process.platform !== 'linux')('serve --workers 2, without a Redis', patience, () => {
  it('counts calls together: a limit is for both', async () => {
    const service = await startWorkers({ LATCHKEY_RATE_LIMIT_HOUR: '30' })
    const answers = []
    for (let call = 0; call < 36; call++)
      answers.push(await askFresh(service, '/api/v1/apps', { authorization: 'Bearer made-up' }))
    expect(answers.map(({ remaining }) => remaining)).toEqual(
      Array.from({ length: 36 }, (_, call) => Math.max(29 - call, 0)),
    )
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(6)

    // Frozen itself, it holds no call up that is under way at a worker.
    const agent = new Agent({ keepAlive: true })
    const askAgain = async () => {
      const sent = request(`${service.url}/api/v1/apps`, {
        agent,
        headers: { authorization: 'Bearer other' },
      }).end()
      const [answer] = (await once(sent, 'response')) as [IncomingMessage]
      await once(answer.resume(), 'end')
      return answer.statusCode
    }
    expect(await askAgain()).toBe(429)
    process.kill(service.pid, 'SIGSTOP')
    const begun = performance.now()
    const whileFrozen = [await askAgain(), await askAgain()]
    process.kill(service.pid, 'SIGCONT')
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(whileFrozen).toEqual([401, 401])

    // Killed itself, it leaves nobody behind.
    const workers = workersOf(service.pid)
    expect(workers).toHaveLength(2)
    await service.end('SIGKILL')
    await expect.poll(() => workers.filter(isAlive), { timeout: 5_000 }).toEqual([])
  })
})

describe('serve --workers 2 says in one line what keeps it from starting:', patience, () => {
  const words = ['serve', '--workers', '2']
  const complaint = (environment: NodeJS.ProcessEnv) =>
    expectOneLine(startProgram(programs.command, environment, words))

  it('a port that is taken', async () => {
    const socket = createServer().listen(0, '127.0.0.1')
    await once(socket, 'listening')
    const { port } = socket.address() as AddressInfo
    expect(await complaint(production(port))).toMatch(/port \d+ of 127\.0\.0\.1 is taken/)
    socket.close()
  })

  it('development, and a database that only one process has', async () => {
    const connection = { DATABASE_URL: databaseUrl(database.connection) }
    expect(await complaint(connection)).toContain('--workers is for production')
    expect(await complaint({ ...production(1_025), DATABASE_URL: undefined })).toContain(
      '--workers needs DATABASE_URL',
    )
  })
})

describe('passwords of workers', () => {
  it.each([
    [1, 8, 8],
    [2, 8, 4],
    [3, 8, 2],
    [16, 8, 1],
  ])('are hashed by %i workers on %i cores %i at once in each', (workers, cores, each) => {
    expect(hashersOf(workers, cores)).toBe(each)
  })
})
