import type { Operation } from '../../http/operation.ts'
import { removeTotp } from '../../steps/removeTotp.ts'

/** Removes an authenticator app from the account. Whoever does it has just shown a second factor (`x-step-up`). */
export const deleteTotp: Operation<'deleteTotp'> = async (call, context) => {
  const refusal = await removeTotp(call.principal, call, context)
  return refusal === null ? call.reply(204) : call.refuse(refusal)
}
