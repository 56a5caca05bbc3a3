import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig, type Config } from '../config.ts'
import { systemClock } from '../platform/clock.ts'
import type { Random } from '../platform/random.ts'
import { systemRandom } from '../platform/random.ts'
import { codeOf } from '../store/mikro/failure.ts'
import { openOperator } from '../store/mikro/openOperator.ts'
import { openStore } from '../store/mikro/open.ts'
import type { DatabaseSettings } from '../store/mikro/settings.ts'
import type { Operator } from '../store/operator.ts'
import type { Store } from '../store/store.ts'
import { CommandFailure, failed } from './failure.ts'
import { explainFailure } from './explainFailure.ts'
import { note } from './terminal.ts'

/** What the operator's commands work with: the database of the service, whether it runs or not. */
export type Desk = {
  readonly config: Config
  readonly store: Store
  readonly operator: Operator
  readonly random: Random
  /** the moment of the command */
  readonly now: Date
}

/** A database that a command may use, and what gives it back. */
export type Place = { readonly settings: DatabaseSettings; readonly leave: () => Promise<void> }

/**
 * Does some work on the database that the environment names. It has to have the schema of this version: migrating under a
 * service that runs is nothing a look at the accounts should do.
 *
 * @throws CommandFailure in every foreseeable case, with what to do
 */
export async function atDesk(work: (desk: Desk) => Promise<void>): Promise<void> {
  const config = readOrFail(process.env)
  await explaining(config, async () => {
    const { settings, leave } = await openPlace(config)
    const operator = openOperator(settings)
    const store = await openStore({ ...settings, poolSize: 2 })
    try {
      await checkSchema(operator)
      await work({ config, store, operator, random: systemRandom, now: systemClock.now() })
    } finally {
      await Promise.all([store.close(), operator.close()])
      await leave()
    }
  })
}

/** The configuration; throws with every mistake. */
export function readOrFail(environment: NodeJS.ProcessEnv): Config {
  const read = readConfig(environment)
  if ('errors' in read) throw failed(...read.errors)
  return read.config
}

/**
 * Goes to the database: the one of DATABASE_URL, or the embedded one, which is joined where it runs and started for the time
 * of the command where it does not. None is made.
 */
export async function openPlace(config: Config): Promise<Place> {
  const { databaseUrl, dataDirectory: dataDir } = config
  if (databaseUrl !== null)
    return {
      settings: { connection: { connectionString: databaseUrl }, isPooled: config.isDatabasePooled },
      leave: async () => {},
    }
  if (!existsSync(join(dataDir, 'postgres', 'data', 'PG_VERSION')))
    throw failed(
      `there is no database in ${dataDir} yet: start the service once (latchkey serve), or name its place by LATCHKEY_DATA_DIR or DATABASE_URL`,
    )
  const { startEmbeddedPostgres } = await import('../platform/embeddedPostgres.ts')
  const embedded = await startEmbeddedPostgres({ dataDir, progress: note })
  return { settings: { connection: embedded.connection }, leave: () => embedded.stop() }
}

/** Puts what the database throws into one line that says what to do. */
export async function explaining<T>(config: Config, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CommandFailure || isBug(error)) throw error
    throw failed(explainFailure(error, config))
  }
}

/** A statement that PostgreSQL understood to be wrong (SQLSTATE classes 22, 23 and 42, but for missing rights) is a mistake of ours. */
function isBug(error: unknown): boolean {
  const code = codeOf(error)
  return code !== null && /^(?:22|23|42(?!501))/.test(code) && code.length === 5
}

async function checkSchema(operator: Operator): Promise<void> {
  const { pending, unknown } = await operator.examine()
  if (unknown.length > 0)
    throw failed('the database was migrated by a newer version of Latchkey: use the command of that version')
  if (pending.length > 0)
    throw failed(
      `the database is behind this version (${pending.length} to apply, first ${pending[0]}): run latchkey migrate`,
    )
}
