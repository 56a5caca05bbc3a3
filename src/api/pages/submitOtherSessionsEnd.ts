import type { Operation } from '../../http/operation.ts'
import { endOtherSessions } from '../../steps/endOtherSessions.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Ends every session of somebody but that of this browser, by form. */
export const submitOtherSessionsEnd: Operation<'submitOtherSessionsEnd'> = async (call, context) => {
  await endOtherSessions(call.principal.session, call, context)
  return call.reply(303, undefined, leaveNotice(call, 'sessions_ended', '/account/sessions', context))
}
