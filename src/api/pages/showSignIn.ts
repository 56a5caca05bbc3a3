import { makeFormToken } from '../../domain/browser/formToken.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { destinationOf } from '../../pages/appFace.ts'
import { renderSignInPage } from '../../pages/signInPage.ts'
import { offerPasskey } from '../../steps/offerPasskey.ts'
import { openGoal } from '../../steps/openGoal.ts'

/** Shows the sign-in page. */
export const showSignIn: Operation<'showSignIn'> = async (call, context) => {
  const { issuer, registration } = context.config
  const open = await openGoal(call.query, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { goal, waiting, browser, uiLocales } = open
  const page = {
    destination: destinationOf(waiting, issuer),
    goal,
    formToken: makeFormToken(browser.secret, { purpose: 'sign_in', subject: goal.transaction }),
    login: waiting?.transaction.parameters.login_hint ?? '',
    wrong: null,
    passkey: await offerPasskey(call.now, context),
    mayRegister: registration !== 'closed',
  }
  const { body, headers } = renderSignInPage(page, uiLocales, call.view)
  const cookie = browser.setCookie === null ? {} : { 'set-cookie': [browser.setCookie] }
  return call.reply(200, body, { ...headers, ...cookie })
}
