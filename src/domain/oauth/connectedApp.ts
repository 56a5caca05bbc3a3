import { refuse } from '../refusal.ts'
import { formatTimestamp, formatTimestampOrNull } from '../timestamp.ts'

/** An app that a user has let in: by consent, or, where the app needs none, by a grant that lives. */
export type ConnectedApp = {
  /** the app, by internal id: lists are cut by it */
  readonly id: string
  /** by public id */
  readonly clientId: string
  readonly name: string
  /** what was agreed to; without a consent, what its live grants allow */
  readonly scope: readonly string[]
  /** when it was agreed to first; without a consent, when the oldest live grant was given */
  readonly createdAt: Date
  /** when something was last added to it; without a consent, when the latest live grant was given */
  readonly updatedAt: Date
  /** when the app last got tokens with which it may come again; null: none that we still know of */
  readonly lastUsedAt: Date | null
}

/** The answer where an app has neither a consent nor a live grant: an unknown one reads the same. */
export const noSuchConsent = refuse('not_found', 'No such connected application', 'no consent')

/** A connected app as `/api/v1` shows it. */
export function shownConnection({
  id,
  clientId,
  name,
  scope,
  createdAt,
  updatedAt,
  lastUsedAt,
}: ConnectedApp) {
  return {
    id,
    app_id: clientId,
    name,
    scopes: [...scope],
    created_at: formatTimestamp(createdAt),
    updated_at: formatTimestamp(updatedAt),
    last_used_at: formatTimestampOrNull(lastUsedAt),
  }
}
