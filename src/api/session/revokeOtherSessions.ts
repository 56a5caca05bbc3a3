import type { Operation } from '../../http/operation.ts'
import { noteActivity } from '../../steps/noteActivity.ts'
import { tellLogout } from '../../steps/tellLogout.ts'

/** Ends every session of the signed-in user but the one that asks. */
export const revokeOtherSessions: Operation<'revokeOtherSessions'> = async (call, context) => {
  const { user, session } = call.principal
  const ended = await context.store.sessions.endOthers(user.id, session.id, call.now)
  for (const sessionId of ended) {
    await tellLogout({ id: sessionId, userId: user.id }, call.now, context)
    await noteActivity({ kind: 'signed_out', userId: user.id, sessionId }, call, context)
  }
  return call.reply(204)
}
