import type { Operation } from '../../http/operation.ts'
import { resetPassword } from '../../steps/resetPassword.ts'

/** Replaces a forgotten password with the token of a mailed link. */
export const confirmPasswordReset: Operation<'confirmPasswordReset'> = async (call, context) => {
  const { token, password } = call.body
  const refusal = await resetPassword(
    { token, password, acceptLanguage: call.acceptLanguage },
    call.now,
    context,
  )
  return refusal === null ? call.reply(200, { message: 'Password changed' }) : call.refuse(refusal)
}
