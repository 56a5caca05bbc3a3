import { minCharacters } from '../../domain/account/password.ts'
import { makeFormToken } from '../../domain/browser/formToken.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { destinationOf } from '../../pages/appFace.ts'
import { renderSignUpPage } from '../../pages/signUpPage.ts'
import { openGoal } from '../../steps/openGoal.ts'

/** Shows the page on which an account is made, or says that nobody makes one here. */
export const showSignUp: Operation<'showSignUp'> = async (call, context) => {
  const { issuer, registration, profile } = context.config
  const open = await openGoal(call.query, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { goal, waiting, browser, uiLocales } = open
  const step = registration === 'closed' ? 'closed' : (call.query.step ?? 'form')
  if (step !== 'form') {
    const { body, headers } = renderSignUpPage({ step, goal }, uiLocales, call.view)
    return call.reply(200, body, headers)
  }
  const page = {
    step,
    goal,
    destination: destinationOf(waiting, issuer),
    formToken: makeFormToken(browser.secret, { purpose: 'sign_up', subject: goal.transaction }),
    login: waiting?.transaction.parameters.login_hint ?? '',
    minCharacters: minCharacters[profile],
    problem: null,
  } as const
  const { body, headers } = renderSignUpPage(page, uiLocales, call.view)
  const cookie = browser.setCookie === null ? {} : { 'set-cookie': [browser.setCookie] }
  return call.reply(200, body, { ...headers, ...cookie })
}
