import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { endChildren, makeLoad, serviceFlags, startLoad } from './children.ts'
import { issuer } from './issuer.ts'
import type { Request } from './request.ts'
import { setStage, type Stage } from './stage.ts'
import { cpuOf, freePort, isReady } from './startup.ts'
import { median } from './statistics.ts'

/**
 * CPU microseconds of a request, in all processes of the service: in one process with eight connections, in two workers with
 * as many each. The ratio is the middle of those of the rounds.
 */
export type WorkersReport = {
  readonly name: string
  readonly one: number
  readonly two: number
  readonly ratio: number
}

/** The service as a program, with its workers. */
type Program = { readonly child: ChildProcess; readonly port: number; readonly workers: number }

const command = fileURLToPath(import.meta.resolve('#src/cli/latchkey.ts'))
const rounds = 7
/** Rounds that only warm up: each worker compiles for itself what it runs often, and gets half of the requests. */
const warmUps = 4
const requests = 2_000
/** For each process that answers: who has more to do at once does more in one turn of its event loop. */
const connections = 8
const latestMs = 60_000

/** Measures what a request costs one process and two workers, in turn. Their database is the same. */
export async function measureWorkers(postgres: EmbeddedPostgres): Promise<readonly WorkersReport[]> {
  const [one, two] = [await start(postgres, 1), await start(postgres, 2)]
  try {
    const load = await startLoad()
    const stage = await setStage(one, load)
    const measureOne = async ({ child, port, workers }: Program, request: Request) => {
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
    const reports: WorkersReport[] = []
    for (const [name, request] of scenarios(stage)) {
      const samples: { readonly one: number; readonly two: number }[] = []
      for (let round = -warmUps; round < rounds; round++) {
        const sample = { one: await measureOne(one, request), two: await measureOne(two, request) }
        if (round >= 0) samples.push(sample)
      }
      reports.push({
        name,
        one: median(samples.map((each) => each.one)),
        two: median(samples.map((each) => each.two)),
        ratio: median(samples.map((each) => each.two / each.one)),
      })
    }
    return reports
  } finally {
    for (const { child } of [one, two]) {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    }
  }
}

function scenarios({ app, accessToken, tokenRequest }: Stage): readonly (readonly [string, Request])[] {
  return [
    ['client_credentials, JWT', tokenRequest(app, { grant_type: 'client_credentials' })],
    ['userinfo, JWT', { line: 'GET /oauth2/userinfo', headers: { authorization: `Bearer ${accessToken}` } }],
  ]
}

async function start({ connection }: EmbeddedPostgres, workers: number): Promise<Program> {
  const { PATH, HOME, UV_THREADPOOL_SIZE } = process.env
  const port = await freePort()
  const { user, host, port: at, database } = connection
  const words = workers === 1 ? ['serve'] : ['serve', '--workers', String(workers)]
  const child = spawn(process.execPath, [...serviceFlags, command, ...words], {
    env: {
      PATH,
      HOME,
      UV_THREADPOOL_SIZE,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: `postgresql://${user}@${encodeURIComponent(host)}:${at}/${database}`,
      LATCHKEY_ISSUER: issuer,
      LATCHKEY_SECRET: 'the secret of a benchmark that nobody else has',
      LATCHKEY_RATE_LIMIT_HOUR: '0',
      LATCHKEY_RATE_LIMIT_DAY: '0',
      LATCHKEY_REGISTRATION: 'open',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
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

/** By itself: `node test/bench/workers.ts`. */
if (import.meta.main) {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const postgres = await startEmbeddedPostgres({ dataDir: directory })
  try {
    for (const { name, one, two, ratio } of await measureWorkers(postgres))
      process.stdout.write(
        `${name}: ${one.toFixed(0)} µs in one process, ${two.toFixed(0)} µs with two workers, × ${ratio.toFixed(2)}\n`,
      )
  } finally {
    await endChildren()
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}
