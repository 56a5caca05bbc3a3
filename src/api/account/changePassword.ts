import type { Operation } from '../../http/operation.ts'
import { replacePassword } from '../../steps/replacePassword.ts'
import { warnOfPassword } from '../../steps/warnOfPassword.ts'

/** Puts another password in the place of the present one, for whoever knows that. */
export const changePassword: Operation<'changePassword'> = async (call, context) => {
  const { current_password: current, new_password: next, end_app_passwords: ends = false } = call.body
  const replacement = { current, next, endsAppPasswords: ends }
  const refusal = await replacePassword(replacement, call.principal, call, context)
  if (refusal !== null) return call.refuse(refusal)
  return call.reply(200, {
    message: 'Password changed',
    ...(await warnOfPassword(next, context, 'new_password')),
  })
}
