import type { Lifetimes } from '../lifetimes.ts'
import { after } from '../moment.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { AppPasswordFacts } from './appPassword.ts'
import { requiredAcr, satisfiesAcr } from './assurance.ts'
import { isLeaving } from './deletion.ts'
import type { User } from './user.ts'

/** Where a session is kept: as a token that a program sends, or as a cookie of a browser. */
export type SessionKind = 'api' | 'browser'

/** A sign-in of a user on one device. It ends by request, by idleness, or at `expiresAt`. */
export type Session = {
  /** UUIDv7; the `sid` of tokens made in it */
  readonly id: string
  readonly userId: string
  readonly kind: SessionKind
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
  /** what the device called itself when the session began (`User-Agent`), at most 256 characters; null: it did not say */
  readonly userAgent: string | null
  /** the IP address from which it began */
  readonly address: string | null
  /** the app password it was made from and dies with; null: its user's own credentials */
  readonly appPasswordId: string | null
  /** what it opens, where that is less than everything: the scopes of its app password; null: everything */
  readonly scope: readonly string[] | null
}

/** From where and with what somebody signs in. */
export type Device = {
  /** the IP address */
  readonly address: string
  /** the `User-Agent` header, as it came */
  readonly userAgent: string | undefined
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

const userAgentLength = 256

/** Seconds that a session made from an app password lasts at most: it is made anew as often as it is needed. */
const appPasswordSessionSeconds = 3600

/** What a session opened with its user's own credentials may do: `full` is all that no app password opens. */
const fullScope = ['full', 'read', 'write']

/** As much of a `User-Agent` header as is kept; null: it did not come. */
export function shownUserAgent(header: string | undefined): string | null {
  return header?.slice(0, userAgentLength) ?? null
}

/** How a session begins: `amr` is how its user was proven (RFC 8176). */
export type Opening = {
  readonly kind: SessionKind
  readonly amr: readonly string[]
  readonly device: Device
}

/** A session that begins now, with its user's own credentials. */
export function newSession(
  id: string,
  user: User,
  { kind, amr, device }: Opening,
  { sessionAbsoluteSeconds }: Pick<Lifetimes, 'sessionAbsoluteSeconds'>,
  now: Date,
): Session {
  return {
    id,
    userId: user.id,
    kind,
    authenticatedAt: now,
    amr,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: after(now, sessionAbsoluteSeconds),
    endedAt: null,
    userAgent: shownUserAgent(device.userAgent),
    address: device.address,
    appPasswordId: null,
    scope: null,
  }
}

/** A session that goes on as it would begin now: its user was proven anew. What was given in it stays in it. */
export function proveAnew(session: Session, fresh: Session): Session {
  return { ...fresh, id: session.id, createdAt: session.createdAt }
}

/**
 * A session that begins now, made from an app password: it never exceeds it, and ends with it. No person was proven, which
 * `amr` says by being empty.
 */
export function newAppPasswordSession(
  id: string,
  { appPassword, user }: AppPasswordFacts,
  device: Device,
  lifetimes: Pick<Lifetimes, 'sessionAbsoluteSeconds'>,
  now: Date,
): Session {
  const session = newSession(id, user, { kind: 'api', amr: [], device }, lifetimes, now)
  const ends = [session.expiresAt, after(now, appPasswordSessionSeconds), appPassword.expiresAt]
  const expiresAt = ends.filter((end) => end !== null).reduce((one, other) => (one < other ? one : other))
  return { ...session, expiresAt, appPasswordId: appPassword.id, scope: appPassword.scope }
}

/** When a token of a session stops working that is made now: no later than the session itself. */
export function tokenEnd(
  { expiresAt }: Pick<Session, 'expiresAt'>,
  { sessionTokenSeconds }: Pick<Lifetimes, 'sessionTokenSeconds'>,
  now: Date,
): Date {
  const end = after(now, sessionTokenSeconds)
  return end < expiresAt ? end : expiresAt
}

/** What a session may do, as it is written (RFC 6749 §3.3). */
export function sessionScope({ scope }: Pick<Session, 'scope'>): string {
  return (scope ?? fullScope).join(' ')
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

/**
 * Decides whether a session may do what needs a fresh proof of its user (`x-step-up` in the contract; RFC 9470 §3): the last
 * one is at most `freshSeconds` old, and was as strong as the account asks for.
 *
 * @returns null, or `insufficient_user_authentication` that says what would do
 */
export function checkStepUp(session: Session, user: User, now: Date): Refusal | null {
  const isFresh = now.getTime() - session.authenticatedAt.getTime() <= freshSeconds * 1000
  const acr = requiredAcr(user)
  if (isFresh && satisfiesAcr(session.amr, acr)) return null
  return refuse(
    'insufficient_user_authentication',
    'This needs a more recent or a stronger proof of who you are',
    undefined,
    { maxAgeSeconds: freshSeconds, ...(acr === 'aal2' && { acrValues: acr }) },
  )
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
  if (isLeaving(facts.user)) return invalidToken('account being deleted')
  return { session: facts.session, user: facts.user }
}

function invalidToken(reason: string): Refusal {
  return refuse('invalid_token', 'The access token is invalid, expired or revoked', reason)
}
