import { rememberedSeconds } from '../../domain/oauth/transaction.ts'
import type { Statement } from './statement.ts'
import { endSurplusSessions, removeBefore, removeGrants, removeSessions } from './expiry.statements.ts'

/** What a batch is about, already counted back: a rule takes what it needs. */
export type Batch = {
  readonly now: Date
  /** `keepSeconds` ago */
  readonly before: Date
  /** the same, less the time after which an unused session ends */
  readonly idleBefore: Date
  /** rows at most */
  readonly most: number
  /** the id behind which a walk goes on */
  readonly from: string
}

/** Which rows of a table go, and when. The words are those of docs/retention.md. */
export type ExpiryRule = {
  /** the name of what was removed, in metrics and log */
  readonly name: string
  readonly table: string
  /** which rows go, counted from which moment */
  readonly what: string
  /** how much longer they are kept */
  readonly keepSeconds: number
  /** why no shorter and no longer */
  readonly why: string
  readonly statement: Statement
  readonly values: (batch: Batch) => readonly unknown[]
}

const hour = 3600
const day = 86_400

/** Live sessions a user may have: more than anybody has devices, and few enough to be listed. */
const mostSessions = 100

/** A rule for a table with a column that says when a row is over, which an index begins with. */
function expired(
  table: string,
  column: string,
  words: Pick<ExpiryRule, 'what' | 'keepSeconds' | 'why'>,
): ExpiryRule {
  const statement = removeBefore(table, table, column)
  return { name: table, table, ...words, statement, values: ({ before, most }) => [before, most] }
}

const walked = ({ before, most, from, idleBefore }: Batch) => [before, most, from, idleBefore]

/** The rules, in the order in which they are followed: what hangs on something goes before it. */
export const expiryRules: readonly ExpiryRule[] = [
  expired('session_tokens', 'expires_at', {
    what: 'past `expires_at`',
    keepSeconds: hour,
    why: 'unknown and expired are one answer; nodes whose clocks differ agree on it',
  }),
  expired('access_tokens', 'expires_at', {
    what: 'past `expires_at`',
    keepSeconds: hour,
    why: 'as above; JWTs are not stored at all',
  }),
  expired('revoked_access_tokens', 'expires_at', {
    what: 'past `expires_at`, which is that of the token',
    keepSeconds: hour,
    why: 'an expired token needs no denial',
  }),
  expired('links', 'expires_at', {
    what: 'past `expires_at`, used or not',
    keepSeconds: hour,
    why: 'used, expired and unknown are one answer',
  }),
  expired('authorization_transactions', 'expires_at', {
    what: 'past `expires_at`, finished or not',
    keepSeconds: rememberedSeconds,
    why: 'whoever comes back late is told so, and led to the start',
  }),
  expired('mfa_challenges', 'expires_at', {
    what: 'past `expires_at`, answered or not',
    keepSeconds: hour,
    why: 'used, expired and unknown are one answer',
  }),
  expired('email_codes', 'expires_at', {
    what: 'past `expires_at`, used or not',
    keepSeconds: hour,
    why: 'wrong, used and expired are one answer',
  }),
  expired('sign_in_attempts', 'expires_at', {
    what: 'past `expires_at`: no failure counts any more and no network is known',
    keepSeconds: 0,
    why: 'nothing is left in them',
  }),
  expired('jobs', 'delete_at', {
    what: 'past `delete_at`: an hour after a job is done, 30 days after it was given up',
    keepSeconds: 0,
    why: 'quotas count what was done; what was given up is there to be looked at',
  }),
  expired('client_secrets', 'expires_at', {
    what: 'past `expires_at`',
    keepSeconds: 90 * day,
    why: 'the owner of an app that stopped working sees in the list why',
  }),
  expired('operator_tokens', 'expires_at', {
    what: 'past `expires_at`',
    keepSeconds: 90 * day,
    why: 'the operator sees in `latchkey auth ls` why a program stopped working',
  }),
  expired('client_assertions', 'expires_at', {
    what: 'past `expires_at`, which is that of the assertion',
    keepSeconds: hour,
    why: 'an expired assertion is refused without it',
  }),
  expired('passkey_challenges', 'expires_at', {
    what: 'past `expires_at`: nobody came back',
    keepSeconds: hour,
    why: 'one that was answered is gone at once; expired and unknown are one answer',
  }),
  expired('app_passwords', 'expires_at', {
    what: 'past `expires_at`',
    keepSeconds: 90 * day,
    why: 'the owner of a program that stopped working sees in the list why',
  }),
  expired('activities', 'at', {
    what: 'older than that',
    keepSeconds: 365 * day,
    why: 'long enough to notice a stranger; addresses of people are kept no longer than they serve them',
  }),
  {
    name: 'grants',
    table: 'grants',
    what: 'of which nothing can come any more: revoked; without `offline_access`, its session over; nothing redeemable left',
    keepSeconds: 7 * day,
    why: 'must exceed the longest life of an access token, a day; a week to find out why something stopped',
    statement: removeGrants,
    values: walked,
  },
  {
    name: 'sessions',
    table: 'sessions',
    what: 'ended, idle for too long, or past `expires_at`; its grants are gone, or let go of it (`offline_access`)',
    keepSeconds: 7 * day,
    why: 'not shorter than its grants; a week to find out why somebody was signed out',
    statement: removeSessions,
    values: walked,
  },
  {
    name: 'surplus_sessions',
    table: 'sessions',
    what: `are ended where a user has more than ${mostSessions} live ones, the longest unused first`,
    keepSeconds: 0,
    why: 'nobody has so many devices; the list stays readable and the table bounded',
    statement: endSurplusSessions(mostSessions),
    values: ({ now, most, from }) => [now, most, from],
  },
]

/** Tables whose rows go by cascade with a row that a rule removes, and why not before. */
export const companions: Readonly<Record<string, { readonly of: string; readonly why: string }>> = {
  authorization_codes: {
    of: 'grants',
    why: 'a code that comes a second time ends its grant, for as long as there is one (RFC 6749 §4.1.2)',
  },
  refresh_tokens: {
    of: 'grants',
    why: 'a used one that comes again ends its grant, for as long as there is one (RFC 9700 §4.14.2)',
  },
}

/** Tables of which no row expires, and why. */
export const lastingTables: Readonly<Record<string, string>> = {
  users: 'until the account is deleted, by its owner or the operator; with it goes everything that is theirs',
  clients:
    'until its owner deletes the app, or the owner is deleted; one without owner until the operator deletes it',
  consents: 'until it is revoked, or user or app are deleted: nobody is asked twice',
  client_registrations: 'until the app is deleted, by itself or by the operator',
  totp_factors:
    'until it is removed, or replaced by another enrolment; one that was never confirmed proves nobody',
  recovery_codes: 'until it is used, replaced, or the last second factor is removed',
  passkeys: 'until it is removed, or the account is',
  avatars: 'until it is replaced or removed, or the account is',
  app_logos: 'until it is replaced or removed, or the app is',
  signing_keys: 'the keyring removes retired keys, when the last token they signed has expired',
  sealed_keys: 'for ever: without them apps would know their users by other names',
  latchkey_migrations: 'the history of the schema',
}
