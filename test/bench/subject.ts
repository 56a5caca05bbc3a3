import { readConfig } from '#src/config.ts'
import { createLog } from '#src/platform/log.ts'
import { start } from '#src/start.ts'
import { reportToParent } from './measured.ts'

/*
 * The service as production runs it: log as JSON, contract mode and pool as they are when nobody configures them. Its
 * arguments are a database's address as JSON and the log level.
 */

const [, , address = '{}', logLevel = 'info'] = process.argv
const read = readConfig({ PORT: '0', LATCHKEY_SECRET: 'the secret of a benchmark', LOG_LEVEL: logLevel })
if ('errors' in read) throw new Error(read.errors.join('\n'))
const log = createLog({ level: read.config.logLevel })
const { url } = await start(read.config, { connection: JSON.parse(address), log })
reportToParent(url)
