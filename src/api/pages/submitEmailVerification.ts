import { readCookie } from '../../domain/browser/cookie.ts'
import { checkForm } from '../../domain/browser/formToken.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { renderEmailVerificationPage } from '../../pages/emailVerificationPage.ts'
import { verifyEmail } from '../../steps/verifyEmail.ts'

/** Confirms an address by form. */
export const submitEmailVerification: Operation<'submitEmailVerification'> = async (call, context) => {
  const { issuer } = context.config
  const { form_token: formToken, token, password = '' } = call.body
  const browserSecret = readCookie('browser', call.cookies, issuer)
  const subject = { purpose: 'email_verification', subject: token } as const
  const foreign = checkForm({ ...call.formOrigin, formToken, browserSecret }, subject, issuer)
  if (foreign !== null) return call.refuse(foreign)
  const user = await verifyEmail({ token, password, address: call.address }, call.now, context)
  if (!isRefusal(user)) return call.reply(303, undefined, { location: `${issuer}/verify-email?step=done` })
  if (user.code === 'invalid_grant') {
    const page = { message: 'link_useless', startAgainUri: `${issuer}/signin` } as const
    return call.refuse({ ...user, page })
  }
  if (user.code === 'rate_limit_exceeded')
    return call.refuse({ ...user, page: { message: 'too_many_attempts' } })
  if (user.code !== 'invalid_credentials') return call.refuse(user)
  const page = { step: 'password', formToken, token, isWrong: true } as const
  return call.refuse(user, { body: renderEmailVerificationPage(page, call.view), headers: scriptPolicy })
}
