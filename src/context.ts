import type { Config } from './config.ts'
import type { Look } from './pages/look.ts'
import type { ClientKeys } from './platform/clientKeys.ts'
import type { Clock } from './platform/clock.ts'
import type { IsCommonPassword } from './platform/commonPasswords.ts'
import type { FlightRecorder } from './platform/flightRecorder.ts'
import type { DevelopmentMailbox } from './platform/developmentMailbox.ts'
import type { JobQueue } from './platform/jobQueue.ts'
import type { Keyring } from './platform/keyring.ts'
import type { Limiter } from './platform/limiter.ts'
import type { Log } from './platform/log.ts'
import type { Mailer } from './platform/mailer.ts'
import type { Metrics } from './platform/metrics.ts'
import type { PasskeyVerifier } from './platform/passkeys.ts'
import type { Outbound } from './platform/outbound.ts'
import type { Passwords } from './platform/passwords.ts'
import type { Random } from './platform/random.ts'
import type { Sealing } from './platform/sealing.ts'
import type { SessionTokens } from './platform/sessionTokens.ts'
import type { Tracing } from './platform/tracing.ts'
import type { Violations } from './platform/violations.ts'
import type { Store } from './store/store.ts'

/** Everything a handler may reach: the world, handed in once at start. */
export type Context = {
  readonly config: Config
  /** what pages and mails are made of */
  readonly look: Look
  readonly store: Store
  readonly keys: Keyring
  readonly passwords: Passwords
  readonly passkeyVerifier: PasskeyVerifier
  /** never true in the default profile, which refuses no password for being common */
  readonly isCommonPassword: IsCommonPassword
  /** the list itself, in every profile: loaded when it is first asked for */
  readonly commonPasswords: () => Promise<IsCommonPassword>
  readonly sessionTokens: SessionTokens
  /** the only way out to URLs of clients */
  readonly outbound: Outbound
  /** the keys that clients publish */
  readonly clientKeys: ClientKeys
  readonly sealing: Sealing
  /** of pairwise subjects; the same as long as the database lives */
  readonly subjectKey: Buffer
  /** counts calls */
  readonly limiter: Limiter
  readonly jobs: JobQueue
  readonly mailer: Mailer
  /** the mails of a development server without a mail server; null everywhere else */
  readonly mailbox: Pick<DevelopmentMailbox, 'list'> | null
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly metrics: Metrics
  /** null where no traces are collected */
  readonly tracing: Tracing | null
  /** answers that broke the contract since the start */
  readonly violations: Violations
  /** the last refused requests; null in production, where none is kept */
  readonly flights: FlightRecorder | null
  /** true once the process has been told to stop: it finishes what comes, and wants no more */
  readonly isStopping: () => boolean
}
