import type { Operation } from '../../http/operation.ts'
import { endOwnSession } from '../../steps/endOwnSession.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Ends one of somebody's sessions, by form. */
export const submitSessionEnd: Operation<'submitSessionEnd'> = async (call, context) => {
  const { user } = call.principal
  const refusal = await endOwnSession(user.id, call.path.sessionId, call, context)
  if (refusal !== null) return call.refuse(refusal)
  return call.reply(303, undefined, leaveNotice(call, 'session_ended', '/account/sessions', context))
}
