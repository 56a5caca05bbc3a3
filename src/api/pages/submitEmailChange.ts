import { readCookie } from '../../domain/browser/cookie.ts'
import { checkForm } from '../../domain/browser/formToken.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { renderEmailChangePage } from '../../pages/emailChangePage.ts'
import { confirmEmailChange } from '../../steps/confirmEmailChange.ts'

/** Confirms another address by form. */
export const submitEmailChange: Operation<'submitEmailChange'> = async (call, context) => {
  const { issuer } = context.config
  const { form_token: formToken, token, password = '' } = call.body
  const browserSecret = readCookie('browser', call.cookies, issuer)
  const subject = { purpose: 'email_change', subject: token } as const
  const foreign = checkForm({ ...call.formOrigin, formToken, browserSecret }, subject, issuer)
  if (foreign !== null) return call.refuse(foreign)
  const { address, userAgent, acceptLanguage, now } = call
  const confirmation = { token, password, address, userAgent, acceptLanguage, now }
  const user = await confirmEmailChange(confirmation, context)
  if (!isRefusal(user)) return call.reply(303, undefined, { location: `${issuer}/change-email?step=done` })
  if (user.code === 'invalid_grant') {
    const page = { message: 'link_useless', startAgainUri: `${issuer}/account/email` } as const
    return call.refuse({ ...user, page })
  }
  if (user.code === 'rate_limit_exceeded')
    return call.refuse({ ...user, page: { message: 'too_many_attempts' } })
  if (user.code !== 'invalid_credentials') return call.refuse(user)
  const page = { step: 'password', formToken, token, isWrong: true } as const
  return call.refuse(user, { body: renderEmailChangePage(page, call.view), headers: scriptPolicy })
}
