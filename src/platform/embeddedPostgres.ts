import { existsSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { findBinaries } from './postgres/binaries.ts'
import { checkVersion, createCluster } from './postgres/cluster.ts'
import type { Connection } from './postgres/connection.ts'
import { knock } from './postgres/connection.ts'
import { BRING_YOUR_OWN, explainStartError, PostgresStartError } from './postgres/error.ts'
import type { Home } from './postgres/home.ts'
import { openHome } from './postgres/home.ts'
import { launch, type PostgresSettings } from './postgres/launch.ts'
import type { Lock } from './postgres/lock.ts'
import { tryLock, waitForLock } from './postgres/lock.ts'
import { isPostmaster, readPostmaster, stopPostmaster } from './postgres/postmaster.ts'
import { removeSocketFolder } from './postgres/socketFolder.ts'

/** A PostgreSQL of the project's own, running and answering, and this process's share in it. */
export type EmbeddedPostgres = {
  /** For `pg`: the folder of the unix socket as host. There is no password; the folder's 0700 stands in its place. */
  readonly connection: Connection
  /** True when this call launched PostgreSQL, false when it was found running. */
  readonly started: boolean
  /**
   * Gives the share back; whoever is the last to do so stops PostgreSQL (fast shutdown) and waits until it is gone,
   * whether it launched it or not. Close the connections first: a fast shutdown cuts them. May be called repeatedly.
   */
  stop(): Promise<void>
}

const ATTACH_MS = 20_000
const UNREACHABLE_MS = 5_000
const LOCK_MS = 30_000
const POLL_MS = 50

/**
 * Starts the embedded PostgreSQL of a data directory, or joins the one that runs: another process's, or the orphan that
 * a killed process has left. Any number of processes may call this at once; one starts, the others wait for it and join.
 *
 * Two kernel locks carry this. `start.lock` is held alone while starting, joining and leaving. `users.lock` is shared by
 * everybody who has joined; who gets it alone when leaving is the last and stops PostgreSQL. A killed process's share
 * ends with it, so PostgreSQL then runs on until the next process that joins and leaves.
 *
 * @param options.dataDir   LATCHKEY_DATA_DIR, made when missing, relative to the working directory
 * @param options.progress  told in short lines what takes time
 * @param options.settings  for a database that need not outlive its process: what PostgreSQL, where this call starts it, does
 *                          differently
 * @param options.mayCreate whether a database that is not there is made; left out: yes
 * @throws {PostgresStartError} in every foreseeable case, with one line that says what to do
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string
  progress?: (line: string) => void
  settings?: PostgresSettings
  mayCreate?: boolean
}): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new PostgresStartError(`The embedded PostgreSQL does not run on Windows: ${BRING_YOUR_OWN}.`)
  }
  const { dataDir, progress = () => {}, settings, mayCreate = true } = options
  try {
    const home = openHome(dataDir, progress)
    const starting = await takeStartLock(home, progress)
    try {
      const found = await joinRunning(home)
      const connection = found ?? (await createAndLaunch(home, progress, mayCreate, settings))
      // Never refused: who wants this lock alone holds the start lock while trying, and that is held here.
      const share = tryLock(home.usersLock, 'shared')
      return { connection, started: found === null, stop: once(() => leave(home, connection, share)) }
    } finally {
      starting.release()
    }
  } catch (error) {
    throw explainStartError(error, dataDir)
  }
}

async function takeStartLock(home: Home, progress: (line: string) => void): Promise<Lock> {
  const tellWait = () => progress('waiting for another process that starts or stops PostgreSQL ...')
  const lock = await waitForLock(home.startLock, LOCK_MS, tellWait)
  if (lock !== null) return lock
  throw new PostgresStartError(
    `Another process has been starting or stopping PostgreSQL in ${home.folder} for ${LOCK_MS / 1000} s: end it (fuser ${home.startLock} names it), or ${BRING_YOUR_OWN}.`,
  )
}

/** Creates what is missing, in the order in which a mistake costs least: version, programs, data, process. */
async function createAndLaunch(
  home: Home,
  progress: (line: string) => void,
  mayCreate: boolean,
  settings?: PostgresSettings,
): Promise<Connection> {
  const binaries = findBinaries(home, progress)
  if (existsSync(home.data)) checkVersion(home, binaries)
  else if (!mayCreate)
    throw new PostgresStartError(
      `The database in ${home.data} is gone: restore it, or restart for an empty one.`,
    )
  else {
    progress(`creating the database (PostgreSQL ${binaries.version}) in ${home.folder} ...`)
    await createCluster(home, binaries)
  }
  progress(`starting PostgreSQL ${binaries.version} ...`)
  return launch(home, binaries, settings)
}

/**
 * Joins the PostgreSQL that postmaster.pid speaks of. What its socket answers counts; its process is looked at only
 * when nothing does, because a pid means nothing in another container that shares the folder.
 *
 * @returns its connection once it answers, or null when none runs
 */
async function joinRunning(home: Home): Promise<Connection | null> {
  const begun = performance.now()
  for (;;) {
    const found = readPostmaster(home.data)
    if (found === null) return null
    const answer = found.connection === null ? 'absent' : await knock(found.connection)
    if (answer === 'ready' && found.connection !== null) return found.connection
    if (answer === 'absent' && !isPostmaster(found.pid, home.data)) return null
    const waited = performance.now() - begun
    if (answer === 'absent' && waited > UNREACHABLE_MS && (await stopUnreachable(home, found.pid)))
      return null
    if (waited > ATTACH_MS) throw new PostgresStartError(describeHang(home, found.pid, answer === 'busy'))
    await delay(POLL_MS)
  }
}

/** Ends an orphan whose socket was deleted (a cleaned /tmp, a moved clone): nobody can reach it any more. */
async function stopUnreachable(home: Home, pid: number): Promise<boolean> {
  const alone = tryLock(home.usersLock, 'exclusive')
  if (alone === null) return false
  try {
    return await stopPostmaster(pid, home.data)
  } finally {
    alone.release()
  }
}

function describeHang(home: Home, pid: number, isBusy: boolean): string {
  return isBusy
    ? `PostgreSQL in ${home.folder} (process ${pid}) is still starting or stopping after ${ATTACH_MS / 1000} s: try again in a while (see ${home.log}).`
    : `PostgreSQL in ${home.folder} (process ${pid}) runs but does not answer: end it with kill -9 ${pid} and try again, or ${BRING_YOUR_OWN}.`
}

async function leave(home: Home, connection: Connection, share: Lock | null): Promise<void> {
  const leaving = await waitForLock(home.startLock, LOCK_MS)
  share?.release()
  // Somebody has been starting all this while, and will be the last one instead.
  if (leaving === null) return
  const alone = tryLock(home.usersLock, 'exclusive')
  try {
    const running = alone === null ? null : readPostmaster(home.data)
    if (running === null || !(await stopPostmaster(running.pid, home.data))) return
    removeSocketFolder(home, connection.host)
  } finally {
    alone?.release()
    leaving.release()
  }
}

function once(run: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined
  return () => (result ??= run())
}
