import type { Operation } from '../../http/operation.ts'
import { resetPassword } from '../../steps/resetPassword.ts'
import { warnOfPassword } from '../../steps/warnOfPassword.ts'

/** Replaces a forgotten password with the token of a mailed link. */
export const confirmPasswordReset: Operation<'confirmPasswordReset'> = async (call, context) => {
  const { token, password } = call.body
  const { acceptLanguage, address, userAgent, now } = call
  const refusal = await resetPassword({ token, password, acceptLanguage, address, userAgent }, now, context)
  if (refusal !== null) return call.refuse(refusal)
  return call.reply(200, { message: 'Password changed', ...(await warnOfPassword(password, context)) })
}
