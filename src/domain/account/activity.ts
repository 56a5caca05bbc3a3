import { formatTimestamp } from '../timestamp.ts'

/** What the history of an account tells of. The contract keeps the list open: more kinds may come. */
export const activityKinds = [
  'signed_in',
  'signed_out',
  'stepped_up',
  'password_changed',
  'password_reset',
  'email_changed',
  'second_factor_added',
  'second_factor_removed',
  'recovery_codes_created',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
  'app_password_created',
  'app_password_removed',
  'consent_given',
  'consent_revoked',
  'account_deletion_requested',
  'account_deletion_cancelled',
] as const

/** A kind of activity. */
export type ActivityKind = (typeof activityKinds)[number]

/** Something that happened to an account, for its owner to read: never a secret, a token, or what was typed. */
export type Activity = {
  /** UUIDv7 */
  readonly id: string
  readonly userId: string
  readonly kind: ActivityKind
  readonly at: Date
  /** the IP address it came from; null: from nobody's request */
  readonly address: string | null
  /** what the device called itself, at most 256 characters; null: it did not say */
  readonly userAgent: string | null
  /** the session it happened in, or that came of it; null: none */
  readonly sessionId: string | null
  /** the app it is about, by internal id; null: none */
  readonly clientId: string | null
}

/** An activity as its owner reads it: with the app's public id and name, null where there is none, or none any more. */
export type SeenActivity = Omit<Activity, 'userId' | 'clientId'> & {
  readonly appId: string | null
  readonly appName: string | null
}

/** An activity as `/api/v1` shows it. */
export function shownActivity({ id, kind, at, address, userAgent, sessionId, appId, appName }: SeenActivity) {
  return {
    id,
    kind,
    at: formatTimestamp(at),
    address,
    user_agent: userAgent,
    session_id: sessionId,
    app_id: appId,
    app_name: appName,
  }
}
