import { readConfig } from '../config.ts'
import { createLog } from '../platform/log.ts'
import { openDatabase } from '../start.ts'
import { explainFailure } from './explainFailure.ts'
import { fail, say } from './terminal.ts'

/** Brings the database up to date, beside a running service or without one. */
export async function migrate(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(environment)
  if ('errors' in read) return fail(read.errors)
  try {
    const log = createLog({ level: 'warn' })
    const database = await openDatabase(read.config, { progress: say }, log)
    await database.stop()
    say('the database is up to date')
  } catch (error) {
    fail([explainFailure(error, read.config)])
  }
}
