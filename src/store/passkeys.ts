import type { Activity } from '../domain/account/activity.ts'
import type { NamedCredential, Passkey, PasskeyFacts } from '../domain/account/passkey.ts'
import type { PasskeyChallenge, PasskeyPurpose } from '../domain/account/passkeyChallenge.ts'
import type { Job } from '../domain/job.ts'
import type { FactorRecord } from './factors.ts'

/** Passkeys and the challenges that their authenticators sign. */
export type Passkeys = {
  /** Stores a challenge. Removes a few that have expired on the way, so that as many go as come. */
  addChallenge(challenge: PasskeyChallenge): Promise<void>
  /**
   * Consumes a challenge: one conditional statement (of this purpose and session, unexpired at `now`).
   *
   * @param sessionId  null: a challenge of nobody's session
   * @returns the challenge to one caller; null to every other, and to the same one when it asks again
   */
  consumeChallenge(
    id: string,
    purpose: PasskeyPurpose,
    sessionId: string | null,
    now: Date,
  ): Promise<PasskeyChallenge | null>
  /**
   * Keeps a new passkey and stores, with it or not at all, the job that tells the account's owner and the entry in its history.
   *
   * @param most      passkeys that the account may have
   * @param userAsOf  `updatedAt` of the user as it was read together with the session that adds the passkey
   * @returns `full`, or `known` when the account has this credential already: nothing was written
   * @throws StoreUnavailable when the account is no longer that one, its password for instance was replaced meanwhile
   */
  add(
    passkey: Passkey,
    most: number,
    userAsOf: Date,
    notice: Job,
    activity: Activity,
  ): Promise<'added' | 'full' | 'known'>
  /** The passkey of an account by what its authenticator calls it, with the account; null when there is none. */
  findForLogin(userId: string, credentialId: Buffer): Promise<PasskeyFacts | null>
  /**
   * Notes a use: counter, backup state and moment.
   *
   * @returns false when the counter has not grown (0 means that the authenticator does not count), or the passkey is gone:
   *   nothing was written
   */
  noteUse(id: string, use: Pick<Passkey, 'counter' | 'backedUp'>, now: Date): Promise<boolean>
  /** The credentials of whoever has this address, oldest first; none when nobody has it. */
  findCredentials(emailKey: string): Promise<readonly NamedCredential[]>
  /** How many passkeys an account has. */
  count(userId: string): Promise<number>
  /** An account's passkeys, newest first. */
  list(userId: string): Promise<readonly Passkey[]>
  /** Gives a passkey of this account another name; null when it has no such passkey. */
  rename(userId: string, id: string, name: string): Promise<Passkey | null>
  /**
   * Deletes a passkey of this account and stores, with it or not at all, the job that tells the owner and the entry in the history.
   *
   * @returns false when the account has no such passkey: nothing was written
   */
  delete(userId: string, id: string, record: FactorRecord): Promise<boolean>
}
