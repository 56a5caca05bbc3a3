import { makeFormToken } from '../../domain/browser/formToken.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { faceOf } from '../../pages/appFace.ts'
import { renderSignInPage } from '../../pages/signInPage.ts'
import { openSignIn } from '../../steps/openSignIn.ts'

/** Shows the sign-in page. */
export const showSignIn: Operation<'showSignIn'> = async (call, context) => {
  const open = await openSignIn(call.query.transaction, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { id, browserSecret, client, request } = open
  const { login_hint: login = '', ui_locales: uiLocales } = open.transaction.parameters
  const page = {
    face: faceOf(client, context.config.issuer),
    redirectUri: request.redirectUri,
    transaction: id,
    formToken: makeFormToken(browserSecret, { purpose: 'sign_in', subject: id }),
    login,
    isWrong: false,
  }
  const { body, headers } = renderSignInPage(page, uiLocales, call.view)
  return call.reply(200, body, headers)
}
