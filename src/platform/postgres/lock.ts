import { chownSync, closeSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { PostgresStartError } from './error.ts'

/*
 * Node has no flock. The two classical substitutes both race: a file made with O_EXCL has to be judged stale by the pid
 * in it (pids are reused, and differ between containers), and of two processes that judge it stale together one deletes
 * the other's fresh lock. SQLite, which is inside Node, takes real kernel locks on a file, and shared ones too; the
 * kernel drops them when the process dies in whatever way. The databases stay empty: only their locks are used.
 */

/** A lock of the operating system; it ends with `release()` or with the process, whichever comes first. */
export type Lock = { release(): void }

const SQLITE_BUSY = 5
const RETRY_MS = 50

/** Holds every lock reachable, because SQLite drops the lock of a database that the garbage collector takes. */
const held = new Set<DatabaseSync>()

/**
 * Takes a lock on a file without waiting.
 *
 * @param file  the lock file; made when missing, never deleted (deleting a lock file is what makes lock files race)
 * @param kind  `shared` lives beside other shared locks, `exclusive` beside none
 * @returns the lock, or null while somebody (this process included) holds one that excludes it
 * @throws {PostgresStartError} when the file cannot be locked at all (permissions, a file system without locks)
 */
export function tryLock(file: string, kind: 'shared' | 'exclusive'): Lock | null {
  createLockFile(file)
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    // Nothing is ever written, so there is nothing a journal beside the file could bring back.
    database.exec('PRAGMA journal_mode = OFF')
    database.exec(kind === 'exclusive' ? 'BEGIN EXCLUSIVE' : 'BEGIN')
    // A deferred transaction takes its shared lock at the first read and keeps it until it ends.
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    database.close()
    if (isBusy(error)) return null
    throw new PostgresStartError(`The lock ${file} cannot be taken: ${String(error)}.`, { cause: error })
  }
  held.add(database)
  return {
    release: () => {
      if (held.delete(database)) database.close()
    },
  }
}

/**
 * Takes an exclusive lock, waiting for its holder.
 *
 * @param waitMs    how long to wait, in milliseconds
 * @param onWait    called once, when the lock was not free at once
 * @returns the lock, or null when it did not come free in time
 * @throws {PostgresStartError} as `tryLock`
 */
export async function waitForLock(file: string, waitMs: number, onWait?: () => void): Promise<Lock | null> {
  const deadline = performance.now() + waitMs
  let lock = tryLock(file, 'exclusive')
  if (lock === null) onWait?.()
  while (lock === null && performance.now() < deadline) {
    await delay(RETRY_MS)
    lock = tryLock(file, 'exclusive')
  }
  return lock
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY
}

function createLockFile(file: string): void {
  try {
    // `wx` never opens an existing file: closing any descriptor of a file drops every POSIX lock this process has on it.
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return
    throw error
  }
  // Root may run in a folder of somebody else, who must be able to lock the file later.
  const { uid, gid } = statSync(dirname(file))
  if (process.getuid?.() === 0 && uid !== 0) chownSync(file, uid, gid)
}
