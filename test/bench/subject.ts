import { readConfig } from '#src/config.ts'
import { expireSecrets, type ExpiryProgress } from '#src/jobs/expireSecrets.ts'
import { createLog } from '#src/platform/log.ts'
import { start } from '#src/start.ts'
import { reportToParent } from './measured.ts'
import { production } from './production.ts'

/*
 * The service as production runs it: log as JSON, contract mode, pool and password cost as they are when nobody
 * configures them. Only the limits of calls are off. Its argument is a database's address as JSON.
 */

const [, , address = '{}'] = process.argv
const read = readConfig({
  PORT: '0',
  ...production,
  // What traces cost is measured by naming a collector: OTEL_EXPORTER_OTLP_ENDPOINT=… make bench ONLY=…
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('OTEL_'))),
})
if ('errors' in read) throw new Error(read.errors.join('\n'))
const log = createLog({ level: read.config.logLevel })
const { url, context } = await start(read.config, { connection: JSON.parse(address), log })
const progress: ExpiryProgress = new Map()
reportToParent(url, {
  /** Turns of the housekeeping, one after the other; returns how many rows they removed. */
  async expire({ count }) {
    let rows = 0
    for (let turn = 0; turn < count; turn++)
      rows += Object.values(await expireSecrets(progress, context)).reduce((sum, each) => sum + each, 0)
    return [String(rows)]
  },
})
