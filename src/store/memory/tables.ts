import type { Activity } from '../../domain/account/activity.ts'
import type { AppPasswordSecret } from '../../domain/account/appPassword.ts'
import type { EmailCode } from '../../domain/account/emailCode.ts'
import type { Link } from '../../domain/account/link.ts'
import type { MfaChallenge } from '../../domain/account/mfa.ts'
import type { Passkey } from '../../domain/account/passkey.ts'
import type { PasskeyChallenge } from '../../domain/account/passkeyChallenge.ts'
import type { Profile } from '../../domain/account/profile.ts'
import type { Session, SessionToken } from '../../domain/account/session.ts'
import type { TotpFactor } from '../../domain/account/totp.ts'
import type { User } from '../../domain/account/user.ts'
import type { ImageFile } from '../../domain/image/image.ts'
import type { TakenJob } from '../../domain/job.ts'
import type { AccessToken } from '../../domain/oauth/accessToken.ts'
import type { Client, ClientSecret } from '../../domain/oauth/client.ts'
import type { Code, Grant, RefreshToken } from '../../domain/oauth/grant.ts'
import type { RegistrationMetadata } from '../../domain/oauth/registration.ts'
import type { AuthorizationTransaction } from '../../domain/oauth/transaction.ts'
import type { StoredSigningKey } from '../../domain/token/signingKey.ts'

/** An account with what no reader of a user sees. */
export type UserRow = {
  readonly user: User
  readonly emailKey: string
  readonly passwordHash: string
  readonly profile: Profile
}

/** A job, and what has become of it. `runAt` is null once it came to its end. */
export type JobRow = Omit<TakenJob, 'runAt'> & {
  readonly runAt: Date | null
  readonly lockedUntil: Date | null
}

/** A counter of attempts to sign in. */
export type AttemptRow = {
  readonly failures: number
  readonly previousAt: Date | null
  readonly lastAt: Date
  readonly lapsesAt: Date
  readonly knownUntil: Date | null
}

/** What an account or a client agreed to, with its dates. */
export type ConsentRow = {
  readonly userId: string
  readonly clientId: string
  readonly scope: readonly string[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

/**
 * Everything that is remembered, by the table names of the schema. A row is never changed, only replaced: whoever read one keeps
 * what it was. Keys are ids, or a hash as {@link keyOf} writes it.
 */
export type Tables = {
  readonly users: Map<string, UserRow>
  readonly sessions: Map<string, Session>
  readonly sessionTokens: Map<string, SessionToken & { readonly kind: 'bearer' | 'cookie' }>
  readonly appPasswords: Map<string, AppPasswordSecret>
  readonly activities: Map<string, Activity>
  readonly attempts: Map<string, AttemptRow>
  readonly totpFactors: Map<string, TotpFactor>
  readonly recoveryCodes: Map<string, Set<string>>
  readonly emailCodes: Map<string, EmailCode & { readonly tries: number }>
  readonly mfaChallenges: Map<string, MfaChallenge>
  readonly passkeys: Map<string, Passkey>
  readonly passkeyChallenges: Map<string, PasskeyChallenge>
  readonly links: Map<string, Link>
  readonly avatars: Map<string, { readonly pictureId: string; readonly image: ImageFile }>
  readonly clients: Map<string, Client>
  readonly clientSecrets: Map<string, { readonly clientId: string; readonly secret: ClientSecret }>
  readonly clientAssertions: Map<string, Date>
  readonly registrations: Map<string, { readonly tokenKey: string; readonly metadata: RegistrationMetadata }>
  readonly logos: Map<string, ImageFile>
  readonly consents: Map<string, ConsentRow>
  readonly grants: Map<string, Grant>
  readonly codes: Map<string, { readonly grantId: string; readonly code: Code }>
  readonly refreshTokens: Map<string, { readonly grantId: string; readonly token: RefreshToken }>
  readonly accessTokens: Map<string, AccessToken>
  readonly revokedTokens: Map<string, Date>
  readonly transactions: Map<string, AuthorizationTransaction>
  readonly keys: Map<string, StoredSigningKey>
  readonly sealedKeys: Map<string, Buffer>
  readonly jobs: Map<string, JobRow>
}

/** Empty tables. */
export function createTables(): Tables {
  const names = [
    'users sessions sessionTokens appPasswords activities attempts totpFactors recoveryCodes emailCodes',
    'mfaChallenges passkeys passkeyChallenges links avatars clients clientSecrets clientAssertions registrations',
    'logos consents grants codes refreshTokens accessTokens revokedTokens transactions keys sealedKeys jobs',
  ].flatMap((line) => line.split(' '))
  return Object.fromEntries(names.map((name) => [name, new Map()])) as unknown as Tables
}

/** A hash as the key of a table. */
export function keyOf(hash: Buffer): string {
  return hash.toString('base64')
}

/** Removes the rows that fit. */
export function removeWhere<Row>(table: Map<string, Row>, fits: (row: Row, key: string) => boolean): number {
  const before = table.size
  for (const [key, row] of table) if (fits(row, key)) table.delete(key)
  return before - table.size
}

/** Replaces the rows that fit. */
export function replaceWhere<Row>(
  table: Map<string, Row>,
  fits: (row: Row) => boolean,
  change: (row: Row) => Row,
): void {
  for (const [key, row] of table) if (fits(row)) table.set(key, change(row))
}

/** By descending id or moment, so that what is newest comes first. */
export function newestFirst<Row>(rows: Iterable<Row>, by: (row: Row) => string | number): Row[] {
  const key = (row: Row) => by(row)
  return [...rows].toSorted((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0))
}

/** Changes an account and moves its `updatedAt` on, also within one millisecond: whoever read it before comes too late. */
export function touchUser(tables: Tables, userId: string, changes: Partial<UserRow>, now: Date): UserRow {
  const row = tables.users.get(userId)!
  const updatedAt = new Date(Math.max(now.getTime(), row.user.updatedAt.getTime() + 1))
  const changed = { ...row, ...changes }
  const touched = { ...changed, user: { ...changed.user, updatedAt } }
  tables.users.set(userId, touched)
  return touched
}

/** Ends the live sessions and grants of an account and what was mailed about it; one session may go on. */
export function endEverything(tables: Tables, userId: string, now: Date, sessionId: string | null): void {
  replaceWhere(
    tables.sessions,
    (session) => session.userId === userId && session.endedAt === null && session.id !== sessionId,
    (session) => ({ ...session, endedAt: now }),
  )
  replaceWhere(
    tables.grants,
    (grant) => grant.userId === userId && grant.revokedAt === null,
    (grant) => ({ ...grant, revokedAt: now }),
  )
  replaceWhere(
    tables.links,
    (link) => link.accountId === userId && link.endedAt === null,
    (link) => ({ ...link, endedAt: now }),
  )
}

/** Removes grants with everything that was issued from them. */
export function removeGrants(tables: Tables, fits: (grant: Grant) => boolean): number {
  const gone = new Set([...tables.grants.values()].filter(fits).map(({ id }) => id))
  removeWhere(tables.codes, ({ grantId }) => gone.has(grantId))
  removeWhere(tables.refreshTokens, ({ grantId }) => gone.has(grantId))
  removeWhere(tables.accessTokens, ({ grantId }) => grantId !== null && gone.has(grantId))
  return removeWhere(tables.grants, ({ id }) => gone.has(id))
}

/** Removes a client with everything that hangs on it, as the foreign keys of the schema do. */
export function removeClient(tables: Tables, id: string): boolean {
  removeGrants(tables, ({ clientId }) => clientId === id)
  removeWhere(tables.accessTokens, ({ clientId }) => clientId === id)
  removeWhere(tables.clientSecrets, ({ clientId }) => clientId === id)
  removeWhere(tables.consents, ({ clientId }) => clientId === id)
  tables.registrations.delete(id)
  tables.logos.delete(id)
  return tables.clients.delete(id)
}

/** Removes sessions with their tokens. */
export function removeSessions(tables: Tables, fits: (session: Session) => boolean): void {
  removeWhere(tables.sessions, fits)
  removeWhere(tables.sessionTokens, ({ sessionId }) => !tables.sessions.has(sessionId))
}

/** Removes an account with everything that hangs on it, as the foreign keys of the schema do. */
export function removeUser(tables: Tables, id: string): void {
  const isOwn = ({ userId }: { readonly userId: string | null }) => userId === id
  removeGrants(tables, isOwn)
  for (const client of [...tables.clients.values()])
    if (client.ownerId === id) removeClient(tables, client.id)
  removeSessions(tables, isOwn)
  removeWhere(tables.appPasswords, ({ appPassword }) => isOwn(appPassword))
  for (const table of [tables.activities, tables.mfaChallenges, tables.passkeys, tables.consents])
    removeWhere(table as Map<string, { readonly userId: string }>, isOwn)
  for (const table of [tables.totpFactors, tables.recoveryCodes, tables.emailCodes, tables.avatars])
    (table as Map<string, unknown>).delete(id)
  tables.users.delete(id)
}
