import { parseEmail } from '../../domain/account/email.ts'
import { keptLanguages } from '../../domain/account/mailOrder.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { orderEmailChange } from '../../steps/orderEmailChange.ts'

/** Has a link mailed to the address that an account is to have, by form. */
export const submitNewEmail: Operation<'submitNewEmail'> = async (call, context) => {
  const { email: typed = '' } = call.body
  const parsed = parseEmail(typed)
  const refusal =
    parsed === null
      ? refuse('invalid_request', 'email must be a valid e-mail address')
      : await orderEmailChange(
          call.principal.user,
          parsed.email,
          keptLanguages(call.acceptLanguage),
          call.now,
          context,
        )
  if (refusal === null)
    return call.reply(303, undefined, leaveNotice(call, 'email_requested', '/account/email', context))
  const page = { typed, wrong: parsed === null ? 'address' : 'often' } as const
  return call.refuse(refusal, {
    body: renderAccountPage('accountEmail', page, frameAccount(call, context), call.view),
  })
}
