import { refuse, type Refusal } from '../refusal.ts'
import { equalHashes } from '../token/secret.ts'
import type { Assertion, Passkey, PasskeyFacts } from './passkey.ts'
import type { PasskeyChallenge } from './passkeyChallenge.ts'
import type { User } from './user.ts'

/** A sign-in by passkey that may go on, once the use has been noted. */
export type PasskeyLogin = {
  readonly user: User
  /** how it was proven (RFC 8176 §2) */
  readonly amr: readonly string[]
  /** what is to be noted of the passkey */
  readonly use: Pick<Passkey, 'id' | 'counter' | 'backedUp'>
}

/** The one answer to a sign-in by passkey that fails, whatever was wrong. */
export function notAccepted(reason: string): Refusal {
  return refuse('invalid_credentials', 'The passkey was not accepted', reason)
}

/**
 * Decides a sign-in by passkey. The user handle has led to the account, and the signature was verified.
 *
 * @param facts      null when the account has no such passkey
 * @param assertion  null when what was signed is not valid: also for a passkey that does not exist, so that both cost the same
 * @param addressDigests  of the account's address, under every key that may have been used
 * @returns who it is and how that was proven: one device or several hold the key, it asked for its owner, and to have the one
 *   and be or know the other are two factors
 */
export function decidePasskeyLogin(
  { addressDigest }: Pick<PasskeyChallenge, 'addressDigest'>,
  facts: PasskeyFacts | null,
  assertion: Assertion | null,
  addressDigests: readonly Buffer[],
): PasskeyLogin | Refusal {
  if (facts === null) return notAccepted('no such passkey')
  if (assertion === null) return notAccepted('passkey signature not valid')
  const { passkey, user } = facts
  // Web Authentication §7.2, step 6: who gave a name gets in as nobody else.
  if (addressDigest !== null && !addressDigests.some((digest) => equalHashes(digest, addressDigest)))
    return notAccepted('passkey of another account than the one that was named')
  if (assertion.synced !== passkey.synced) return notAccepted('passkey changed its kind')
  if (hasGoneBack(passkey.counter, assertion.counter)) return notAccepted(counterWentBack)
  if (user.suspendedAt !== null) return notAccepted('account of the passkey suspended')
  const { counter, backedUp } = assertion
  const amr = [passkey.synced ? 'swk' : 'hwk', 'user', 'mfa']
  return { user, amr, use: { id: passkey.id, counter, backedUp } }
}

/** Somebody else may have the private key, too: its owner is better off with another passkey (Web Authentication §6.1.1). */
export const counterWentBack = 'passkey counter went back, perhaps a clone'

/** Authenticators that do not count always say 0. */
function hasGoneBack(stored: number, signed: number): boolean {
  return signed <= stored && (stored > 0 || signed > 0)
}

/**
 * The user handle of an account (Web Authentication §5.4.3): the bytes of its id, which says nothing about its owner but when
 * they registered.
 */
export function userHandleOf(userId: string): Buffer {
  return Buffer.from(userId.replaceAll('-', ''), 'hex')
}

/** The account that a user handle names; null when it can name none. */
export function userOfHandle(handle: string | null | undefined): string | null {
  const hex = Buffer.from(handle ?? '', 'base64url').toString('hex')
  if (hex.length !== 32) return null
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
