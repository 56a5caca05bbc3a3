import { chmodSync, chownSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mayEnter } from './account.ts'
import { PostgresStartError } from './error.ts'
import type { Home } from './home.ts'
import { shortHash } from './home.ts'

/** PostgreSQL's default port. No such port is opened: the number is a part of the socket's name. */
export const SOCKET_PORT = 5432

/** What a socket's path may have: sun_path without its closing NUL, 108 bytes on Linux and 104 elsewhere. */
const LONGEST_PATH = process.platform === 'linux' ? 107 : 103

const MODE_MASK = 0o777

/**
 * Makes the folder of the unix socket, which only the account PostgreSQL runs as (and root) may enter: the folder is
 * what stands in the place of a password. Where the home's path is too long for a socket, it is one in /tmp.
 *
 * @throws {PostgresStartError} when somebody else has put something at its place
 */
export function prepareSocketFolder(home: Home): string {
  const inside = join(home.folder, 'socket')
  const folder = mayHoldSocket(inside)
    ? inside
    : join(chooseTemporary(home), `latchkey-${shortHash(home.data)}`)
  const owner = home.account?.uid ?? process.getuid?.()
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found === undefined) mkdirSync(folder, { mode: 0o700 })
  const folderNow = lstatSync(folder)
  // Root finishes what a start that was killed between making the folder and giving it away has left.
  const isUnfinished = home.account !== null && folderNow.uid === 0
  const isOurs = folderNow.isDirectory() && (folderNow.uid === owner || isUnfinished)
  if (!isOurs) {
    throw new PostgresStartError(
      `${folder}, where PostgreSQL's socket goes, belongs to somebody else or is no folder: remove it, or set LATCHKEY_DATA_DIR to another path.`,
    )
  }
  if (isUnfinished) chownSync(folder, home.account.uid, home.account.gid)
  if ((folderNow.mode & MODE_MASK) !== 0o700) chmodSync(folder, 0o700)
  return folder
}

/** Removes a socket folder that is not inside the home; PostgreSQL has emptied it when it stopped in order. */
export function removeSocketFolder(home: Home, folder: string): void {
  if (dirname(folder) === home.folder) return
  try {
    rmdirSync(folder)
  } catch {
    // Not empty or already gone; the next start uses it or makes it again.
  }
}

function mayHoldSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_PATH
}

/** The process's own temporary folder, unless that too is deep or closed to the account; /tmp is neither. */
function chooseTemporary(home: Home): string {
  const own = tmpdir()
  return mayHoldSocket(join(own, `latchkey-${shortHash(home.data)}`)) && mayEnter(home.account, own)
    ? own
    : '/tmp'
}
