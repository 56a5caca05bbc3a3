import type { Config } from '../config.ts'
import { PostgresStartError } from '../platform/postgres/error.ts'
import { UnusableCertificate } from '../platform/tls.ts'

/** Puts what kept the service from starting into one line that says what to do. */
export function explainFailure(error: unknown, config: Config): string {
  if (error instanceof PostgresStartError || error instanceof UnusableCertificate) return error.message
  const { code, message, port } = causeOf(error)
  const setting = port === config.metricsPort ? 'LATCHKEY_METRICS_PORT' : 'PORT'
  if (code === 'EADDRINUSE')
    return `port ${port ?? config.port} of ${config.host} is taken: stop what listens there, or set ${setting} to another one`
  if (code === 'EACCES')
    return `port ${port ?? config.port} may not be opened by this user: set ${setting} to 1024 or more`
  if (code === 'EADDRNOTAVAIL') return `HOST ${config.host} is no address of this machine`
  if (config.databaseUrl !== null && isAboutDatabase(error, code))
    return `the database of DATABASE_URL cannot be used (${code ?? message}): check that it runs and that its address and password are right`
  return message
}

/** The innermost error says what happened. */
function causeOf(error: unknown): {
  readonly code: string | undefined
  readonly message: string
  /** of a socket that could not be opened */
  readonly port: number | undefined
} {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { code, port } = (inner ?? {}) as { code?: string; port?: number }
  return { code, port, message: inner instanceof Error ? inner.message : String(inner) }
}

/** Sockets that refuse, names that do not resolve, and SQLSTATEs (five characters, PostgreSQL Appendix A). */
function isAboutDatabase(error: unknown, code: string | undefined): boolean {
  if (error instanceof Error && error.name === 'StoreUnavailable') return true
  return code !== undefined && (/^E[A-Z]+$/.test(code) || /^[0-9A-Z]{5}$/.test(code))
}
