import type { Context } from '../context.ts'
import type { Device, Session } from '../domain/account/session.ts'
import { noteActivity } from './noteActivity.ts'
import { tellLogout } from './tellLogout.ts'

/** Ends every session of a user but this one. */
export async function endOtherSessions(
  { userId, id }: Pick<Session, 'id' | 'userId'>,
  request: Device & { readonly now: Date },
  context: Pick<Context, 'store' | 'jobs' | 'random'>,
): Promise<void> {
  const ended = await context.store.sessions.endOthers(userId, id, request.now)
  for (const sessionId of ended) {
    await tellLogout({ id: sessionId, userId }, request.now, context)
    await noteActivity({ kind: 'signed_out', userId, sessionId }, request, context)
  }
}
