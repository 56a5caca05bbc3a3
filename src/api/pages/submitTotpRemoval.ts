import type { Operation } from '../../http/operation.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { removeTotp } from '../../steps/removeTotp.ts'

/** Removes an authenticator app by form. */
export const submitTotpRemoval: Operation<'submitTotpRemoval'> = async (call, context) => {
  const refusal = await removeTotp(call.principal, call, context)
  if (refusal !== null) return call.refuse(refusal)
  return call.reply(303, undefined, leaveNotice(call, 'totp_removed', '/account/two-factor', context))
}
