import type { Activity } from '../domain/account/activity.ts'
import type { EmailCode } from '../domain/account/emailCode.ts'
import type { TotpFactor } from '../domain/account/totp.ts'
import type { Job, JobQuota } from '../domain/job.ts'

/** What is written with a change of second factors: the job that tells the owner, and the entry in the history. */
export type FactorRecord = { readonly notice: Job; readonly activity: Activity }

/** What comes of a first right code. */
export type TotpConfirmation = {
  readonly userId: string
  /** the very secret that was looked at: another one may have taken its place */
  readonly sealedSecret: Buffer
  /** the step of the code, which is used up */
  readonly step: number
  /** hashes of the recovery codes that replace all others */
  readonly recoveryHashes: readonly Buffer[]
  /** the session in which it was shown, and how its user is proven with it */
  readonly session: { readonly id: string; readonly amr: readonly string[] }
}

/**
 * Second factors of accounts. Whatever turns one on or off changes the account's list of them, and thereby the account: a
 * sign-in that is on its way begins again. Single-use things are consumed by one statement; false for every caller but one.
 */
export type Factors = {
  /** What the owner is told. One statement. */
  summary(userId: string): Promise<{ readonly recoveryCodes: number }>

  /** Puts a secret down that waits for its first code, in the place of one that waits; false when one is in use already. */
  enrolTotp(factor: TotpFactor): Promise<boolean>
  /** The account's secret, waiting or in use. */
  findTotp(userId: string): Promise<TotpFactor | null>
  /**
   * Takes the secret into use, replaces the recovery codes, and notes in the session what was shown: all of it or nothing. False
   * when that secret waits no more.
   */
  confirmTotp(confirmation: TotpConfirmation, record: FactorRecord, now: Date): Promise<boolean>
  /** Removes the secret; with the last second factor go the recovery codes and mailed codes. False when there was none in use. */
  removeTotp(userId: string, record: FactorRecord, now: Date): Promise<boolean>
  /** Uses up a time step of this secret, and with it every earlier one. */
  acceptStep(factor: TotpFactor, step: number): Promise<boolean>

  /**
   * Turns mailed codes on or off. Off like `removeTotp`; on only for a confirmed address.
   *
   * @param record  written only when it was the other way before
   * @returns false when the address is not confirmed
   */
  setEmail(userId: string, on: boolean, record: FactorRecord, now: Date): Promise<boolean>
  /**
   * Puts a code down in the place of the one before, together with the job that mails it.
   *
   * @returns `full` when the job's subject has had its share: nothing was stored then, and the code before still works
   */
  addEmailCode(code: EmailCode, mail: Job, quota: JobQuota): Promise<'added' | 'full'>
  /**
   * Tries a mailed code: counts the try and, when one of the digests is right, uses the code up.
   *
   * @param hashes  under every key that may have been used
   */
  useEmailCode(userId: string, hashes: readonly Buffer[], now: Date): Promise<boolean>

  /** Replaces all recovery codes; false when the account has no second factor that they could stand in for. */
  replaceRecoveryCodes(userId: string, hashes: readonly Buffer[], now: Date): Promise<boolean>
  useRecoveryCode(userId: string, hash: Buffer): Promise<boolean>
}
