import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { closeSync, fstatSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { identity } from './account.ts'
import type { Answer, Connection } from './connection.ts'
import { connectionTo, knock } from './connection.ts'
import { BRING_YOUR_OWN, PostgresStartError } from './error.ts'
import type { Home } from './home.ts'
import { clearStalePid, stopPostmaster } from './postmaster.ts'
import type { Binaries } from './programs.ts'
import { pickTellingLine, programEnvironment } from './programs.ts'
import { openLog, readLog } from './serverLog.ts'
import { prepareSocketFolder, SOCKET_PORT } from './socketFolder.ts'

const READY_MS = 20_000
const POLL_MS = 20
const RETRY_MS = 250

/** PostgreSQL's last word when processes of a killed predecessor still work; they notice at their next wait. */
const PREDECESSOR_LIVES = 'pre-existing shared memory block'

/** Settings of PostgreSQL by name, as its command line takes them. */
export type PostgresSettings = Readonly<Record<string, string>>

/**
 * Everything that differs from PostgreSQL's defaults. Errors are logged without the statement and without the detail,
 * because both quote values (the statement its literals, the detail of a broken unique constraint an e-mail address).
 */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '128MB',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

/**
 * Starts PostgreSQL on an existing data folder and waits until it answers. It is a session of its own, so that a Ctrl-C
 * in the terminal reaches this process only and the database is there until its last request is served; it survives
 * the death of this process, and the next start finds it.
 *
 * @param settings  what differs from {@link SETTINGS} as well
 * @throws {PostgresStartError} when it dies (quoting its log), or does not answer within 20 seconds
 */
export async function launch(
  home: Home,
  binaries: Binaries,
  settings: PostgresSettings = {},
): Promise<Connection> {
  const connection = connectionTo(prepareSocketFolder(home), SOCKET_PORT)
  clearStalePid(home.data, connection.host, connection.port)
  const deadline = performance.now() + READY_MS
  for (;;) {
    const { child, logStart } = spawnServer(home, binaries, connection, settings)
    const answer = await waitUntilReady(child, connection, deadline)
    if (answer === 'ready') return connection
    const lastWord =
      answer === 'ended' ? (pickTellingLine(readLog(home.log, logStart)) ?? 'it left no word') : ''
    const mayRetry = lastWord.includes(PREDECESSOR_LIVES) && performance.now() < deadline
    if (!mayRetry) throw await giveUp(child, answer, home, lastWord)
    await delay(RETRY_MS)
  }
}

function spawnServer(
  home: Home,
  binaries: Binaries,
  connection: Connection,
  more: PostgresSettings,
): { readonly child: ChildProcess; readonly logStart: number } {
  const settings = Object.entries({ ...SETTINGS, ...more }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const places = ['-D', home.data, '-k', connection.host, '-p', String(connection.port)]
  const log = openLog(home)
  const logStart = fstatSync(log).size
  const child = spawn(binaries.postgres, [...places, ...settings], {
    ...identity(home.account),
    cwd: home.data,
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  return { child, logStart }
}

async function waitUntilReady(
  child: ChildProcess,
  connection: Connection,
  deadline: number,
): Promise<Answer | 'ended'> {
  const ended = new Promise<'ended'>((resolve, reject) => {
    child.once('exit', () => resolve('ended'))
    child.once('error', reject)
  })
  for (;;) {
    const answer = await Promise.race([knock(connection), ended])
    if (answer === 'ready' || answer === 'ended' || performance.now() > deadline) return answer
    await delay(POLL_MS)
  }
}

async function giveUp(
  child: ChildProcess,
  answer: Answer | 'ended',
  home: Home,
  lastWord: string,
): Promise<PostgresStartError> {
  const place = `PostgreSQL in ${home.folder}`
  if (answer === 'ended') {
    return new PostgresStartError(`${place} ended while starting: ${lastWord} (see ${home.log}).`)
  }
  if (answer === 'busy') {
    // It is left alone, or a long recovery would begin anew with every attempt.
    return new PostgresStartError(`${place} is still recovering: try again in a while (see ${home.log}).`)
  }
  if (child.pid !== undefined) await stopPostmaster(child.pid, home.data)
  return new PostgresStartError(
    `${place} did not answer within ${READY_MS / 1000} s (see ${home.log}): try again, or ${BRING_YOUR_OWN}.`,
  )
}
