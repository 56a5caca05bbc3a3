import { refuse } from '../refusal.ts'
import { formatTimestamp, formatTimestampOrNull } from '../timestamp.ts'
import { deletionAt } from './deletion.ts'
import { wholeProfile, type Profile, type WholeProfile } from './profile.ts'
import type { SecondFactor, User } from './user.ts'

/** An account with everything its owner sees of it. */
export type Account = { readonly user: User; readonly profile: Profile }

/** What other parts of the store know about an account. */
export type AccountStanding = {
  /** recovery codes that are still good */
  readonly recoveryCodes: number
  readonly passkeys: number
  /** URL of the picture that apps are told; null: none */
  readonly picture: string | null
}

/** An account as `/api/v1/me` shows it. */
export type ShownAccount = WholeProfile & {
  readonly id: string
  readonly email: string
  readonly email_verified: boolean
  readonly created_at: string
  readonly updated_at: string
  readonly picture: string | null
  readonly second_factors: SecondFactor[]
  readonly recovery_codes_remaining: number
  readonly passkeys: number
  readonly deletion_at: string | null
}

/** Writes an account as its owner reads it. */
export function shownAccount(
  { user, profile }: Account,
  { recoveryCodes, passkeys, picture }: AccountStanding,
  graceSeconds: number,
): ShownAccount {
  return {
    id: user.id,
    email: user.email,
    email_verified: user.emailVerified,
    created_at: formatTimestamp(user.createdAt),
    updated_at: formatTimestamp(user.updatedAt),
    ...wholeProfile(profile),
    picture,
    second_factors: [...user.secondFactors],
    recovery_codes_remaining: recoveryCodes,
    passkeys,
    deletion_at: formatTimestampOrNull(deletionAt(user.deletionRequestedAt, graceSeconds)),
  }
}

/** The answer to whoever was let in just before the account went away. */
export const noSuchAccount = refuse(
  'invalid_token',
  'The access token is invalid, expired or revoked',
  'account gone',
)

/** Programs of people keep an export as a file with a name of ours (RFC 6266 §4). */
export const exportHeaders = {
  'content-disposition': 'attachment; filename="latchkey-account.json"',
} as const
