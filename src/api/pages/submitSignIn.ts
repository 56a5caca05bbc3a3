import { browserChallenge, checkForm } from '../../domain/browser/formToken.ts'
import { pageUri } from '../../domain/oauth/transaction.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { faceOf } from '../../pages/appFace.ts'
import { renderSignInPage } from '../../pages/signInPage.ts'
import { lead } from '../../pages/lead.ts'
import { advanceAuthorization } from '../../steps/advanceAuthorization.ts'
import { openSignIn } from '../../steps/openSignIn.ts'
import { signIn } from '../../steps/signIn.ts'
import { startBrowserSession } from '../../steps/startBrowserSession.ts'

/** Signs somebody in with a password, for an authorization that this browser has started, and goes on with it. */
export const submitSignIn: Operation<'submitSignIn'> = async (call, context) => {
  const { address, now, formOrigin, acceptLanguage, userAgent } = call
  const { transaction: id, form_token: formToken, login = '', password = '' } = call.body
  const open = await openSignIn(id, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { browserSecret, client, request, transaction } = open
  const subject = { purpose: 'sign_in', subject: id } as const
  const foreign = checkForm({ ...formOrigin, formToken, browserSecret }, subject, context.config.issuer)
  if (foreign !== null) return call.refuse(foreign)
  const challengeToken = browserChallenge(browserSecret, id)
  const proof = { email: login, password, address, now, acceptLanguage, userAgent, challengeToken }
  const proven = await signIn(proof, context)
  if (isRefusal(proven) && proven.code === 'rate_limit_exceeded')
    return call.refuse({ ...proven, page: { message: 'too_many_attempts' } })
  if (isRefusal(proven) && proven.code === 'mfa_required') {
    const location = pageUri('signin/code', id, context.config.issuer)
    return call.because(proven, call.reply(303, undefined, { location }))
  }
  if (isRefusal(proven)) {
    const page = {
      face: faceOf(client, context.config.issuer),
      redirectUri: request.redirectUri,
      transaction: id,
      formToken,
      login,
      isWrong: true,
    }
    return call.refuse(proven, renderSignInPage(page, transaction.parameters.ui_locales, call.view))
  }
  const { signedIn, setCookie } = await startBrowserSession(proven.user, proven.amr, call, context)
  const step = await advanceAuthorization(open, { signedIn }, now, context, call.errorUri)
  if (isRefusal(step)) return call.refuse(step)
  const led = lead(step.next, transaction.parameters.ui_locales, call.view)
  const cookie = { 'set-cookie': [setCookie] }
  const reply =
    'location' in led
      ? call.reply(303, undefined, { ...led, ...cookie })
      : call.reply(200, led.body, { ...led.headers, ...cookie })
  return step.refusal === null ? reply : call.because(step.refusal, reply)
}
