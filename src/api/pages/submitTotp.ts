import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { beginTotp } from '../../steps/beginTotp.ts'

/** Makes the secret of an authenticator app, by form; the next page shows it. */
export const submitTotp: Operation<'submitTotp'> = async (call, context) => {
  const begun = await beginTotp(call.principal.user.id, call.now, context)
  if (isRefusal(begun)) return call.refuse(begun)
  return call.reply(303, undefined, { location: `${context.config.issuer}/account/two-factor/totp` })
}
