import { parseEmail } from '../../domain/account/email.ts'
import { keptLanguages } from '../../domain/account/mailOrder.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { orderEmailChange } from '../../steps/orderEmailChange.ts'

/** Has a link mailed to the address that the account is to have. */
export const changeEmail: Operation<'changeEmail'> = async (call, context) => {
  const email = parseEmail(call.body.email)
  if (email === null) return call.refuse(refuse('invalid_request', 'email must be a valid e-mail address'))
  const languages = keptLanguages(call.acceptLanguage)
  const refusal = await orderEmailChange(call.principal.user, email.email, languages, call.now, context)
  return refusal === null ? call.reply(200, { message: 'Confirmation email sent' }) : call.refuse(refusal)
}
