import type { ConnectedApp } from '../domain/oauth/connectedApp.ts'

/** What a user has agreed an app may ask for, remembered over grants. */
export type Consents = {
  /** The scopes agreed to; null when the user never consented to this client (internal id). */
  find(userId: string, clientId: string): Promise<readonly string[] | null>
  /** Adds scopes to what was agreed. */
  record(userId: string, clientId: string, scope: readonly string[], now: Date): Promise<void>
  /**
   * The apps that the user has let in, the app that was registered last first: those agreed to, and those that need no
   * consent (the user's own, the operator's) while a grant of theirs lives.
   *
   * @param after  the internal id of the last app of the page before; null: from the start
   */
  list(userId: string, count: number, after: string | null, now: Date): Promise<readonly ConnectedApp[]>
  /**
   * Forgets what the user agreed to, if anything, and ends every grant of the user and the app: one transaction.
   *
   * @param reference  `app_…` or internal id
   * @returns the app's internal id; null when there was neither a consent nor a live grant
   */
  revoke(userId: string, reference: string, now: Date): Promise<string | null>
}
