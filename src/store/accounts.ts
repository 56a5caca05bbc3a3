import type { Account } from '../domain/account/account.ts'
import type { Activity } from '../domain/account/activity.ts'
import type { ProfileChanges } from '../domain/account/profile.ts'
import type { Job } from '../domain/job.ts'

/** A password that takes the place of another. */
export type PasswordChange = {
  readonly userId: string
  /** `updatedAt` of the user as it was read together with the former password */
  readonly userAsOf: Date
  readonly passwordHash: string
  /** the session that goes on */
  readonly sessionId: string
  readonly endsAppPasswords: boolean
}

/** An account that is about to be deleted for good. */
export type LeavingAccount = { readonly id: string; readonly email: string }

/** What stands for the address of an account in other tables: never the address itself. */
export type AddressTraces = {
  /** in links: `digestAddress` of the address */
  readonly addressDigests: readonly Buffer[]
  /** in jobs: whose mails they are */
  readonly jobSubjects: readonly Buffer[]
  /** in the counters of attempts to sign in */
  readonly attemptKeys: readonly Buffer[]
}

/** What the owner of an account does with it. What has to be told and noted is stored with the change or not at all. */
export type Accounts = {
  /** With the profile, which no other reader of a user needs. */
  find(userId: string): Promise<Account | null>
  /** Changes the members that are given; two changes at once lose nothing. Null when the account is gone or suspended. */
  updateProfile(userId: string, changes: ProfileChanges, now: Date): Promise<Account | null>
  /**
   * Replaces the password and ends every other session, every grant and every mailed link of the account.
   *
   * @throws StoreUnavailable when the account is no longer the one of `userAsOf`: nothing was written, and asking again gets
   *   the true answer
   */
  changePassword(change: PasswordChange, notice: Job, activity: Activity, now: Date): Promise<void>
  /**
   * Puts down that the owner wants the account deleted, and ends every session, grant and mailed link of it. Until a sign-in
   * takes that back (`sessions.open`) nothing of it works.
   *
   * @param notice  null: nobody is told, because it is deleted at once
   * @throws StoreUnavailable when somebody was faster, or the account is suspended or gone: nothing was written
   */
  requestDeletion(userId: string, notice: Job | null, activity: Activity, now: Date): Promise<void>
  /**
   * Takes accounts whose deletion was asked for at `before` or earlier: from now on no sign-in takes it back.
   *
   * @param most  accounts at most, those that have waited longest
   */
  claimDeletions(before: Date, most: number, now: Date): Promise<readonly LeavingAccount[]>
  /**
   * Deletes some of what there may be much of: grants and tokens, of the account and of the apps it owns. So no statement
   * deletes without measure.
   *
   * @returns true when there may be more
   */
  clearAway(userId: string, most: number): Promise<boolean>
  /** Deletes a claimed account with all that is left of it, and what stands for its address. False when it was gone. */
  remove(userId: string, traces: AddressTraces, notice: Job): Promise<boolean>
}
