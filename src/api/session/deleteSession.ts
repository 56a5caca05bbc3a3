import { noSession } from '../../domain/account/sessionView.ts'
import type { Operation } from '../../http/operation.ts'
import { noteActivity } from '../../steps/noteActivity.ts'
import { tellLogout } from '../../steps/tellLogout.ts'

/** Ends the session whose token is presented, with everything that lives in it. */
export const deleteSession: Operation<'deleteSession'> = async (call, context) => {
  const { session, user } = call.principal
  if (session === null) return call.refuse(noSession)
  await context.store.sessions.end(session.id, call.now)
  await tellLogout(session, call.now, context)
  await noteActivity({ kind: 'signed_out', userId: user.id, sessionId: session.id }, call, context)
  return call.reply(204)
}
