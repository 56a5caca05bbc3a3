import type { Config } from './config.ts'
import type { Clock } from './platform/clock.ts'
import type { IsCommonPassword } from './platform/commonPasswords.ts'
import type { Keyring } from './platform/keyring.ts'
import type { Log } from './platform/log.ts'
import type { Passwords } from './platform/passwords.ts'
import type { Random } from './platform/random.ts'
import type { SessionTokens } from './platform/sessionTokens.ts'
import type { Store } from './store/store.ts'

/** Everything a handler may reach: the world, handed in once at start. */
export type Context = {
  readonly config: Config
  readonly store: Store
  readonly keys: Keyring
  readonly passwords: Passwords
  /** never true in the default profile, which refuses no password for being common */
  readonly isCommonPassword: IsCommonPassword
  readonly sessionTokens: SessionTokens
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}
