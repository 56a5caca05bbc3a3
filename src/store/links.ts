import type { Activity } from '../domain/account/activity.ts'
import type { Email } from '../domain/account/email.ts'
import type { Link, LinkFacts } from '../domain/account/link.ts'
import type { User } from '../domain/account/user.ts'
import type { Job } from '../domain/job.ts'

/** Links that go out by mail. They are consumed together with what they were for, or not at all. */
export type Links = {
  /** Stores a link before it is mailed. Older ones work on: the mail may yet fail. */
  add(link: Link): Promise<void>
  /** Ends the links of the same purpose and account that are older than this one: it has been mailed. */
  replaceOlder(hash: Buffer, now: Date): Promise<void>
  /** By SHA-256 of the token; used and expired ones included: the domain decides. */
  find(hash: Buffer): Promise<LinkFacts | null>
  /** The latest link of a registration that waits at one of these address digests; null when none does. */
  findRegistration(addressDigests: readonly Buffer[], now: Date): Promise<Link | null>
  /**
   * Consumes a link (unused, unexpired at `now`, account not suspended) and, with it or not at all, replaces the password,
   * confirms the address, ends every session, grant, app password and other link of the account, and stores the job that tells
   * its owner. Where the address was not confirmed before, passkeys and consents end as well: whoever added them may be a stranger.
   *
   * @returns false for every caller but one, and then nothing was written
   */
  resetPassword(hash: Buffer, passwordHash: string, notice: Job, now: Date): Promise<boolean>
  /**
   * Consumes the link of a registration and creates its account, in one statement. Other registrations that wait for the same
   * mailbox end.
   *
   * @returns `useless` for every caller but one; `exists` when the address got an account meanwhile
   */
  createAccount(
    hash: Buffer,
    user: User,
    emailKey: string,
    passwordHash: string,
    now: Date,
  ): Promise<'created' | 'exists' | 'useless'>
  /** Consumes the link of an account that exists and confirms its address, in one statement; false for every caller but one. */
  confirmAddress(hash: Buffer, now: Date): Promise<boolean>
  /**
   * Consumes a link (unused, unexpired at `now`, account neither suspended nor about to be deleted) and, with it or not at all,
   * gives the account another address, which is confirmed by that, ends every other link of the account, and stores the jobs
   * that tell both mailboxes and what the history says.
   *
   * @returns `useless` for every caller but one; `exists` when another account has the address. Then nothing was written
   */
  changeEmail(
    hash: Buffer,
    email: Email,
    told: readonly [former: Job, present: Job],
    activity: Activity,
    now: Date,
  ): Promise<'changed' | 'exists' | 'useless'>
}
