import type { Config } from './config.ts'
import type { Context } from './context.ts'
import type { AllOperations } from './http/operation.ts'
import type { ServerOptions } from './http/server.ts'
import type { Clock } from './platform/clock.ts'
import type { JobRunner } from './platform/jobRunner.ts'
import type { Keyring } from './platform/keyring.ts'
import type { Limiter } from './platform/limiter.ts'
import type { Log } from './platform/log.ts'
import type { Passwords } from './platform/passwords.ts'
import type { DatabaseSettings } from './store/mikro/settings.ts'
import type { Store } from './store/store.ts'

/** What a caller may put in the place of the real thing: the clock that tests move, a database that is already there. */
export type StartOptions = Omit<ServerOptions, 'operations'> & {
  /** handlers in the place of ours, which may still be loaded */
  readonly operations?: AllOperations | Promise<AllOperations>
  readonly clock?: Clock
  readonly log?: Log
  readonly connection?: DatabaseSettings['connection']
  /** what is remembered elsewhere than in a database: none is opened then */
  readonly store?: Store
  /** where calls are counted; left out: in Redis or in this process, as configured */
  readonly limiter?: Limiter
  /** the keys that sign, which may still be made; left out: those of the store */
  readonly keys?: Promise<Keyring>
  /** what hashes and compares passwords */
  readonly passwords?: Passwords
  /** told in short lines what takes time before the service answers */
  readonly progress?: (line: string) => void
  /** told what only the person at the terminal may read: the mails of a development server, with their links */
  readonly print?: (line: string) => void
}

/** A service that answers. */
export type Running = {
  /** where it listens; the issuer's URL may be another one */
  readonly url: string
  readonly config: Config
  readonly context: Context
  readonly jobs: JobRunner
  /**
   * Reads certificate and key again, for the connections to come; nothing where TLS ends elsewhere.
   *
   * @throws UnusableCertificate  the former ones stay
   */
  readonly reloadTls: () => void
  /**
   * Tells readiness, goes on for the configured while, stops accepting, lets what is under way finish, closes the
   * database. Safe to repeat.
   */
  stop(): Promise<void>
}
