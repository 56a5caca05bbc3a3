import type { Session, SessionFacts, SessionToken } from '../domain/account/session.ts'

/** What a sign-in in a browser depends on and brings with it. */
export type BrowserSignIn = {
  /** hash of the cookie that the browser had before, which lets nobody in from now on; null: none */
  readonly replaced: Buffer | null
  /** like for `open` */
  readonly userAsOf: Date
  /** id of the entry in the history of the account: UUIDv7 */
  readonly activityId: string
}

/** Sessions and the tokens that stand for them. */
export type Sessions = {
  /**
   * Opens a session together with its first token, in one statement, which also notes it in the history of the account
   * (`signed_in`, under the id of the session) and takes back a deletion that was asked for.
   *
   * @param userAsOf  `updatedAt` of the user as it was read together with the credential that was proven
   * @throws StoreUnavailable when the account is no longer that one, its password for instance was replaced meanwhile: nothing
   *   was written, and asking again gets the true answer
   */
  open(session: Session, token: SessionToken, userAsOf: Date): Promise<void>
  /**
   * Opens a session of a browser together with the token in its cookie, in one statement; or goes on with one that is there
   * already, and notes in it the new proof of its user. Otherwise like `open`.
   *
   * @throws StoreUnavailable like `open`, and when the session that was to go on has ended meanwhile
   */
  openInBrowser(session: Session, token: SessionToken, facts: BrowserSignIn): Promise<void>
  /** The session of a browser by SHA-256 of its cookie's text, else like `findByToken`. Neither finds what the other does. */
  findByCookie(hash: Buffer): Promise<SessionFacts | null>
  /** By SHA-256 of the exact text; null when unknown. Expired and ended ones are returned: the domain decides. */
  findByToken(hash: Buffer): Promise<SessionFacts | null>
  /**
   * Opens a session made from an app password together with its first token, in one statement. Sessions made from the same
   * one beyond `most` end, the oldest first.
   *
   * @param hash  of the app password that was presented, which still has to be its secret
   * @throws StoreUnavailable when it no longer is, it was deleted or its user may not sign in any more: nothing was written
   */
  openByAppPassword(session: Session, token: SessionToken, hash: Buffer, most: number): Promise<void>
  /**
   * Adds a token to a session that goes on. Its bearer tokens beyond `most` work no more, the oldest first.
   *
   * @throws StoreUnavailable when the session has ended meanwhile: nothing was written
   */
  addToken(token: SessionToken, most: number): Promise<void>
  /** A user's sessions that nobody ended and whose absolute end has not come, those used last first; at most 1000. */
  listOpen(userId: string, now: Date): Promise<readonly Session[]>
  /** Notes that the session was used, and with it its app password; a no-op unless the last note is older than a minute. */
  touch(sessionId: string, now: Date): Promise<void>
  /**
   * Notes that its user was proven anew (`authenticatedAt`), and how, while the session goes on: one conditional statement.
   *
   * @returns false when it has ended meanwhile, and then nothing was written
   */
  renew(sessionId: string, amr: readonly string[], now: Date): Promise<boolean>
  /** Ends it; a no-op when it has ended. */
  end(sessionId: string, now: Date): Promise<void>
  /** Ends it where it is that user's; false when it is not, or is over. */
  endOwned(userId: string, sessionId: string, now: Date): Promise<boolean>
  /** Ends all sessions of the user but one. @returns the ids of those that it ended */
  endOthers(userId: string, sessionId: string, now: Date): Promise<readonly string[]>
}
