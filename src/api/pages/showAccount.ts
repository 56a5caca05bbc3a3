import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { listLiveSessions } from '../../steps/listLiveSessions.ts'
import { readAccount } from '../../steps/readAccount.ts'

/** Shows the account of who is signed in in this browser. */
export const showAccount: Operation<'showAccount'> = async (call, context) => {
  const { user } = call.principal
  const account = await readAccount(user.id, context)
  if (isRefusal(account)) return call.refuse(account)
  const sessions = await listLiveSessions(user.id, call.now, context)
  const frame = frameAccount(call, context)
  const page = { account, sessions: sessions.length }
  return call.reply(200, renderAccountPage('account', page, frame, call.view), frame.headers)
}
