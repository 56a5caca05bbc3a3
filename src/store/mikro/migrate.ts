import { setTimeout as pause } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/postgresql'
import { Client } from 'pg'
import { openDatabase } from './database.ts'
import { codeOf, toStoreError, unreachable } from './failure.ts'
import { loadMigrations, migrationNames, migrationsTable } from './migrations.ts'
import { clientConfig, limitsFor, migrationLimits, type DatabaseSettings } from './settings.ts'

/** The advisory lock under which one process at a time migrates. */
const migrationLock = 72_616_330

/** How often a lock that is taken is asked for again: with a lock timeout of 200 ms and a pause of 50 ms, for 60 s. */
const attempts = 240

const oldestVersion = 14

/**
 * Brings the database to this version's schema. Any number of processes may do so at once: one migrates, the others wait.
 *
 * @returns the names of the migrations that this call applied, oldest first; none when another was faster
 * @throws StoreUnavailable  the database cannot be reached, or a lock stayed taken for a minute
 */
export async function migrate(settings: DatabaseSettings): Promise<readonly string[]> {
  return withClient(settings, async (client) => {
    await checkVersion(client)
    await patiently(() => enter(client))
    // The lock goes with the transaction, and that with the connection, which ends when this returns or throws. A lock of the
    // session would outlive it where a pooler keeps the session.
    const pending = await pendingOn(client)
    return pending.length === 0 ? [] : runMigrations(settings)
  })
}

/** Begins a transaction that holds the lock, which may take as long as the migrations do. */
async function enter(client: Client): Promise<void> {
  try {
    await client.query(`begin; set local lock_timeout = ${migrationLimits.lock_timeout};
      set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Names of the migrations that the database lacks, oldest first. Costs one query; MikroORM is not loaded. */
export async function pendingMigrations(settings: DatabaseSettings): Promise<readonly string[]> {
  return withClient(settings, pendingOn)
}

/**
 * The statements that would bring the schema of a database to what the entities say: empty unless a migration is missing
 * or says something else.
 */
export async function schemaDrift(settings: DatabaseSettings): Promise<string> {
  return withMigrator(settings, async (orm) => (await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim())
}

async function runMigrations(settings: DatabaseSettings): Promise<readonly string[]> {
  return withMigrator(settings, async (orm) => {
    const applied = await patiently(() => orm.migrator.up())
    return applied.map(({ name }) => name)
  })
}

async function withMigrator<T>(settings: DatabaseSettings, work: (orm: MikroORM) => Promise<T>): Promise<T> {
  const [{ openOrm }, { Migrator }] = await Promise.all([import('./orm.ts'), import('@mikro-orm/migrations')])
  const database = openDatabase({ ...settings, poolSize: 2 }, migrationLimits)
  const orm = openOrm(database, {
    extensions: [Migrator],
    migrations: {
      tableName: migrationsTable,
      migrationsList: await loadMigrations(),
      snapshot: false,
      silent: true,
      // Switching foreign keys off takes a superuser, and hides mistakes.
      disableForeignKeys: false,
    },
    schemaGenerator: { skipTables: [migrationsTable], disableForeignKeys: false },
  })
  try {
    return await work(orm)
  } finally {
    await orm.close()
    await database.close()
  }
}

async function withClient<T>(settings: DatabaseSettings, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...clientConfig(settings), ...limitsFor(settings, migrationLimits) })
  // A connection that is lost fails the query under way; without a listener it would end the process as well.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(error)
  }
  try {
    return await work(client)
  } catch (error) {
    throw toStoreError(error)
  } finally {
    await client.end()
  }
}

async function checkVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  const version = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (version < oldestVersion)
    throw new Error(`PostgreSQL ${oldestVersion} or newer is needed, the server is ${version}`)
}

async function pendingOn(client: Client): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string | null }>('select to_regclass($1) as name', [
    migrationsTable,
  ])
  if (!tables[0]?.name) return migrationNames
  const { rows } = await client.query<{ name: string }>(`select name from ${migrationsTable}`)
  const applied = new Set(rows.map((row) => row.name))
  return migrationNames.filter((name) => !applied.has(name))
}

/** Repeats what found a lock taken (55P03). Migrations are transactional, so an attempt that failed left nothing. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      const lockNotAvailable = '55P03'
      if (codeOf(error) !== lockNotAvailable || tried === attempts) throw error
      await pause(50)
    }
  }
}
