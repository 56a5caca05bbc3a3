import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows the page that asks for another address. */
export const showNewEmail: Operation<'showNewEmail'> = async (call, context) => {
  const frame = frameAccount(call, context)
  const page = { typed: '', wrong: null }
  return call.reply(200, renderAccountPage('accountEmail', page, frame, call.view), frame.headers)
}
