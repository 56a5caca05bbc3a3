import type { Session, SessionFacts, SessionToken } from '../domain/account/session.ts'

/** Sessions and the tokens that stand for them. */
export type Sessions = {
  /** Opens a session together with its first token, in one statement. */
  open(session: Session, token: SessionToken): Promise<void>
  /** By SHA-256 of the exact text; null when unknown. Expired and ended ones are returned: the domain decides. */
  findByToken(hash: Buffer): Promise<SessionFacts | null>
  /** Notes that the session was used; a no-op unless the last note is older than a minute. */
  touch(sessionId: string, now: Date): Promise<void>
  /** Ends it; a no-op when it has ended. */
  end(sessionId: string, now: Date): Promise<void>
}
