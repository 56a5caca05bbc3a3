import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { serviceFlags } from './children.ts'
import { productionOn } from './production.ts'

/** Of a start until `/readyz` is 200. */
export type StartReport = {
  readonly milliseconds: number
  /** of CPU, of the service's process alone; null where the system does not tell */
  readonly cpuMilliseconds: number | null
}

/** The service from its source, as `make run` starts it. */
const source = [fileURLToPath(import.meta.resolve('#src/main.ts'))]
/** The service as it is installed: what `make package` has put together. */
const installed = [
  fileURLToPath(new URL('../../dist/latchkey/src/cli/latchkey.js', import.meta.url)),
  'serve',
]
const pollMs = 5
const latestMs = 60_000
/** Ticks of `/proc/<pid>/stat` in a second (`getconf CLK_TCK`), which Linux has never had otherwise. */
const ticks = 100

/** Starts a program of the service, waits for its first 200, and ends it. */
async function startOnce(
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<StartReport> {
  const { PATH, HOME, UV_THREADPOOL_SIZE } = process.env
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, [...serviceFlags, ...program], {
    env: { PATH, HOME, UV_THREADPOOL_SIZE, PORT: String(port), LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exit = once(child, 'exit')
  try {
    while (!(await isReady(port))) {
      if (child.exitCode !== null || performance.now() - begun > latestMs)
        throw new Error('the service did not start')
      await delay(pollMs)
    }
    return { milliseconds: performance.now() - begun, cpuMilliseconds: cpuOf(child.pid!) }
  } finally {
    child.kill('SIGTERM')
    await exit
  }
}

/** How long it takes until the first 200, in each of the ways. */
export type StartsReport = {
  /** as installed, on a PostgreSQL that runs and is migrated */
  readonly installed: readonly StartReport[]
  /** as installed, with an embedded PostgreSQL that is there, migrated, and launched first */
  readonly embedded: readonly StartReport[]
  /** the same from source */
  readonly fromSource: readonly StartReport[]
  /** from source and from nothing, with an embedded PostgreSQL */
  readonly fromNothing: readonly StartReport[]
}

/** Starts it so many times each way. The first start of a program, which fills Node's compile cache, is not counted. */
export async function measureStarts(postgres: EmbeddedPostgres, times: number): Promise<StartsReport> {
  const directories = Array.from({ length: times + 1 }, () => mkdtempSync(join(tmpdir(), 'latchkey-start-')))
  const inDirectory = (directory: string) => ({ LATCHKEY_DATA_DIR: directory })
  const again = inDirectory(directories[0]!)
  const reports = { installed: [], embedded: [], fromSource: [], fromNothing: [] } as Record<
    keyof StartsReport,
    StartReport[]
  >
  try {
    for (const directory of directories)
      reports.fromNothing.push(await startOnce(source, inDirectory(directory)))
    await startOnce(installed, again)
    for (let time = 0; time < times; time++) {
      reports.installed.push(await startOnce(installed, productionOn(postgres)))
      reports.embedded.push(await startOnce(installed, again))
      reports.fromSource.push(await startOnce(source, again))
    }
    return { ...reports, fromNothing: reports.fromNothing.slice(1) }
  } finally {
    for (const directory of directories) rmSync(directory, { recursive: true, force: true })
  }
}

export function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ port, host: '127.0.0.1', path: '/readyz' }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    request.once('error', () => resolve(false))
  })
}

export async function freePort(): Promise<number> {
  const socket = createServer()
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve))
  const { port } = socket.address() as AddressInfo
  await new Promise((resolve) => socket.close(resolve))
  return port
}

export function cpuOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1000
  } catch {
    return null
  }
}
