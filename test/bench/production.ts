import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { issuer } from './issuer.ts'

/** What a measured service is told: it runs as in production, and only the limits of calls are off. */
export const production = {
  HOST: '127.0.0.1',
  LATCHKEY_ISSUER: issuer,
  LATCHKEY_SECRET: 'the secret of a benchmark that nobody else has',
  LATCHKEY_RATE_LIMIT_HOUR: '0',
  LATCHKEY_RATE_LIMIT_DAY: '0',
  LATCHKEY_REGISTRATION: 'open',
}

/** The same for a program of its own, which has to be told of its PostgreSQL. */
export function productionOn({ connection }: EmbeddedPostgres): Readonly<Record<string, string>> {
  const { user, host, port, database } = connection
  return {
    ...production,
    DATABASE_URL: `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`,
  }
}
