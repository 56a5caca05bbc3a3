import type { Context } from '../context.ts'
import type { Device } from '../domain/account/session.ts'
import { noSession } from '../domain/account/sessionView.ts'
import type { Refusal } from '../domain/refusal.ts'
import { noteActivity } from './noteActivity.ts'
import { tellLogout } from './tellLogout.ts'

/**
 * Ends one of a user's sessions: a device that was lost, say. Apps that were used in it are told.
 *
 * @returns null, or `not_found`: one answer for an unknown session, another user's, and one that is over
 */
export async function endOwnSession(
  userId: string,
  sessionId: string,
  request: Device & { readonly now: Date },
  context: Pick<Context, 'store' | 'jobs' | 'random'>,
): Promise<Refusal | null> {
  if (!(await context.store.sessions.endOwned(userId, sessionId, request.now))) return noSession
  await tellLogout({ id: sessionId, userId }, request.now, context)
  await noteActivity({ kind: 'signed_out', userId, sessionId }, request, context)
  return null
}
