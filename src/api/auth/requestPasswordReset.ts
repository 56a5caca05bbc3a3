import { keptLanguages } from '../../domain/account/mailOrder.ts'
import type { Operation } from '../../http/operation.ts'
import { orderMail } from '../../steps/orderMail.ts'

/** Has a link mailed that lets a forgotten password be replaced, if there is such an account. */
export const requestPasswordReset: Operation<'requestPasswordReset'> = async (call, context) => {
  const { email } = call.body
  await orderMail(
    { mail: 'resetPassword', email, acceptLanguage: keptLanguages(call.acceptLanguage) },
    call.now,
    context,
  )
  return call.reply(200, { message: 'Password reset email sent' })
}
