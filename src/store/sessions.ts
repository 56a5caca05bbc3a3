import type { Session, SessionFacts, SessionToken } from '../domain/account/session.ts'

/** Sessions and the tokens that stand for them. */
export type Sessions = {
  /**
   * Opens a session together with its first token, in one statement.
   *
   * @param userAsOf  `updatedAt` of the user as it was read together with the credential that was proven
   * @throws StoreUnavailable when the account is no longer that one, its password for instance was replaced meanwhile: nothing
   *   was written, and asking again gets the true answer
   */
  open(session: Session, token: SessionToken, userAsOf: Date): Promise<void>
  /**
   * Opens a session of a browser together with the token in its cookie, in one statement.
   *
   * @param replaced  hash of the cookie that the browser had before, which lets nobody in from now on; null: none
   * @param userAsOf  like for `open`
   * @throws StoreUnavailable like `open`
   */
  openInBrowser(session: Session, token: SessionToken, replaced: Buffer | null, userAsOf: Date): Promise<void>
  /** The session of a browser by SHA-256 of its cookie's text, else like `findByToken`. Neither finds what the other does. */
  findByCookie(hash: Buffer): Promise<SessionFacts | null>
  /** By SHA-256 of the exact text; null when unknown. Expired and ended ones are returned: the domain decides. */
  findByToken(hash: Buffer): Promise<SessionFacts | null>
  /** Notes that the session was used; a no-op unless the last note is older than a minute. */
  touch(sessionId: string, now: Date): Promise<void>
  /** Ends it; a no-op when it has ended. */
  end(sessionId: string, now: Date): Promise<void>
}
