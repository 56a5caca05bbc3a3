import type { AuthorizationTransaction } from '../domain/oauth/transaction.ts'

/** Authorizations under way in browsers. */
export type Transactions = {
  /**
   * Stores one. Removes a few others that ended before `forgetBefore` on the way, so that as many go as come and no job is
   * needed.
   */
  create(transaction: AuthorizationTransaction, forgetBefore: Date): Promise<void>
  /** By SHA-256 of the id; expired and consumed ones included: the domain decides. */
  find(hash: Buffer): Promise<AuthorizationTransaction | null>
  /** Binds one that came by form to the first browser that goes on with it; a no-op when it is bound. */
  bind(hash: Buffer, browserHash: Buffer): Promise<void>
  /** Consumes it once: one conditional statement (unconsumed, unexpired at `now`). False for every caller but one. */
  consume(hash: Buffer, now: Date): Promise<boolean>
}
