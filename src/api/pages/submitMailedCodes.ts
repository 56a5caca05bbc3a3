import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { switchEmailFactor } from '../../steps/switchEmailFactor.ts'
import { tellFactors } from '../../steps/tellFactors.ts'

/** Turns codes by mail on or off, by form. */
export const submitMailedCodes: Operation<'submitMailedCodes'> = async (call, context) => {
  const isOn = call.body.codes === 'on'
  const refusal = await switchEmailFactor(isOn, call.principal, call, context)
  if (refusal === null) {
    const name = isOn ? 'email_codes_on' : 'email_codes_off'
    return call.reply(303, undefined, leaveNotice(call, name, '/account/two-factor', context))
  }
  const page = await tellFactors(call.principal.user, context)
  return call.refuse(refusal, {
    body: renderAccountPage('accountSecondFactor', page, frameAccount(call, context), call.view),
  })
}
