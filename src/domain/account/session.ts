import type { Lifetimes } from '../lifetimes.ts'
import { after } from '../moment.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { User } from './user.ts'

/** A sign-in of a user on one device. It ends by request, by idleness, or at `expiresAt`. */
export type Session = {
  /** UUIDv7; the `sid` of tokens made in it */
  readonly id: string
  readonly userId: string
  /** the moment credentials were last proven: `auth_time` (OpenID Connect Core §2) */
  readonly authenticatedAt: Date
  /** how: RFC 8176 values, e.g. `['pwd']` */
  readonly amr: readonly string[]
  readonly createdAt: Date
  /** written at most once a minute */
  readonly lastUsedAt: Date
  /** the absolute end */
  readonly expiresAt: Date
  /** null while nobody ended it */
  readonly endedAt: Date | null
}

/** The token that stands for a session at `/api/v1`: found by the SHA-256 of its exact text. */
export type SessionToken = {
  readonly hash: Buffer
  readonly sessionId: string
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** What a bearer check of a session token has to look at. */
export type SessionFacts = { readonly token: SessionToken; readonly session: Session; readonly user: User }

/**
 * A session that begins now.
 *
 * @param amr  how the user was proven (RFC 8176)
 */
export function newSession(
  id: string,
  user: User,
  amr: readonly string[],
  { sessionAbsoluteSeconds }: Pick<Lifetimes, 'sessionAbsoluteSeconds'>,
  now: Date,
): Session {
  return {
    id,
    userId: user.id,
    authenticatedAt: now,
    amr,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: after(now, sessionAbsoluteSeconds),
    endedAt: null,
  }
}

/** Age of a sign-in, in seconds, up to which it counts as fresh: sensitive steps ask for no more (RFC 9470). */
export const freshSeconds = 300

/**
 * Tells whether a session still stands: nobody ended it, its absolute end has not come, and it was used lately.
 *
 * @param idleSeconds  after which an unused session ends; use is noted once a minute, so this is exact to a minute
 */
export function isSessionAlive(session: Session, idleSeconds: number, now: Date): boolean {
  if (session.endedAt !== null || session.expiresAt.getTime() <= now.getTime()) return false
  return now.getTime() - session.lastUsedAt.getTime() < idleSeconds * 1000
}

/** Tells whether credentials were proven at most `freshSeconds` ago. */
export function isFresh(session: Session, now: Date): boolean {
  return now.getTime() - session.authenticatedAt.getTime() <= freshSeconds * 1000
}

/**
 * Decides whether a session token lets its bearer in.
 *
 * @param facts  null when no token has that hash
 * @returns session and user, or `invalid_token` (RFC 6750 §3.1): one answer whatever ended
 */
export function decideSession(
  facts: SessionFacts | null,
  idleSeconds: number,
  now: Date,
): { readonly session: Session; readonly user: User } | Refusal {
  if (facts === null) return invalidToken('unknown session token')
  if (facts.token.expiresAt.getTime() <= now.getTime()) return invalidToken('session token expired')
  if (!isSessionAlive(facts.session, idleSeconds, now)) return invalidToken('session ended')
  if (facts.user.suspendedAt !== null) return invalidToken('user suspended')
  return { session: facts.session, user: facts.user }
}

function invalidToken(reason: string): Refusal {
  return refuse('invalid_token', 'The access token is invalid, expired or revoked', reason)
}
