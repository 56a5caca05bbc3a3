import { chownSync, closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readdirSync } from 'node:fs'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE, SUPERUSER } from './connection.ts'
import { BRING_YOUR_OWN, PostgresStartError } from './error.ts'
import type { Home } from './home.ts'
import type { Binaries } from './programs.ts'
import { runProgram } from './programs.ts'

const CREATE_MS = 120_000
const DRAFT = 'data.new-'

/**
 * Checks that the programs may work on an existing data folder. Major versions of PostgreSQL do not read each other's.
 *
 * @throws {PostgresStartError} when the folder is of another major version, or no data folder at all
 */
export function checkVersion(home: Home, binaries: Binaries): void {
  const file = join(home.data, 'PG_VERSION')
  const major = existsSync(file) ? readFileSync(file, 'utf8').trim().slice(0, 16) : null
  if (major === String(binaries.major)) return
  const choices = `move ${home.data} away to begin with an empty database, or ${BRING_YOUR_OWN}`
  throw new PostgresStartError(
    major === null
      ? `${home.data} is not a database of PostgreSQL (it has no PG_VERSION): ${choices}.`
      : `The database in ${home.data} was made by PostgreSQL ${major} and this is PostgreSQL ${binaries.version}: dump it with PostgreSQL ${major} and restore the dump into a new one, or ${choices}.`,
  )
}

/**
 * Makes the data folder with its role and database. It grows under another name and is renamed when it is complete and
 * on disk, so that whatever kills this leaves nothing half made at the name that counts.
 *
 * @throws {PostgresStartError} when initdb fails, quoting it
 */
export async function createCluster(home: Home, binaries: Binaries): Promise<void> {
  // Each draft has a name of its own: an initdb that outlived its killed parent may still be writing into the last one.
  for (const name of readdirSync(home.folder).filter((each) => each.startsWith(DRAFT))) {
    rmSync(join(home.folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
  const draft = mkdtempSync(join(home.folder, DRAFT))
  if (home.account !== null) chownSync(draft, home.account.uid, home.account.gid)
  const run = { account: home.account, cwd: draft, boundMs: CREATE_MS }
  try {
    await initialise(binaries, draft, run)
    await runProgram(binaries.postgres, ['--single', '-D', draft, '-c', 'exit_on_error=true', 'postgres'], {
      ...run,
      input: `CREATE DATABASE ${DATABASE}\n`,
    })
    renameSync(draft, home.data)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true, maxRetries: 5 })
    throw error
  }
  syncFolder(home.folder)
}

type Run = Parameters<typeof runProgram>[2]

async function initialise(binaries: Binaries, folder: string, run: Run): Promise<void> {
  const options = [
    ...['-D', folder, '-U', SUPERUSER, '--encoding=UTF8', '--data-checksums', '--no-instructions'],
    // Trust is for the socket alone, and only the socket folder's owner gets that far; there is no port to refuse.
    ...['--auth-local=trust', '--auth-host=reject'],
  ]
  // PostgreSQL 17 brought its own C.UTF-8, the same on every machine. Before it the system's is used, where there is one.
  if (binaries.major >= 17) {
    const builtin = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    return runProgram(binaries.initdb, [...options, ...builtin], run)
  }
  try {
    await runProgram(binaries.initdb, [...options, '--locale=C.UTF-8'], run)
  } catch (error) {
    if (!(error instanceof PostgresStartError && error.message.includes('locale'))) throw error
    await runProgram(binaries.initdb, [...options, '--locale=C'], run)
  }
}

/** The rename is in the folder, and reaches the disk only with the folder. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
