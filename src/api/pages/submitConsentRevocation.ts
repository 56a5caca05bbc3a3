import type { Operation } from '../../http/operation.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { withdrawConsent } from '../../steps/withdrawConsent.ts'

/** Takes back what somebody agreed to, by form. */
export const submitConsentRevocation: Operation<'submitConsentRevocation'> = async (call, context) => {
  const refusal = await withdrawConsent(call.path.appId, call.principal.session, call, context)
  if (refusal !== null) return call.refuse(refusal)
  return call.reply(303, undefined, leaveNotice(call, 'consent_revoked', '/account/connected-apps', context))
}
