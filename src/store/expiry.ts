/** The clearing away of what has expired. Which rows go, and when, are the rules of the store. */
export type Expiry = {
  /** Names of the rules, in the order in which they have to be followed: what hangs on something goes before it. */
  readonly rules: readonly string[]
  /**
   * Follows one rule for one batch: one short transaction, which waits for nobody. Rows that somebody is at work with are left
   * for another time.
   *
   * @param from         where the batch before stopped; null: at the beginning
   * @param idleSeconds  after which an unused session ends
   * @throws StoreUnavailable  when the database is away or busy: nothing was removed
   */
  remove(rule: string, from: string | null, idleSeconds: number, now: Date): Promise<Removal>
}

/**
 * What a batch came to; `busy`: another node is at it. `next` is where the following batch goes on, null when there is nothing
 * left to look at for now.
 */
export type Removal = 'busy' | { readonly rows: number; readonly next: string | null }
