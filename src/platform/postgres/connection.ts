import pg from 'pg'
import { BRING_YOUR_OWN, PostgresStartError } from './error.ts'

/** The role that owns everything in an embedded PostgreSQL. */
export const SUPERUSER = 'latchkey'

/** The one database in it. */
export const DATABASE = 'latchkey'

/** What `pg` needs to connect: `host` is the folder of the unix socket, `port` the number in the socket's name. */
export type Connection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/**
 * How PostgreSQL answered: `ready`; `busy` starting, recovering or stopping; `absent`, nobody listens at the socket;
 * `silent`, somebody listens and says nothing.
 */
export type Answer = 'ready' | 'busy' | 'absent' | 'silent'

const ANSWER_MS = 2_000
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ECONNREFUSED'])
/** cannot_connect_now, admin_shutdown, crash_shutdown, and a connection cut while PostgreSQL goes down. */
const BUSY = new Set(['57P03', '57P01', '57P02', 'ECONNRESET', 'EPIPE'])
const TOO_MANY_CONNECTIONS = '53300'

/** The connection to the socket in a folder. */
export function connectionTo(socketFolder: string, port: number): Connection {
  return { host: socketFolder, port, user: SUPERUSER, database: DATABASE }
}

/**
 * Connects once and asks for a 1; gives up after two seconds each.
 *
 * @throws {PostgresStartError} when PostgreSQL answers and refuses us: no such database, role or permission
 */
export async function knock(connection: Connection): Promise<Answer> {
  const client = new pg.Client({
    ...connection,
    ssl: false,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  })
  // An error after the answer is in has nobody to tell.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return 'ready'
  } catch (error) {
    return judge(error, connection.host)
  } finally {
    // Not awaited: a PostgreSQL that hangs does not say goodbye either.
    client.end().catch(() => {})
  }
}

function judge(error: unknown, host: string): Answer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === null) return 'silent'
  if (ABSENT.has(code)) return 'absent'
  if (BUSY.has(code)) return 'busy'
  if (code === TOO_MANY_CONNECTIONS) return 'ready'
  throw new PostgresStartError(
    `PostgreSQL at ${host} refuses the connection (${code}: ${error instanceof Error ? error.message : ''}); repair it, or ${BRING_YOUR_OWN}.`,
    { cause: error },
  )
}
