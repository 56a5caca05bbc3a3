import { createLog } from '../platform/log.ts'
import { openDatabase } from '../startDatabase.ts'
import { explaining, readOrFail } from './desk.ts'
import { say } from './terminal.ts'

/** Brings the database up to date, beside a running service or without one. */
export async function migrate(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = readOrFail(environment)
  await explaining(config, async () => {
    const database = await openDatabase(config, { progress: say }, createLog({ level: 'warn' }))
    await database.stop()
    say('the database is up to date')
  })
}
