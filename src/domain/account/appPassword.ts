import { refuse, type Refusal } from '../refusal.ts'
import { formatTimestamp, formatTimestampOrNull } from '../timestamp.ts'
import { isLeaving } from './deletion.ts'
import type { User } from './user.ts'

/** What an app password may open: reading, changing, or both. */
export const appPasswordScopes = ['read', 'write'] as const

/** One of them. */
export type AppPasswordScope = (typeof appPasswordScopes)[number]

/** App passwords that an account may have at a time; an expired one does not count. */
export const mostAppPasswords = 50

/** Seconds that an app password lives when nobody said otherwise. */
export const defaultAppPasswordSeconds = 31_536_000

/**
 * A credential that a user gives to one program in place of the password. It opens a few operations within its scope and
 * nothing that would let it grow; of its text only the SHA-256 is kept.
 */
export type AppPassword = {
  /** UUIDv7 */
  readonly id: string
  readonly userId: string
  /** what its owner calls it, to know it again */
  readonly name: string
  /** one or both, in the order of `appPasswordScopes` */
  readonly scope: readonly AppPasswordScope[]
  readonly createdAt: Date
  /** null: never */
  readonly expiresAt: Date | null
  /** written at most once a minute; null: not yet used */
  readonly lastUsedAt: Date | null
}

/** An app password with the SHA-256 of its text, which is all that is kept of it. */
export type AppPasswordSecret = { readonly appPassword: AppPassword; readonly hash: Buffer }

/** What a bearer check of an app password has to look at. */
export type AppPasswordFacts = { readonly appPassword: AppPassword; readonly user: User }

/** Puts scopes that were asked for in their one order, each once: `write read` is `['read', 'write']`. */
export function orderScope(asked: readonly AppPasswordScope[]): readonly AppPasswordScope[] {
  return appPasswordScopes.filter((scope) => asked.includes(scope))
}

/**
 * Decides whether an app password lets its bearer in. What it may open is for the operation to say.
 *
 * @param facts  null when none has that hash
 * @returns the facts, or `invalid_token` (RFC 6750 §3.1): one answer whatever ended
 */
export function decideAppPassword(facts: AppPasswordFacts | null, now: Date): AppPasswordFacts | Refusal {
  if (facts === null) return invalidToken('unknown app password')
  const { expiresAt } = facts.appPassword
  if (expiresAt !== null && expiresAt.getTime() <= now.getTime()) return invalidToken('app password expired')
  if (facts.user.suspendedAt !== null) return invalidToken('user suspended')
  if (isLeaving(facts.user)) return invalidToken('account being deleted')
  return facts
}

function invalidToken(reason: string): Refusal {
  return refuse('invalid_token', 'The access token is invalid, expired or revoked', reason)
}

/** An app password as `/api/v1` shows it, never its text. */
export function shownAppPassword({ id, name, scope, createdAt, expiresAt, lastUsedAt }: AppPassword) {
  return {
    id,
    name,
    scopes: [...scope],
    created_at: formatTimestamp(createdAt),
    expires_at: formatTimestampOrNull(expiresAt),
    last_used_at: formatTimestampOrNull(lastUsedAt),
  }
}
