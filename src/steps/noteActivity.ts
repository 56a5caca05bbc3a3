import type { Context } from '../context.ts'
import type { Activity, ActivityKind } from '../domain/account/activity.ts'
import { shownUserAgent } from '../domain/account/session.ts'

/** What happened, and to whom. */
export type Happening = {
  readonly kind: ActivityKind
  readonly userId: string
  /** the session it happened in, or that came of it */
  readonly sessionId?: string | null
  /** the app it is about, by internal id */
  readonly clientId?: string | null
}

/** The moment, and where it came from: a request, or the session in which it was made. */
type Request = {
  readonly address: string | null
  readonly userAgent: string | null | undefined
  readonly now: Date
}

/** An entry for the history of an account, to be stored with its cause (`activitySlots`) or by `noteActivity`. */
export function activityOf(
  { kind, userId, sessionId = null, clientId = null }: Happening,
  { now, address, userAgent }: Request,
  { random }: Pick<Context, 'random'>,
): Activity {
  return {
    id: random.uuid(now),
    userId,
    kind,
    at: now,
    address,
    userAgent: shownUserAgent(userAgent ?? undefined),
    sessionId,
    clientId,
  }
}

/**
 * Notes in the history of an account what somebody has just done there. Where it must not get lost, it is written by the
 * statement of its cause instead.
 */
export async function noteActivity(
  happening: Happening,
  request: Request,
  { store, random }: Pick<Context, 'store' | 'random'>,
): Promise<void> {
  await store.activities.add(activityOf(happening, request, { random }))
}
