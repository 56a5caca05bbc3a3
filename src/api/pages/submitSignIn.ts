import { checkForm } from '../../domain/browser/formToken.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderSignInPage } from '../../pages/signInPage.ts'
import { advanceAuthorization } from '../../steps/advanceAuthorization.ts'
import { openSignIn } from '../../steps/openSignIn.ts'
import { provePassword } from '../../steps/provePassword.ts'
import { startBrowserSession } from '../../steps/startBrowserSession.ts'

/** Signs somebody in with a password, for an authorization that this browser has started, and goes on with it. */
export const submitSignIn: Operation<'submitSignIn'> = async (call, context) => {
  const { address, now, formOrigin } = call
  const { transaction: id, form_token: formToken, login = '', password = '' } = call.body
  const open = await openSignIn(id, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { browserSecret, client, request, transaction } = open
  const subject = { purpose: 'sign_in', subject: id } as const
  const foreign = checkForm({ ...formOrigin, formToken, browserSecret }, subject, context.config.issuer)
  if (foreign !== null) return call.refuse(foreign)
  const user = await provePassword({ email: login, password, address, now }, context)
  if (isRefusal(user) && user.code === 'rate_limit_exceeded')
    return call.refuse({ ...user, page: { message: 'too_many_attempts' } })
  if (isRefusal(user)) {
    const page = {
      app: client.name,
      redirectUri: request.redirectUri,
      transaction: id,
      formToken,
      login,
      isWrong: true,
    }
    return call.refuse(user, renderSignInPage(page, transaction.parameters.ui_locales, call.acceptLanguage))
  }
  const { signedIn, setCookie } = await startBrowserSession(user, ['pwd'], call, context)
  const step = await advanceAuthorization(open, { signedIn }, now, context, call.errorUri)
  if (isRefusal(step)) return call.refuse(step)
  const reply = call.reply(303, undefined, { location: step.location, 'set-cookie': [setCookie] })
  return step.refusal === null ? reply : call.because(step.refusal, reply)
}
