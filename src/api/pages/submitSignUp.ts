import type { Context } from '../../context.ts'
import { minCharacters, passwordProblem } from '../../domain/account/password.ts'
import { checkForm } from '../../domain/browser/formToken.ts'
import { rememberGoal, restartUri, withGoal } from '../../domain/browser/goal.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Call, Operation, Reply } from '../../http/operation.ts'
import { destinationOf } from '../../pages/appFace.ts'
import { lead } from '../../pages/lead.ts'
import { renderSignUpPage, type SignUpProblem } from '../../pages/signUpPage.ts'
import { arrive } from '../../steps/arrive.ts'
import { openAccount } from '../../steps/openAccount.ts'
import { openGoal, type OpenGoal } from '../../steps/openGoal.ts'

/**
 * Makes an account by form. Where addresses are verified it answers the same whether or not the address has one; elsewhere whoever
 * made one is signed in with it and goes on with what they came for.
 */
export const submitSignUp: Operation<'submitSignUp'> = async (call, context) => {
  const { now, acceptLanguage } = call
  const { issuer } = context.config
  const { form_token: formToken, login = '', password = '' } = call.body
  const open = await openGoal(call.body, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { goal, browser, uiLocales } = open
  const subject = { purpose: 'sign_up', subject: goal.transaction } as const
  const presented = { ...call.formOrigin, formToken, browserSecret: browser.secret }
  const restart = restartUri('signup', goal, issuer)
  const foreign = checkForm(presented, subject, issuer, restart)
  if (foreign !== null) return call.refuse(foreign)
  const opened = await openAccount({ email: login, password, now, acceptLanguage }, context)
  if (isRefusal(opened)) return refuseForm(call, open, opened, context)
  if (opened.isWaiting)
    return call.reply(303, undefined, {
      location: `${issuer}${withGoal('/signup', goal, { step: 'sent' })}`,
      'set-cookie': [rememberGoal(goal, issuer)],
    })
  const arrival = await arrive(open, { user: opened.user, amr: ['pwd'] }, call, context)
  if (isRefusal(arrival)) return call.refuse(arrival)
  const led = lead(arrival.next, uiLocales, call.view)
  const cookie = { 'set-cookie': [arrival.setCookie] }
  const reply =
    'location' in led
      ? call.reply(303, undefined, { ...led, ...cookie })
      : call.reply(200, led.body, { ...led.headers, ...cookie })
  return arrival.refusal === null ? reply : call.because(arrival.refusal, reply)
}

/** The form again, with the reason beside the field. */
function refuseForm(
  call: Call<'submitSignUp'>,
  { goal, waiting, uiLocales }: OpenGoal,
  refusal: Refusal,
  { config }: Context,
): Reply<'submitSignUp'> {
  if (refusal.code === 'registration_closed')
    return call.refuse(refusal, renderSignUpPage({ step: 'closed', goal }, uiLocales, call.view))
  const page = {
    step: 'form',
    goal,
    destination: destinationOf(waiting, config.issuer),
    formToken: call.body.form_token,
    login: call.body.login ?? '',
    minCharacters: minCharacters[config.profile],
    problem: problemOf(refusal),
  } as const
  return call.refuse(refusal, renderSignUpPage(page, uiLocales, call.view))
}

function problemOf(refusal: Refusal): SignUpProblem {
  if (refusal.code === 'account_exists') return 'taken'
  if (refusal.errors === undefined) return 'address'
  return passwordProblem(refusal)
}
