import type { Attempts } from './attempts.ts'
import type { Clients } from './clients.ts'
import type { Consents } from './consents.ts'
import type { AccessTokens, Codes, Grants, RefreshTokens } from './grants.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys.ts'
import type { Links } from './links.ts'
import type { Sessions } from './sessions.ts'
import type { Transactions } from './transactions.ts'
import type { Users } from './users.ts'

/** Everything Latchkey remembers, in the verbs of the protocol. */
export type Store = {
  readonly users: Users
  readonly attempts: Attempts
  readonly sessions: Sessions
  readonly clients: Clients
  readonly consents: Consents
  readonly grants: Grants
  readonly codes: Codes
  readonly refreshTokens: RefreshTokens
  readonly accessTokens: AccessTokens
  readonly keys: Keys
  readonly transactions: Transactions
  readonly links: Links
  readonly jobs: Jobs
  /** The database's clock; also proves within 2 s that it answers. */
  databaseTime(): Promise<Date>
  /** Whether the database has the tables that this version needs; false for an emptied one. Within 2 s. */
  isMigrated(): Promise<boolean>
  close(): Promise<void>
}

/**
 * The store could not be asked: database gone, pool exhausted, statement timed out. The corridor answers 503 with
 * `Retry-After`, never "no such token".
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
