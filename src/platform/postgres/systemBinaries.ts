import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where distributions put several versions beside each other: the folder, and where in a version the programs are. */
const VERSIONED = [
  { root: '/usr/lib/postgresql', version: /^(\d+)$/ },
  { root: '/usr', version: /^pgsql-(\d+)$/ },
  { root: '/opt/homebrew/opt', version: /^postgresql@(\d+)$/ },
  { root: '/usr/local/opt', version: /^postgresql@(\d+)$/ },
] as const

/** Says where a PostgreSQL's programs are; it comes with the distributions' development packages. */
const PG_CONFIG = 'pg_config'

/**
 * Lists the folders in which the system has `initdb` and `postgres`: the distributions' places (newest first), what
 * `pg_config` says, and the PATH.
 */
export function findSystemFolders(): readonly string[] {
  const folders = [...VERSIONED.flatMap(listVersions), ...askPgConfig(), ...listPath()]
  return [...new Set(folders)].filter((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  )
}

function listVersions(place: (typeof VERSIONED)[number]): readonly string[] {
  const entries = existsSync(place.root) ? readdirSync(place.root) : []
  return entries
    .map((name) => ({ name, major: Number(place.version.exec(name)?.[1] ?? Number.NaN) }))
    .filter(({ major }) => !Number.isNaN(major))
    .toSorted((one, other) => other.major - one.major)
    .map(({ name }) => join(place.root, name, 'bin'))
}

function askPgConfig(): readonly string[] {
  const folder = spawnSync(PG_CONFIG, ['--bindir'], { encoding: 'utf8', timeout: 5_000 }).stdout?.trim() ?? ''
  return folder === '' ? [] : [folder]
}

/** Only absolute entries: a relative one would name programs in whatever folder the process happens to be in. */
function listPath(): readonly string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'))
}
