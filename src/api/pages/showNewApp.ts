import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { appForm } from '../../pages/appForm.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows the page on which an app is registered. */
export const showNewApp: Operation<'showNewApp'> = async (call, context) => {
  const frame = frameAccount(call, context)
  const page = { ...appForm(null), isFull: false }
  return call.reply(200, renderAccountPage('developerNewApp', page, frame, call.view), frame.headers)
}
