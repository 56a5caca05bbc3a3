import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { tellFactors } from '../../steps/tellFactors.ts'

/** Shows how many recovery codes are left; right after new ones were made, the codes. */
export const showRecoveryCodes: Operation<'showRecoveryCodes'> = async (call, context) => {
  const { recoveryCodes, totp, mailed } = await tellFactors(call.principal.user, context)
  const page = { recoveryCodes, hasFactor: totp || mailed }
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('accountRecoveryCodes', page, frame, call.view), frame.headers)
}
