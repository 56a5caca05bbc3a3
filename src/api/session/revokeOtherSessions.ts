import type { Operation } from '../../http/operation.ts'
import { endOtherSessions } from '../../steps/endOtherSessions.ts'

/** Ends every session of the signed-in user but the one that asks. */
export const revokeOtherSessions: Operation<'revokeOtherSessions'> = async (call, context) => {
  await endOtherSessions(call.principal.session, call, context)
  return call.reply(204)
}
