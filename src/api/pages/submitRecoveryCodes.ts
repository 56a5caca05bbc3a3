import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { replaceRecoveryCodes } from '../../steps/replaceRecoveryCodes.ts'

/** Makes recovery codes that replace all others, by form; the next page shows them. */
export const submitRecoveryCodes: Operation<'submitRecoveryCodes'> = async (call, context) => {
  const codes = await replaceRecoveryCodes(call.principal.session, call, context)
  if (!isRefusal(codes)) {
    const path = '/account/two-factor/recovery-codes'
    return call.reply(
      303,
      undefined,
      leaveNotice(call, 'recovery_codes_made', path, context, codes.join('\n')),
    )
  }
  const page = { recoveryCodes: 0, hasFactor: false }
  return call.refuse(codes, {
    body: renderAccountPage('accountRecoveryCodes', page, frameAccount(call, context), call.view),
  })
}
