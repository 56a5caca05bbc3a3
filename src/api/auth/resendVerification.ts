import { keptLanguages } from '../../domain/account/mailOrder.ts'
import type { Operation } from '../../http/operation.ts'
import { orderMail } from '../../steps/orderMail.ts'

/** Has another link mailed that confirms an address, if something waits for that. */
export const resendVerification: Operation<'resendVerification'> = async (call, context) => {
  const { email } = call.body
  await orderMail(
    { mail: 'resendVerification', email, acceptLanguage: keptLanguages(call.acceptLanguage) },
    call.now,
    context,
  )
  return call.reply(200, { message: 'Verification email sent' })
}
