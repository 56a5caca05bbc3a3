import type { Operation } from '../../http/operation.ts'
import { removeAppPassword } from '../../steps/removeAppPassword.ts'

/** Deletes an app password of the signed-in user: it and the sessions made from it open nothing any more. */
export const deleteAppPassword: Operation<'deleteAppPassword'> = async (call, context) => {
  const refusal = await removeAppPassword(call.path.appPasswordId, call.principal.session, call, context)
  return refusal === null ? call.reply(204) : call.refuse(refusal)
}
