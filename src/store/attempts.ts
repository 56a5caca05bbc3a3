import type { GuessKeys, Guesses } from '../domain/account/guessing.ts'

/** Counters of attempts to sign in. */
export type Attempts = {
  /**
   * Counts an attempt as a failure, before anything is looked at, and tells how the counters stand with it: one statement, so
   * that of attempts made at the same time each gets a number of its own. Counters that nobody needs any more are swept away.
   */
  begin(keys: GuessKeys, now: Date): Promise<Guesses>
  /**
   * The attempt was right: failures at this account from this network are forgotten, and the network is known from now on.
   * The network's own counter only takes this attempt back: signing in to one account pays for no guesses at others.
   */
  succeed(keys: GuessKeys, knownUntil: Date): Promise<void>
  /** The attempt came to nothing through no fault of who made it: it does not count. */
  withdraw(keys: GuessKeys): Promise<void>
}
