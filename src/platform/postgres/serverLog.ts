import {
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs'
import type { Home } from './home.ts'

const LIMIT_BYTES = 10 * 1024 * 1024
const QUOTE_BYTES = 64 * 1024

/**
 * Opens PostgreSQL's log for appending, emptied when it has grown over 10 MB; a link at its place is not followed.
 *
 * @returns the file descriptor, to be closed by the caller
 */
export function openLog(home: Home): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants
  const log = openSync(home.log, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600)
  // Root may run in a folder of somebody else, who must be able to write the log later.
  const { uid, gid } = statSync(home.folder)
  if (process.getuid?.() === 0) fchownSync(log, uid, gid)
  if (fstatSync(log).size > LIMIT_BYTES) ftruncateSync(log)
  return log
}

/** Reads what the log has from a byte on, 64 KB at most. */
export function readLog(file: string, from: number): string {
  const log = openSync(file, 'r')
  const buffer = Buffer.alloc(QUOTE_BYTES)
  const length = readSync(log, buffer, 0, QUOTE_BYTES, from)
  closeSync(log)
  return buffer.toString('utf8', 0, length)
}
