import type { Activity, SeenActivity } from '../domain/account/activity.ts'

/** What happened to accounts, for their owners to read. */
export type Activities = {
  /** Stores one; a no-op when the account is gone. */
  add(activity: Activity): Promise<void>
  /**
   * What happened to an account, newest first.
   *
   * @param before  the id of the last one of the page before; null: from the newest
   */
  list(userId: string, count: number, before: string | null): Promise<readonly SeenActivity[]>
}
