import type { Operation } from '../../http/operation.ts'
import { endOwnSession } from '../../steps/endOwnSession.ts'

/** Ends one of the signed-in user's sessions: a device that was lost, say. */
export const revokeSession: Operation<'revokeSession'> = async (call, context) => {
  const refusal = await endOwnSession(call.principal.user.id, call.path.sessionId, call, context)
  return refusal === null ? call.reply(204) : call.refuse(refusal)
}
