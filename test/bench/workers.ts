import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import {
  askedFlags,
  keep,
  makeLoad,
  serviceFlags,
  startLoad,
  startMeasured,
  type Measured,
} from './children.ts'
import { productionOn } from './production.ts'
import { form, type Request } from './request.ts'
import { setStage, type Stage } from './stage.ts'
import { cpuOf, freePort, isReady } from './startup.ts'
import { median } from './statistics.ts'
import { onPostgres } from './onPostgres.ts'

/**
 * CPU microseconds of a request, in all processes of the service: in one process with eight connections, in two workers with
 * as many each. The ratio is the middle of those of the rounds; `floorRatio` that of its floor under the same load, which is
 * what the machine takes for two processes that answer at once.
 */
export type WorkersReport = {
  readonly name: string
  readonly one: number
  readonly two: number
  readonly ratio: number
  readonly floorRatio: number
}

/** The service as a program, or a floor, with its workers. */
type Program = Measured & { readonly workers: number }

/** The same in one process and in two. */
type Pair = { readonly one: Program; readonly two: Program }

/** What both are asked for, and what their floors are. */
type Scenario = { readonly name: string; readonly request: Request; readonly floor: Request }

const command = fileURLToPath(import.meta.resolve('#src/cli/latchkey.ts'))
const rounds = 7
/** Rounds that only warm up: each worker compiles for itself what it runs often, and gets half of the requests. */
const warmUps = 4
const requests = 2_000
/** For each process that answers: who has more to do at once does more in one turn of its event loop. */
const connections = 8
const latestMs = 60_000
/** How much more CPU a request may cost two workers than one process. */
const mostForTwo = 1.15

/** Measures what a request costs one process and two workers, in turn. Their database is the same. */
export async function measureWorkers(postgres: EmbeddedPostgres): Promise<readonly WorkersReport[]> {
  const service: Pair = { one: await start(postgres, 1), two: await start(postgres, 2) }
  const load = await startLoad()
  const stage = await setStage(service.one, load)
  const words = [JSON.stringify(postgres.connection), stage.person.id]
  const floor: Pair = {
    one: { ...(await startMeasured('./floor.ts', words)), workers: 1 },
    two: { ...(await startMeasured('./floorWorkers.ts', words)), workers: 2 },
  }
  const reports: WorkersReport[] = []
  for (const scenario of scenarios(stage)) {
    const [ours, bare] = [emptyRounds(), emptyRounds()]
    for (let round = -warmUps; round < rounds; round++) {
      const sample = await measurePair(service, scenario.request, load)
      const floorSample = await measurePair(floor, scenario.floor, load)
      if (round < 0) continue
      ours.push(sample)
      bare.push(floorSample)
    }
    reports.push({
      name: scenario.name,
      one: median(ours.map(({ one }) => one)),
      two: median(ours.map(({ two }) => two)),
      ratio: ratioOf(ours),
      floorRatio: ratioOf(bare),
    })
  }
  return reports
}

/** CPU microseconds of a request in one process and in two. */
type Sample = { readonly one: number; readonly two: number }

const emptyRounds = (): Sample[] => []

function ratioOf(samples: readonly Sample[]): number {
  return median(samples.map(({ one, two }) => two / one))
}

async function measurePair({ one, two }: Pair, request: Request, load: ChildProcess): Promise<Sample> {
  return { one: await measure(one, request, load), two: await measure(two, request, load) }
}

async function measure(
  { child, port, workers }: Program,
  request: Request,
  load: ChildProcess,
): Promise<number> {
  const before = cpuOfAll(child.pid!)
  await makeLoad(load, {
    port,
    connections: connections * workers,
    count: requests,
    status: 200,
    requests: { kind: 'same', request },
  })
  return ((cpuOfAll(child.pid!) - before) * 1_000) / requests
}

function scenarios({ app, accessToken, tokenRequest }: Stage): readonly Scenario[] {
  return [
    {
      name: 'client_credentials, JWT',
      request: tokenRequest(app, { grant_type: 'client_credentials' }),
      floor: { line: 'POST /sign', headers: form, body: 'x'.repeat(220) },
    },
    {
      name: 'userinfo, JWT',
      request: { line: 'GET /oauth2/userinfo', headers: { authorization: `Bearer ${accessToken}` } },
      floor: { line: 'GET /select-verify' },
    },
  ]
}

async function start(postgres: EmbeddedPostgres, workers: number): Promise<Program> {
  const { PATH, HOME, UV_THREADPOOL_SIZE } = process.env
  const port = await freePort()
  const words = workers === 1 ? ['serve'] : ['serve', '--workers', String(workers)]
  const child = spawn(process.execPath, [...serviceFlags, ...askedFlags, command, ...words], {
    env: { PATH, HOME, UV_THREADPOOL_SIZE, PORT: String(port), ...productionOn(postgres) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  keep(child)
  const begun = performance.now()
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() - begun > latestMs)
      throw new Error('the service did not start')
    await delay(20)
  }
  // The first worker answers before the others are there.
  while (childrenOf(child.pid!).length < (workers === 1 ? 0 : workers)) await delay(20)
  await delay(3_000)
  return { child, port, workers }
}

/** Milliseconds of CPU of a process and of those it has forked. */
function cpuOfAll(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + (cpuOf(each) ?? Number.NaN), 0)
}

function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map(Number)
}

/** A report as a sentence. */
export function workersLine({ name, one, two, ratio, floorRatio }: WorkersReport): string {
  const verdict = ratio <= mostForTwo ? 'met' : 'missed'
  return `CPU of ${name} with two workers: ${two.toFixed(0)} µs, ${one.toFixed(0)} in one process, × ${ratio.toFixed(2)} (≤ ${mostForTwo}: ${verdict}); its floor in two processes × ${floorRatio.toFixed(2)}`
}

/** By itself: `node test/bench/workers.ts`. */
if (import.meta.main)
  await onPostgres(async (postgres) => {
    for (const report of await measureWorkers(postgres)) process.stdout.write(`${workersLine(report)}\n`)
  })
