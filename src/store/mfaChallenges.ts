import type { MfaChallenge, MfaChallengeFacts } from '../domain/account/mfa.ts'

/** Sign-ins between password and second factor. */
export type MfaChallenges = {
  /** Stores one, in the place of one with the same hash. Removes a few that are over on the way. */
  open(challenge: MfaChallenge): Promise<void>
  /** By SHA-256 of the `mfa_token`; used and expired ones included: the domain decides. */
  find(hash: Buffer): Promise<MfaChallengeFacts | null>
  /** The same, with one more try, counted before anything is looked at: of tries made at once each gets a number of its own. */
  countTry(hash: Buffer): Promise<MfaChallengeFacts | null>
  /** Consumes it once: one conditional statement (unconsumed, unexpired at `now`). False for every caller but one. */
  consume(hash: Buffer, now: Date): Promise<boolean>
}
