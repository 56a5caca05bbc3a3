import type { ClientConfig, PoolConfig } from 'pg'

/** Where the database is and how much of it one process may use. */
export type DatabaseSettings = {
  /** a `postgresql://` URL, or the parts of an address; `host` may be the folder of a unix socket */
  readonly connection:
    | { readonly connectionString: string }
    | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }
  /** connections this process may hold at once; 10 when left out */
  readonly poolSize?: number
  /**
   * whether the address is that of a pooler that gives connections away after each transaction (PgBouncer in transaction mode):
   * nothing that belongs to a session is used then, neither prepared statements nor LISTEN nor limits that are asked for when it
   * begins
   */
  readonly isPooled?: boolean
  /** hears of lost connections: a sentence and its details, never a parameter of a statement */
  readonly log?: (line: string, details: object) => void
  /** does what asks the database, and tells of it; left out: nothing is told, and nothing done for it */
  readonly trace?: TraceStatement
}

/** Does the work of one statement. `name` is the statement's, of which there are few: nothing of its parameters is in it. */
export type TraceStatement = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** Connections a process holds at most unless told otherwise. */
export const defaultPoolSize = 10

/** Milliseconds after which waiting for the database ends. */
export const patience = { connect: 2_000, poolWait: 1_000, readiness: 1_500 } as const

/** What one connection may do, in milliseconds; a limit that is left out is none. */
export type Limits = Pick<
  PoolConfig,
  'statement_timeout' | 'query_timeout' | 'lock_timeout' | 'idle_in_transaction_session_timeout'
>

/** For requests. The server gives up before the client does, so that a slow statement does not cost its connection. */
export const requestLimits: Limits = {
  statement_timeout: 2_800,
  query_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
}

/**
 * For migrations, which may take long but never queue long for a lock: everything else that wants the table would queue
 * behind them.
 */
export const migrationLimits: Limits = { lock_timeout: 200 }

/** The limits that can be had: through a pooler those which `pg` watches itself. The server's are the role's own there. */
export function limitsFor({ isPooled }: Pick<DatabaseSettings, 'isPooled'>, limits: Limits): Limits {
  if (isPooled !== true) return limits
  return limits.query_timeout === undefined ? {} : { query_timeout: limits.query_timeout }
}

/** What a `pg` client needs to reach the database; limits come on top. */
export function clientConfig(settings: DatabaseSettings): ClientConfig {
  // An address in parts is a socket or a port of this machine: what the environment says about TLS (PGSSLMODE) is meant
  // for others.
  const address = 'host' in settings.connection ? { ...settings.connection, ssl: false } : settings.connection
  return {
    ...address,
    application_name: 'latchkey',
    connectionTimeoutMillis: patience.connect,
    keepAlive: true,
  }
}
