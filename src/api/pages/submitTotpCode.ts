import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { totpPage } from '../../pages/totpPage.ts'
import { confirmTotp } from '../../steps/confirmTotp.ts'
import { findPendingTotp } from '../../steps/findPendingTotp.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Takes an authenticator app into use, by form; the next page shows the recovery codes. */
export const submitTotpCode: Operation<'submitTotpCode'> = async (call, context) => {
  const used = await confirmTotp(call.body.code ?? '', call.principal, call, context)
  if (!isRefusal(used)) {
    const path = '/account/two-factor/recovery-codes'
    return call.reply(303, undefined, leaveNotice(call, 'totp_added', path, context, used.codes.join('\n')))
  }
  if (used.code === 'rate_limit_exceeded')
    return call.refuse({ ...used, page: { message: 'too_many_attempts' } })
  const pending = await findPendingTotp(call.principal.user, call.now, context)
  // The secret waited too long, or somebody else has used it: the page begins again.
  if (isRefusal(pending))
    return call.reply(303, undefined, { location: `${context.config.issuer}/account/two-factor/totp` })
  const page = totpPage(pending, true)
  return call.refuse(used, {
    body: renderAccountPage('accountTotp', page, frameAccount(call, context), call.view),
  })
}
