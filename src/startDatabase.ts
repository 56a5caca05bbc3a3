import type { Config } from './config.ts'
import type { Log } from './platform/log.ts'
import { startSupervisedPostgres } from './platform/supervisedPostgres.ts'
import type { StartOptions } from './running.ts'
import { migrate } from './store/mikro/migrate.ts'
import type { DatabaseSettings } from './store/mikro/settings.ts'

/**
 * The configured database, or the embedded one; migrated in either case.
 *
 * @param idle  when this thread has time for a connection: one that it does not look at for a second may count as lost
 */
export async function openDatabase(
  config: Config,
  options: Pick<StartOptions, 'connection' | 'progress'>,
  log: Log,
  idle: Promise<unknown> = Promise.resolve(),
): Promise<{ readonly settings: DatabaseSettings; stop(): Promise<void> }> {
  const embedded =
    config.databaseUrl === null && options.connection === undefined
      ? await startSupervisedPostgres({ dataDir: config.dataDirectory, progress: options.progress, log })
      : null
  const connection = options.connection ?? embedded?.connection ?? { connectionString: config.databaseUrl! }
  const settings: DatabaseSettings = {
    connection,
    poolSize: config.databasePool,
    isPooled: config.isDatabasePooled,
    log: (line, details) => log.warn(details, line),
  }
  const stop = async () => embedded?.stop()
  try {
    await idle
    for (const name of await migrate(settings)) options.progress?.(`migrated the database: ${name}`)
  } catch (error) {
    await stop()
    throw error
  }
  return { settings, stop }
}
