import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { tellFactors } from '../../steps/tellFactors.ts'

/** Shows what an account asks for after the password. */
export const showSecondFactors: Operation<'showSecondFactors'> = async (call, context) => {
  const page = await tellFactors(call.principal.user, context)
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('accountSecondFactor', page, frame, call.view), frame.headers)
}
