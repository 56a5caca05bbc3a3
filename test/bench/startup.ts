import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serviceFlags } from './children.ts'

/** Of a start until `/readyz` is 200. */
export type StartReport = {
  readonly milliseconds: number
  /** of CPU, of the service's process alone; null where the system does not tell */
  readonly cpuMilliseconds: number | null
}

/** The service from its source, as `make run` starts it. */
const fromSource = [fileURLToPath(import.meta.resolve('#src/main.ts'))]
/** The service as it is installed: what `make package` has put together. */
const fromPackage = [
  fileURLToPath(new URL('../../dist/latchkey/src/cli/latchkey.js', import.meta.url)),
  'serve',
]
const pollMs = 5
const latestMs = 60_000
/** Ticks of `/proc/<pid>/stat` in a second (`getconf CLK_TCK`), which Linux has never had otherwise. */
const ticks = 100

/** Starts a program of the service in a data directory, waits for its first 200, and ends it. */
async function startOnce(directory: string, program: readonly string[]): Promise<StartReport> {
  const { PATH, HOME, UV_THREADPOOL_SIZE } = process.env
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, [...serviceFlags, ...program], {
    env: {
      PATH,
      HOME,
      UV_THREADPOOL_SIZE,
      PORT: String(port),
      LATCHKEY_DATA_DIR: directory,
      LOG_LEVEL: 'warn',
    },
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

/** How long it takes until the first 200. */
export type StartsReport = {
  /** with a database that is there and migrated */
  readonly migrated: readonly StartReport[]
  /** the same of the package that is installed */
  readonly packaged: readonly StartReport[]
  /** from nothing, with an embedded database */
  readonly fresh: readonly StartReport[]
}

/** Starts it so many times each way. The first start of a program, which fills Node's compile cache, is not counted. */
export async function measureStarts(times: number): Promise<StartsReport> {
  const directories = Array.from({ length: times + 1 }, () => mkdtempSync(join(tmpdir(), 'latchkey-start-')))
  const again = directories[0]!
  const fresh: StartReport[] = []
  const migrated: StartReport[] = []
  const packaged: StartReport[] = []
  try {
    for (const directory of directories) fresh.push(await startOnce(directory, fromSource))
    await startOnce(again, fromPackage)
    for (let time = 0; time < times; time++) {
      migrated.push(await startOnce(again, fromSource))
      packaged.push(await startOnce(again, fromPackage))
    }
    return { migrated, packaged, fresh: fresh.slice(1) }
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
