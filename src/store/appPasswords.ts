import type { AppPassword, AppPasswordFacts, AppPasswordSecret } from '../domain/account/appPassword.ts'

/** App passwords: of one user as the API asks for them, of everybody as the operator's command line does. */
export type AppPasswords = {
  /**
   * Stores one. The user's expired ones make room for it.
   *
   * @param most       how many a user may have
   * @param sessionId  in which it is asked for, which has to go on; null: the operator makes it
   * @returns `full` when the user has that many; nothing was written
   * @throws StoreUnavailable when the account is gone or the session has ended meanwhile
   */
  add(secret: AppPasswordSecret, most: number, sessionId: string | null, now: Date): Promise<'added' | 'full'>
  /** By SHA-256 of the exact text; null when unknown. An expired one is returned: the domain decides. One indexed statement. */
  find(hash: Buffer): Promise<AppPasswordFacts | null>
  /** By id, whoever's it is. */
  findById(appPasswordId: string): Promise<AppPasswordFacts | null>
  /** A user's, newest first, expired ones included. */
  list(userId: string): Promise<readonly AppPassword[]>
  /** Everybody's, newest first. @param after  the id of the last one of the page before; null: from the start */
  listAll(count: number, after: string | null): Promise<readonly AppPasswordFacts[]>
  /** Notes that it was used; a no-op unless the last note is older than a minute. */
  touch(appPasswordId: string, now: Date): Promise<void>
  /**
   * Puts another secret, and whatever else is said of it, in the place of the former, which is dead from then on, and so are
   * the sessions made from it.
   *
   * @returns false when there is none with that id any more
   */
  replaceSecret(secret: AppPasswordSecret): Promise<boolean>
  /**
   * Deletes it together with the sessions made from it.
   *
   * @param userId  whose it has to be; null: anybody's
   * @returns false when there is none
   */
  delete(appPasswordId: string, userId: string | null): Promise<boolean>
}
