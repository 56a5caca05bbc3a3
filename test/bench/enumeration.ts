import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createClient, login, register } from '../../client/index.ts'

/*
 * Whether the time of a refused sign-in tells if there is such an account. Real passwords' cost, no rate limits; known and
 * unknown addresses in turn, one request at a time. Each address is asked for once, and each pair comes from a network
 * of its own, so that no guess counter slows anybody down: what is compared is the first guess at each.
 */

const pairs = 500
const warmUpPairs = 20
/** A difference that somebody who measures over a network could work with. */
const mostDifferenceMs = 2
const registrationsAtOnce = 4
const startMs = 60_000

type Pair = { readonly known: string; readonly unknown: string; readonly network: string }
type Times = { readonly known: number[]; readonly unknown: number[] }

const service = fileURLToPath(import.meta.resolve('#src/main.ts'))

/** Starts the service with a database of its own. Only what is said here configures it. */
async function startService(directory: string): Promise<{ child: ChildProcess; url: string }> {
  const { PATH, HOME, UV_THREADPOOL_SIZE } = process.env
  const environment = {
    PORT: '0',
    LATCHKEY_DATA_DIR: directory,
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LATCHKEY_TRUST_PROXY: '1',
    LOG_LEVEL: 'error',
  }
  const child = spawn(process.execPath, [service], {
    env: { PATH, HOME, UV_THREADPOOL_SIZE, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const late = setTimeout(() => child.kill('SIGTERM'), startMs)
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^Latchkey is ready: (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    clearTimeout(late)
    child.stdout.resume()
    return { child, url }
  }
  throw new Error('the service did not start')
}

/** Addresses of one length, half of them with an account. */
async function preparePairs(url: string, count: number): Promise<readonly Pair[]> {
  const made = Array.from({ length: count }, (_, index) => ({
    known: `${randomUUID()}@example.com`,
    unknown: `${randomUUID()}@example.com`,
    network: `10.${index >> 8}.${index & 255}`,
  }))
  const client = createClient({ baseUrl: url, retries: 0 })
  const waiting = made.values()
  const registerRest = async () => {
    for (const { known } of waiting)
      await register({ client, body: { email: known, password: 'password123' }, throwOnError: true })
  }
  await Promise.all(Array.from({ length: registrationsAtOnce }, registerRest))
  return made
}

/** Milliseconds that a wrong password takes to be refused. */
async function timeLogin(url: string, email: string, network: string): Promise<number> {
  const client = createClient({ baseUrl: url, retries: 0 })
  const headers = { 'x-forwarded-for': `${network}.1` }
  const begun = performance.now()
  const { error, response } = await login({ client, headers, body: { email, password: 'wrong password' } })
  const took = performance.now() - begun
  if (response?.status !== 401) throw new Error(`a sign-in answered ${JSON.stringify(error)}`)
  return took
}

/** Asks for both of each pair, now one first and now the other. */
async function measure(url: string, prepared: readonly Pair[]): Promise<Times> {
  const times: Times = { known: [], unknown: [] }
  for (const [index, pair] of prepared.entries()) {
    const order = index % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const kind of order) times[kind].push(await timeLogin(url, pair[kind], pair.network))
  }
  return times
}

/** Says what was measured, and whether the difference is small enough. */
function judge({ known, unknown }: Times, say: (line: string) => void): boolean {
  const difference = Math.abs(median(known) - median(unknown))
  const within = median(known.map((took, index) => took - unknown[index]!))
  say(`known    median ${median(known).toFixed(2)} ms`)
  say(`unknown  median ${median(unknown).toFixed(2)} ms`)
  say(`known - unknown within a pair, median ${within.toFixed(2)} ms`)
  say(
    `difference of medians ${difference.toFixed(2)} ms over ${known.length} pairs; at most ${mostDifferenceMs}`,
  )
  return difference <= mostDifferenceMs
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
}

async function run(say: (line: string) => void): Promise<boolean> {
  say(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`)
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-enumeration-'))
  let child: ChildProcess | null = null
  try {
    say('starting the service ...')
    const started = await startService(directory)
    child = started.child
    say(`registering ${pairs + warmUpPairs} accounts ...`)
    const prepared = await preparePairs(started.url, pairs + warmUpPairs)
    say(`asking for ${pairs} pairs ...`)
    await measure(started.url, prepared.slice(0, warmUpPairs))
    return judge(await measure(started.url, prepared.slice(warmUpPairs)), say)
  } finally {
    if (child !== null) await end(child)
    rmSync(directory, { recursive: true, force: true })
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

const isAlike = await run((line) => process.stdout.write(`${line}\n`))
process.exitCode = isAlike ? 0 : 1
