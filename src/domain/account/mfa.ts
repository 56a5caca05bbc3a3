import { refuse, type Refusal } from '../refusal.ts'
import { parseRecoveryCode } from './recoveryCode.ts'
import type { User } from './user.ts'

/** A sign-in that stands between the password, which was right, and the second factor. */
export type MfaChallenge = {
  /** SHA-256 of the `mfa_token`; in a browser of what stands in its place */
  readonly hash: Buffer
  readonly userId: string
  /** `updatedAt` of the user as the password was proven: whatever changes the account, a new password say, ends the challenge */
  readonly userAsOf: Date
  readonly createdAt: Date
  readonly expiresAt: Date
  /** how often a code was tried, the one that is being tried included */
  readonly tries: number
  /** null until the sign-in was completed */
  readonly consumedAt: Date | null
}

/** A challenge with the account it is about, as that is now. */
export type MfaChallengeFacts = { readonly challenge: MfaChallenge; readonly user: User }

/** Codes that may be tried with one `mfa_token`. */
export const mfaTries = 5

/** What somebody may show after the password. The contract keeps the list open. */
export type MfaMethod = 'totp' | 'email' | 'recovery_code' | 'passkey'

/** A code with what it is by its form. */
export type FactorCode = { readonly method: 'totp' | 'email' | 'recovery_code'; readonly code: string }

/** What an account has besides its list of second factors. */
export type FactorStock = { readonly recoveryCodes: number; readonly passkeys: number }

/** The factor whose codes an account is asked for; null: none. Mailed codes are for those who have nothing better. */
export function askedFactor({ secondFactors }: Pick<User, 'secondFactors'>): 'totp' | 'email' | null {
  if (secondFactors.includes('totp')) return 'totp'
  return secondFactors.includes('email') ? 'email' : null
}

/** What may be shown after the password of an account, the usual thing first; empty: nothing is asked for. */
export function mfaMethods(user: User, { recoveryCodes, passkeys }: FactorStock): readonly MfaMethod[] {
  const asked = askedFactor(user)
  if (asked === null) return []
  const others = [recoveryCodes > 0 && 'recovery_code', passkeys > 0 && 'passkey'] as const
  return [asked, ...others.filter((method) => method !== false)]
}

/**
 * Tells what a code is: six digits are an authenticator app's, eight are mailed, groups of letters are a recovery code.
 *
 * @param text  as it was typed, perhaps with spaces
 * @returns null when it can be none of ours
 */
export function parseFactorCode(text: string): FactorCode | null {
  const plain = text.replaceAll(/\s/g, '')
  if (/^[0-9]{6}$/.test(plain)) return { method: 'totp', code: plain }
  if (/^[0-9]{8}$/.test(plain)) return { method: 'email', code: plain }
  const recovery = parseRecoveryCode(text)
  return recovery === null ? null : { method: 'recovery_code', code: recovery }
}

/** Tells whether a code of this kind can prove this account: one whose factor is not the one asked for proves nobody. */
export function mayShow(user: User, method: FactorCode['method']): boolean {
  const asked = askedFactor(user)
  return asked !== null && (method === 'recovery_code' || method === asked)
}

/**
 * Decides whether a challenge may still be answered: in time, not answered before, not tried too often, and about an account
 * that is as it was when the password was proven. One answer whatever ended it: the sign-in begins again.
 *
 * @param facts  null when no challenge has that hash
 */
export function decideChallenge(facts: MfaChallengeFacts | null, now: Date): MfaChallengeFacts | Refusal {
  if (facts === null) return unknownChallenge()
  const { challenge, user } = facts
  if (challenge.consumedAt !== null) return invalidGrant('mfa_token used already')
  if (challenge.expiresAt.getTime() <= now.getTime()) return invalidGrant('mfa_token expired')
  if (challenge.tries > mfaTries) return invalidGrant('too many codes with one mfa_token')
  if (user.updatedAt.getTime() !== challenge.userAsOf.getTime())
    return invalidGrant('account changed since the password')
  return user.suspendedAt === null ? facts : invalidGrant('account suspended since the password')
}

/** The same for who only looks: whether one more code may be tried. */
export function foreseeChallenge(facts: MfaChallengeFacts | null, now: Date): MfaChallengeFacts | Refusal {
  if (facts === null) return unknownChallenge()
  const { challenge, user } = facts
  return decideChallenge({ challenge: { ...challenge, tries: challenge.tries + 1 }, user }, now)
}

/** The refusal of a text that is no `mfa_token`. */
export function unknownChallenge(): Refusal {
  return invalidGrant('no such mfa_token')
}

/** The refusal of a challenge that another request answered at the same moment. */
export function lostChallenge(): Refusal {
  return invalidGrant('mfa_token used by a concurrent request')
}

function invalidGrant(reason: string): Refusal {
  const description =
    'This sign-in has expired, was finished, or had too many wrong codes; begin with the password'
  return refuse('invalid_grant', description, reason)
}

/** The answer to a right password where more is needed. @param token  the only copy of the challenge's secret */
export function requireMfa(token: string, methods: readonly MfaMethod[]): Refusal {
  return refuse('mfa_required', 'The password is right; now the second factor is needed', undefined, {
    mfa: { token, methods },
  })
}

/** The answer to a code that does not count, whatever the reason: also to one that is not looked at. */
export function refuseCode(reason: string): Refusal {
  return refuse('invalid_credentials', 'The code is wrong, has expired or was used already', reason)
}
