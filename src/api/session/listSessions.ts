import { sessionView } from '../../domain/account/sessionView.ts'
import type { Operation } from '../../http/operation.ts'
import { listLiveSessions } from '../../steps/listLiveSessions.ts'

/** Lists the sessions of the signed-in user that go on, those used last first. They are few: all are one page. */
export const listSessions: Operation<'listSessions'> = async (call, context) => {
  const { user, session: current } = call.principal
  const found = await listLiveSessions(user.id, call.now, context)
  const shown = found.map((session) => sessionView(session, current.id))
  return call.reply(200, shown, { 'x-count': shown.length })
}
