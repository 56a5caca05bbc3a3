import type { Operation } from '../../http/operation.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { removeAppPassword } from '../../steps/removeAppPassword.ts'

/** Deletes an app password by form. */
export const submitAppPasswordRemoval: Operation<'submitAppPasswordRemoval'> = async (call, context) => {
  const refusal = await removeAppPassword(call.path.appPasswordId, call.principal.session, call, context)
  if (refusal !== null) return call.refuse(refusal)
  const path = '/account/app-passwords'
  return call.reply(303, undefined, leaveNotice(call, 'app_password_removed', path, context))
}
