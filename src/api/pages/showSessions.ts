import { sessionView } from '../../domain/account/sessionView.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { listLiveSessions } from '../../steps/listLiveSessions.ts'

/** Shows where somebody is signed in. */
export const showSessions: Operation<'showSessions'> = async (call, context) => {
  const { user, session: current } = call.principal
  const found = await listLiveSessions(user.id, call.now, context)
  const sessions = found.map((session) => sessionView(session, current.id))
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('accountSessions', { sessions }, frame, call.view), frame.headers)
}
