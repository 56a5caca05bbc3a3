import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { issuer } from './issuer.ts'

/** What the service's program is told where it runs as in production, on that PostgreSQL. Only the limits of calls are off. */
export function productionOn({ connection }: EmbeddedPostgres): Readonly<Record<string, string>> {
  const { user, host, port, database } = connection
  return {
    HOST: '127.0.0.1',
    DATABASE_URL: `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`,
    LATCHKEY_ISSUER: issuer,
    LATCHKEY_SECRET: 'the secret of a benchmark that nobody else has',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LATCHKEY_REGISTRATION: 'open',
  }
}
