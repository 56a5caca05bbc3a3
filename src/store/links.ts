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
   * confirms the address, ends every session, grant and other link of the account, and stores the job that tells its owner.
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
}
