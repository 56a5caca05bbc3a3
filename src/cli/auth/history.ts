import type { ActivityKind } from '../../domain/account/activity.ts'
import type { Desk } from '../desk.ts'

/** Whoever owns an account finds in its history what was done to its app passwords here. */
export function tellOwner(
  userId: string,
  kind: Extract<ActivityKind, 'app_password_created' | 'app_password_removed'>,
  { store, random, now }: Desk,
): Promise<void> {
  return store.activities.add({
    id: random.uuid(now),
    userId,
    kind,
    at: now,
    address: null,
    userAgent: 'latchkey (operator)',
    sessionId: null,
    clientId: null,
  })
}
