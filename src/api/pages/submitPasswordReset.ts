import type { Context } from '../../context.ts'
import { parseEmail } from '../../domain/account/email.ts'
import { keptLanguages } from '../../domain/account/mailOrder.ts'
import { minCharacters, passwordProblem } from '../../domain/account/password.ts'
import { readCookie } from '../../domain/browser/cookie.ts'
import { checkForm } from '../../domain/browser/formToken.ts'
import { rememberGoal } from '../../domain/browser/goal.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Call, Operation, Reply } from '../../http/operation.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { renderPasswordResetPage } from '../../pages/passwordResetPage.ts'
import { orderMail } from '../../steps/orderMail.ts'
import { resetPassword } from '../../steps/resetPassword.ts'

type ResetCall = Call<'submitPasswordReset'>

/** Has a link mailed, or with the token of one changes the password. */
export const submitPasswordReset: Operation<'submitPasswordReset'> = async (call, context) => {
  const { issuer } = context.config
  const { form_token: formToken, token = '' } = call.body
  const browserSecret = readCookie('browser', call.cookies, issuer)
  const subject = { purpose: 'password_reset', subject: token } as const
  const presented = { ...call.formOrigin, formToken, browserSecret }
  const foreign = checkForm(presented, subject, issuer, `${issuer}/reset-password`)
  if (foreign !== null) return call.refuse(foreign)
  return token === '' ? orderLink(call, context) : changePassword(token, call, context)
}

async function orderLink(call: ResetCall, context: Context): Promise<Reply<'submitPasswordReset'>> {
  const { form_token: formToken, login = '', transaction = '' } = call.body
  const email = parseEmail(login)
  if (email === null) {
    const page = { step: 'address', transaction, formToken, login, isWrong: true } as const
    const refusal = refuse('invalid_request', 'login must be a valid e-mail address')
    return call.refuse(refusal, { body: renderPasswordResetPage(page, call.view) })
  }
  const acceptLanguage = keptLanguages(call.acceptLanguage)
  await orderMail({ mail: 'resetPassword', email: email.email, acceptLanguage }, call.now, context)
  const goal = { transaction, returnTo: '' }
  return done('sent', call, context, [rememberGoal(goal, context.config.issuer)])
}

async function changePassword(
  token: string,
  call: ResetCall,
  context: Context,
): Promise<Reply<'submitPasswordReset'>> {
  const { form_token: formToken, password = '', transaction = '' } = call.body
  const { acceptLanguage, address, userAgent, now } = call
  const reset = { token, password, acceptLanguage, address, userAgent }
  const refusal = await resetPassword(reset, now, context)
  if (refusal === null) return done('changed', call, context)
  if (refusal.code === 'invalid_grant') {
    const startAgainUri = `${context.config.issuer}/reset-password`
    return call.refuse({ ...refusal, page: { message: 'link_useless', startAgainUri } })
  }
  const rule = { minCharacters: minCharacters[context.config.profile], problem: passwordProblem(refusal) }
  const page = { step: 'password', transaction, formToken, token, ...rule } as const
  return call.refuse(refusal, { body: renderPasswordResetPage(page, call.view), headers: scriptPolicy })
}

/** A page that may be reloaded: nothing is sent twice. */
function done(
  step: 'sent' | 'changed',
  call: ResetCall,
  { config }: Context,
  setCookie: readonly string[] = [],
): Reply<'submitPasswordReset'> {
  const { transaction } = call.body
  const query = new URLSearchParams({ step, ...(transaction !== undefined && { transaction }) })
  const location = `${config.issuer}/reset-password?${query}`
  const isRemembered = setCookie.length > 0
  return call.reply(303, undefined, { location, ...(isRemembered && { 'set-cookie': [...setCookie] }) })
}
