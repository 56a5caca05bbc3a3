/** What a user has agreed an app may ask for, remembered over grants. */
export type Consents = {
  /** The scopes agreed to; null when the user never consented to this client (internal id). */
  find(userId: string, clientId: string): Promise<readonly string[] | null>
  /** Adds scopes to what was agreed. */
  record(userId: string, clientId: string, scope: readonly string[], now: Date): Promise<void>
}
