import { createServer } from 'node:http'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import pg from 'pg'
import { reportToParent } from '../measured.ts'

/* better-auth as its documentation has it: e-mail and password on PostgreSQL, limits of calls off as everywhere here. */

const [, , address = '{}'] = process.argv
const auth = betterAuth({
  baseURL: 'http://127.0.0.1',
  secret: 'the secret of a benchmark that nobody else has',
  database: new pg.Pool({ ...JSON.parse(address), max: 10 }),
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'error' },
})
const { runMigrations } = await getMigrations(auth.options)
await runMigrations()

const handle = toNodeHandler(auth)
const server = createServer((request, response) => void handle(request, response))
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => reportToParent(`http://127.0.0.1:${server.address().port}`))
