import { createHmac } from 'node:crypto'
import { refuse, type Refusal } from '../refusal.ts'
import { equalHashes } from '../token/secret.ts'
import type { User } from './user.ts'

/** What a mailed link is good for. */
export type LinkPurpose = 'reset_password' | 'verify_email' | 'change_email'

/** A link that was mailed, or is about to be: it works once. Its token is in the mail only. */
export type Link = {
  /** SHA-256 of the token's exact text */
  readonly hash: Buffer
  readonly purpose: LinkPurpose
  /** the account it is about; of a registration that waits for its confirmation, the id that the account will have */
  readonly accountId: string
  /** whose mailbox it went to: `digestAddress` */
  readonly addressDigest: Buffer
  /** the registration that waits, sealed; null: the account exists */
  readonly registration: Buffer | null
  /** the address that the account is to have, sealed; null where it is not about a change of address */
  readonly newAddress: Buffer | null
  readonly createdAt: Date
  readonly expiresAt: Date
  /** null while nobody used it and no newer one replaced it */
  readonly endedAt: Date | null
}

/** A link with the account it is about; null where there is none, or none any more. */
export type LinkFacts = {
  readonly link: Link
  readonly account: { readonly user: User; readonly passwordHash: string } | null
}

/** A registration that waits for the confirmation of its address. */
export type Registration = {
  /** the id that the account will have, as the registration was told */
  readonly accountId: string
  readonly email: string
  readonly passwordHash: string
  readonly registeredAt: Date
}

/**
 * What stands for an address where the address itself has no business: also of people who have no account.
 *
 * @param key       derived from `LATCHKEY_SECRET`, so that nobody can try addresses out against what is stored
 * @param emailKey  the normalised address
 */
export function digestAddress(key: Buffer, emailKey: string): Buffer {
  return createHmac('sha256', key).update(emailKey).digest()
}

/**
 * Decides whether a link may be used: unused, in time, for this purpose, and about an account that may still be
 * reached by the mailbox it went to. One answer for everything that is wrong (NIST SP 800-63B-4 §4.2).
 *
 * @param facts      null when no link has that hash
 * @param addressDigests  of the address that the account has now, under every key that may have been used; of a
 *                   registration nothing but the link itself counts
 */
export function decideLink(
  facts: LinkFacts | null,
  purpose: LinkPurpose,
  addressDigests: readonly Buffer[],
  now: Date,
): LinkFacts | Refusal {
  if (facts === null) return uselessLink('no link has this token')
  const { link, account } = facts
  if (link.purpose !== purpose) return uselessLink('a link for another purpose')
  if (link.endedAt !== null) return uselessLink('link used or replaced')
  if (link.expiresAt.getTime() <= now.getTime()) return uselessLink('link expired')
  if (link.registration !== null) return facts
  if (account === null) return uselessLink('account deleted')
  if (account.user.suspendedAt !== null) return uselessLink('account suspended')
  const isAddressee = addressDigests.some((digest) => equalHashes(digest, link.addressDigest))
  return isAddressee ? facts : uselessLink('the account has another address by now')
}

/** The refusal of a link that does not work, whatever the reason. */
export function uselessLink(reason: string): Refusal {
  return refuse('invalid_grant', 'The link is invalid, expired or used already', reason)
}
