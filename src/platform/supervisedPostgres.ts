import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embeddedPostgres.ts'
import type { Log } from './log.ts'
import { knock, type Connection } from './postgres/connection.ts'
import { isPostmaster, readPostmaster } from './postgres/postmaster.ts'

/** How often to look whether PostgreSQL is still there. Where there is no /proc, looking costs a process. */
const CHECK_MS = process.platform === 'linux' ? 250 : 1_000
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/**
 * Starts the embedded PostgreSQL, or joins it, and keeps it running: one that ends while it is in use (killed, out of memory,
 * crashed) is started again at the same place, with growing pauses as long as that fails. Its data is never made anew. One
 * that hangs is left alone: only its absence is certain.
 *
 * @param options.dataDir   as for `startEmbeddedPostgres`
 * @param options.progress  hears of the first start only
 * @param options.log       hears of every later one
 * @returns as `startEmbeddedPostgres`; `stop` ends the watch as well
 * @throws {PostgresStartError} when the first start fails
 */
export async function startSupervisedPostgres(options: {
  dataDir: string
  progress?: (line: string) => void
  log: Pick<Log, 'warn' | 'error'>
}): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options
  const data = join(resolve(dataDir), 'postgres', 'data')
  const first = await startEmbeddedPostgres(options)
  const ending = new AbortController()
  let current = first

  async function watch(): Promise<void> {
    while (await pause(CHECK_MS, ending.signal)) if (await isGone(data, first.connection)) await revive()
  }

  async function revive(): Promise<void> {
    log.error({ folder: data }, 'PostgreSQL has ended by itself: starting it again')
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        // An empty database would answer every question, and every answer would be wrong.
        current = await takeOver(current, await startEmbeddedPostgres({ dataDir, mayCreate: false }))
        if (current.connection.host !== first.connection.host)
          log.error({ socket: current.connection.host }, 'PostgreSQL runs at another place: restart this')
        return log.warn({ folder: data }, 'PostgreSQL runs again')
      } catch (error) {
        log.error({ err: error, retryMs: pauseMs }, 'PostgreSQL could not be started again')
      }
      if (!(await pause(pauseMs, ending.signal))) return
    }
  }

  const watching = watch()
  const stop = async () => {
    ending.abort()
    await watching
    await current.stop()
  }
  let stopped: Promise<void> | undefined
  return { ...first, stop: () => (stopped ??= stop()) }
}

/** Its process is gone and nobody listens; a pid alone means nothing where another container shares the folder. */
async function isGone(data: string, connection: Connection): Promise<boolean> {
  const found = readPostmaster(data)
  if (found !== null && isPostmaster(found.pid, data)) return false
  try {
    return (await knock(connection)) === 'absent'
  } catch {
    // Whoever refuses us is there.
    return false
  }
}

/** The next share is taken before the last one is given back, so that nobody takes this process for gone in between. */
async function takeOver(former: EmbeddedPostgres, next: EmbeddedPostgres): Promise<EmbeddedPostgres> {
  await former.stop()
  return next
}

/** Answers false as soon as it is over with waiting for good. Does not keep the process alive. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return delay(milliseconds, true, { signal, ref: false }).catch(() => false)
}
