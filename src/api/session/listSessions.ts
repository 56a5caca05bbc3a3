import { isSessionAlive } from '../../domain/account/session.ts'
import { sessionView } from '../../domain/account/sessionView.ts'
import type { Operation } from '../../http/operation.ts'

/** Lists the sessions of the signed-in user that go on, those used last first. They are few: all are one page. */
export const listSessions: Operation<'listSessions'> = async (call, context) => {
  const { user, session: current } = call.principal
  const { sessionIdleSeconds } = context.config.lifetimes
  const found = await context.store.sessions.listOpen(user.id, call.now)
  const shown = found
    .filter((session) => isSessionAlive(session, sessionIdleSeconds, call.now))
    .map((session) => sessionView(session, current.id))
  return call.reply(200, shown, { 'x-count': shown.length })
}
