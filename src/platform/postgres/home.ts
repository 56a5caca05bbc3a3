import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Account } from './account.ts'
import { chooseAccount, findBarrier, mayEnter } from './account.ts'
import { BRING_YOUR_OWN, PostgresStartError } from './error.ts'

/** Where one embedded PostgreSQL lives: absolute paths without links, and the account it runs as (null: our own). */
export type Home = {
  readonly folder: string
  readonly data: string
  readonly log: string
  /** Held alone by whoever starts or stops PostgreSQL. */
  readonly startLock: string
  /** Shared by every process that uses PostgreSQL. */
  readonly usersLock: string
  readonly account: Account | null
}

/** Where root keeps what its unprivileged account could not reach at its proper place. */
const SYSTEM_FOLDER = '/var/lib/latchkey'

/** How the system says that a name is taken: by anything, by a folder with something in it, by a link. */
const TAKEN = new Set(['EEXIST', 'ENOTEMPTY', 'ENOTDIR'])

/**
 * Finds, or makes, the folder PostgreSQL lives in: `postgres` in the data directory. Where root's account cannot reach
 * that (a clone in root's 0700 home), `postgres` is a link to a folder under /var/lib/latchkey instead: the link, not
 * the path, ties the database to the directory, so that a clone moved elsewhere keeps it and a new one at its place
 * does not inherit it.
 *
 * @param dataDir   LATCHKEY_DATA_DIR; made when missing
 * @param progress  told when the database goes elsewhere
 * @throws {PostgresStartError} when the folder cannot be used by the account PostgreSQL would run as
 */
export function openHome(dataDir: string, progress: (line: string) => void): Home {
  const place = resolve(dataDir)
  const entry = join(place, 'postgres')
  if (lstatSync(entry, { throwIfNoEntry: false }) === undefined) createHome(place, entry, progress)
  const folder = followEntry(entry)
  const data = join(folder, 'data')
  const account = chooseAccount(data)
  // Again at every start: whoever else looks after the data directory may have closed it meanwhile.
  if (account !== null) letPass(place, account)
  if (account !== null && !mayEnter(account, folder)) {
    throw new PostgresStartError(
      `PostgreSQL runs as ${account.name} when started by root, and ${findBarrier(account, folder)} keeps it from its database in ${folder}: chmod o+x that folder, or ${BRING_YOUR_OWN}.`,
    )
  }
  return {
    folder,
    data,
    account,
    log: join(folder, 'postgres.log'),
    startLock: join(folder, 'start.lock'),
    usersLock: join(folder, 'users.lock'),
  }
}

/**
 * Makes a folder of root's own that every account can reach, named by the path of what is kept there for it.
 *
 * @param origin  the path whose contents cannot stay where they are
 * @returns the folder `/var/lib/latchkey/<hash of the path>`, which may exist already
 */
export function systemFolder(origin: string): string {
  const folder = join(SYSTEM_FOLDER, shortHash(origin))
  if (mkdirSync(SYSTEM_FOLDER, { recursive: true }) !== undefined) chmodSync(SYSTEM_FOLDER, 0o755)
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711)
  return folder
}

/** A name for a path, 16 hexadecimal digits: enough to tell the folders of one machine apart. */
export function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

function createHome(place: string, entry: string, progress: (line: string) => void): void {
  const account = chooseAccount(join(entry, 'data'))
  mkdirSync(dirname(place), { recursive: true })
  // The umask's rights for the folders on the way; the data directory itself is nobody else's business.
  ignoreExisting(() => mkdirSync(place, 0o700))
  if (account !== null) letPass(place, account)
  if (mayEnter(account, place)) {
    const draft = mkdtempSync(`${entry}.new-`)
    if (account !== null) letPass(draft, account)
    // Made elsewhere and renamed, so that nobody finds it with the wrong rights. One that another process has put there
    // meanwhile, and that may be in use, is not empty and stays.
    if (!ignoreExisting(() => renameSync(draft, entry))) rmdirSync(draft)
    return
  }
  const elsewhere = claimFolder(place)
  if (account !== null) letPass(elsewhere, account)
  // Another process may have made the entry meanwhile; whichever was first is the one that counts.
  if (!ignoreExisting(() => symlinkSync(elsewhere, entry))) return rmdirSync(elsewhere)
  progress(`PostgreSQL refuses to run as root, and ${account?.name} cannot reach ${place}:`)
  progress(`its database lives in ${elsewhere} (${entry} links to it)`)
}

/**
 * Lets root's account through a folder that is root's and closed to everybody: to pass, not to look, and nobody else.
 * A folder that somebody has opened to others on purpose is left as it is, and so is one that could not be reached.
 */
function letPass(folder: string, account: Account): void {
  const { uid, mode } = statSync(folder)
  if (uid !== 0 || (mode & 0o077) !== 0 || !mayEnter(account, dirname(realpathSync(folder)))) return
  chownSync(folder, uid, account.gid)
  chmodSync(folder, 0o710)
}

/** Makes a folder nobody has: one left behind by a deleted clone at the same path keeps its name and its database. */
function claimFolder(place: string): string {
  for (let attempt = 1; ; attempt++) {
    const folder = systemFolder(attempt === 1 ? place : `${place}#${attempt}`)
    if (!ignoreExisting(() => mkdirSync(join(folder, 'postgres'), 0o700))) continue
    // For a person who wonders whose database this is, and whether it may go.
    writeFileSync(join(folder, 'origin'), `${place}\n`)
    return join(folder, 'postgres')
  }
}

function followEntry(entry: string): string {
  try {
    return realpathSync(entry)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new PostgresStartError(
      `${entry} links to a folder that is gone, and the database with it: remove the link to begin with an empty one, or ${BRING_YOUR_OWN}.`,
    )
  }
}

/** Runs a step that makes something; false when something was there already. */
function ignoreExisting(make: () => void): boolean {
  try {
    make()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && TAKEN.has(String(error.code))) return false
    throw error
  }
}
