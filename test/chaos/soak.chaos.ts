import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startHistory } from '#test/support/history.ts'
import { findBreaches } from '#test/support/invariants.ts'
import {
  expectCalm,
  isServed,
  prepareWorkload,
  startLoad,
  type Load,
  type Workload,
} from '#test/support/load.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import {
  databaseUrl,
  endPrograms,
  findFreePort,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'
import { pass } from './duration.ts'

/** How long the load goes on, after it has warmed up. */
const minutes = Number(process.env['SOAK'])
const warmUpSeconds = 30
/** Longer than a connection is kept open for whoever may come again. */
const restSeconds = 70
/** Who asks at once. What one more of them asks is written down, the rest only counted: half an hour of it is a million requests. */
const clients = 8

/** What must come back once nobody asks any more. */
type Figures = {
  readonly memoryMiB: number
  readonly openFiles: number
  readonly busyConnections: number
  readonly waiting: number
  /** 99 of 100 turns of the event loop were no later than this, in milliseconds, since it was last looked at */
  readonly loopMs: number
}

type AtRest = Figures & { readonly liveHeapMiB: number }

let postgres: OwnPostgres
let service: ServiceProcess
let metricsPort: number
let works: readonly Workload[]
const history = startHistory()

beforeAll(async () => {
  postgres = await createPostgres()
  metricsPort = await findFreePort()
  service = await startServiceProcess({
    DATABASE_URL: databaseUrl(postgres.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_METRICS_PORT: String(metricsPort),
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LOG_LEVEL: 'warn',
    // By which it is told to collect what nobody needs.
    NODE_OPTIONS: '--inspect=127.0.0.1:0',
  })
  works = await Promise.all(Array.from({ length: clients }, () => prepareWorkload(service)))
})

afterAll(async () => {
  await endPrograms()
  await postgres.remove()
})

async function readFigures(): Promise<Figures> {
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const read = (start: string) => {
    const line = metrics.split('\n').find((each) => each.startsWith(start))
    return line === undefined ? Number.NaN : Number(line.slice(line.lastIndexOf(' ')))
  }
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))!
  return {
    memoryMiB: Math.round(Number(kilobytes) / 1_024),
    openFiles: readdirSync(`/proc/${service.pid}/fd`).length,
    busyConnections: read('latchkey_database_connections{state="busy"}'),
    waiting: read('latchkey_database_connections{state="waiting"}'),
    loopMs: Math.round(read('nodejs_eventloop_lag_p99_seconds') * 1_000),
  }
}

/**
 * The heap that is needed, in MiB, after everything else was collected: what leaks shows here, however much V8 likes to keep.
 * Told by Node's inspector (Chrome DevTools Protocol, domains HeapProfiler and Runtime).
 */
async function readLiveHeap(): Promise<number> {
  const [url] = /ws:\/\/\S+/.exec(service.complained())!
  const inspector = new WebSocket(url)
  await once(inspector, 'open')
  const ask = async (id: number, method: string): Promise<{ readonly usedSize: number }> => {
    inspector.send(JSON.stringify({ id, method }))
    for (;;) {
      const [{ data }] = (await once(inspector, 'message')) as [MessageEvent]
      const answer = JSON.parse(String(data)) as { id?: number; result: { usedSize: number } }
      if (answer.id === id) return answer.result
    }
  }
  await ask(1, 'HeapProfiler.collectGarbage')
  const { usedSize } = await ask(2, 'Runtime.getHeapUsage')
  inspector.close()
  return Math.round(usedSize / 1_024 / 1_024)
}

/** The figures when nobody has asked for a while. */
async function readAtRest(): Promise<AtRest> {
  await pass(restSeconds)
  return { ...(await readFigures()), liveHeapMiB: await readLiveHeap() }
}

const tell = (when: string, figures: Figures) => process.stdout.write(`${when}: ${JSON.stringify(figures)}\n`)

/** Everything that people and apps ask for, by all of them; and by one whose every request is written down. */
async function startEverything(): Promise<Load> {
  const watched = await prepareWorkload(history.watch(service, 'soak'))
  return startLoad(
    [...works, watched].flatMap((work) => Object.values(work)),
    200,
  )
}

describe.skipIf(process.platform !== 'linux')(`${minutes} minutes of everything`, () => {
  it(
    'are served to the last request, and memory, sockets, pool and event loop come back',
    async () => {
      const warmUp = await startEverything()
      await pass(warmUpSeconds)
      await warmUp.stop()
      const before = await readAtRest()
      tell('before', before)

      const load = await startEverything()
      const minutely: Figures[] = []
      for (let minute = 1; minute <= minutes; minute += 1) {
        await pass(60)
        const figures = await readFigures()
        minutely.push(figures)
        tell(`minute ${minute}, ${load.samples.length} asked`, figures)
      }
      await load.stop()
      const after = await readAtRest()
      tell('after', after)

      expectCalm(load.samples)
      // A list or a sign-in may be given up on a busy machine, what apps live by is not.
      const vital = load.samples.filter(({ name }) => name === 'refresh' || name === 'userinfo')
      expect(vital.filter((each) => !isServed(each))).toEqual([])
      expect(load.samples.filter(isServed).length).toBeGreaterThan(load.samples.length * 0.99)
      expect(findBreaches(history.entries)).toEqual([])
      expect(after.liveHeapMiB).toBeLessThan(before.liveHeapMiB * 1.25 + 8)
      // V8 takes what it likes in the first minutes, and gives it back when it likes: what leaks grows with every minute after.
      const warm = minutely[Math.floor(minutes / 3)]!
      expect(after.memoryMiB).toBeLessThan(warm.memoryMiB * 1.15 + 16)
      expect(after.openFiles).toBeLessThanOrEqual(before.openFiles + 5)
      expect([after.busyConnections, after.waiting]).toEqual([0, 0])
      expect(after.loopMs).toBeLessThan(Math.max(50, 1.5 * before.loopMs))
    },
    (minutes + 3) * 60_000,
  )
})
