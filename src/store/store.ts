import type { Accounts } from './accounts.ts'
import type { Activities } from './activities.ts'
import type { AppPasswords } from './appPasswords.ts'
import type { Attempts } from './attempts.ts'
import type { Clients } from './clients.ts'
import type { Consents } from './consents.ts'
import type { Factors } from './factors.ts'
import type { AccessTokens, Codes, Grants, RefreshTokens } from './grants.ts'
import type { Expiry } from './expiry.ts'
import type { Images } from './images.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys.ts'
import type { Links } from './links.ts'
import type { MfaChallenges } from './mfaChallenges.ts'
import type { OperatorTokens } from './operatorTokens.ts'
import type { Passkeys } from './passkeys.ts'
import type { Registrations } from './registrations.ts'
import type { Logouts } from './logouts.ts'
import type { SealedKeys } from './sealedKeys.ts'
import type { Sessions } from './sessions.ts'
import type { Transactions } from './transactions.ts'
import type { Users } from './users.ts'

/** Everything Latchkey remembers, in the verbs of the protocol. */
export type Store = {
  readonly users: Users
  readonly accounts: Accounts
  readonly attempts: Attempts
  readonly activities: Activities
  readonly factors: Factors
  readonly mfaChallenges: MfaChallenges
  readonly sessions: Sessions
  readonly appPasswords: AppPasswords
  readonly logouts: Logouts
  readonly clients: Clients
  readonly registrations: Registrations
  readonly consents: Consents
  readonly grants: Grants
  readonly codes: Codes
  readonly refreshTokens: RefreshTokens
  readonly accessTokens: AccessTokens
  readonly operatorTokens: OperatorTokens
  readonly keys: Keys
  readonly sealedKeys: SealedKeys
  readonly transactions: Transactions
  readonly links: Links
  readonly images: Images
  readonly jobs: Jobs
  readonly passkeys: Passkeys
  readonly expiry: Expiry
  /** The database's clock; also proves within 2 s that it answers. */
  databaseTime(): Promise<Date>
  /** Whether the database has the tables that this version needs; false for an emptied one. Within 2 s. */
  isMigrated(): Promise<boolean>
  /** How this process's connections to the database stand. */
  connections(): Connections
  close(): Promise<void>
}

/** Connections to the database: `busy` are at work, `idle` are open, `waiting` is how many questions have none yet. */
export type Connections = { readonly busy: number; readonly idle: number; readonly waiting: number }

/**
 * The store could not be asked: database gone, pool exhausted, statement timed out. The corridor answers 503 with
 * `Retry-After`, never "no such token".
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}
