import type { Operation } from '../../http/operation.ts'
import { withdrawConsent } from '../../steps/withdrawConsent.ts'

/** Takes back what the signed-in user agreed to, if anything; everything the app was given ends with it. */
export const revokeConsent: Operation<'revokeConsent'> = async (call, context) => {
  const refusal = await withdrawConsent(call.path.appId, call.principal.session, call, context)
  return refusal === null ? call.reply(204) : call.refuse(refusal)
}
