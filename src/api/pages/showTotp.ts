import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { totpPage } from '../../pages/totpPage.ts'
import { findPendingTotp } from '../../steps/findPendingTotp.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows the secret of an authenticator app that waits for its first code, or asks whether to make one. */
export const showTotp: Operation<'showTotp'> = async (call, context) => {
  const { user } = call.principal
  if (user.secondFactors.includes('totp'))
    return call.reply(303, undefined, { location: `${context.config.issuer}/account/two-factor` })
  const pending = await findPendingTotp(user, call.now, context)
  const page = totpPage(isRefusal(pending) ? null : pending)
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('accountTotp', page, frame, call.view), frame.headers)
}
