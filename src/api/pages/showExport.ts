import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows where somebody gets everything that is kept about them. */
export const showExport: Operation<'showExport'> = async (call, context) => {
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('accountExport', {}, frame, call.view), frame.headers)
}
