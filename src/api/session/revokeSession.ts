import { noSession } from '../../domain/account/sessionView.ts'
import type { Operation } from '../../http/operation.ts'
import { noteActivity } from '../../steps/noteActivity.ts'
import { tellLogout } from '../../steps/tellLogout.ts'

/** Ends one of the signed-in user's sessions: a device that was lost, say. */
export const revokeSession: Operation<'revokeSession'> = async (call, context) => {
  const { user } = call.principal
  const { sessionId } = call.path
  if (!(await context.store.sessions.endOwned(user.id, sessionId, call.now))) return call.refuse(noSession)
  await tellLogout({ id: sessionId, userId: user.id }, call.now, context)
  await noteActivity({ kind: 'signed_out', userId: user.id, sessionId }, call, context)
  return call.reply(204)
}
