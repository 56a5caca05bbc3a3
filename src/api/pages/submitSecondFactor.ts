import type { Context } from '../../context.ts'
import { askedFactor, foreseeChallenge } from '../../domain/account/mfa.ts'
import { browserChallenge, checkForm, makeFormToken } from '../../domain/browser/formToken.ts'
import { restartUri, withGoal } from '../../domain/browser/goal.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { hashSecret } from '../../domain/token/secret.ts'
import type { Call, Operation, Reply } from '../../http/operation.ts'
import { destinationOf } from '../../pages/appFace.ts'
import { lead } from '../../pages/lead.ts'
import { renderSecondFactorPage } from '../../pages/secondFactorPage.ts'
import { arrive } from '../../steps/arrive.ts'
import { completeSignIn } from '../../steps/completeSignIn.ts'
import { mailCode } from '../../steps/mailCode.ts'
import { offerFactors } from '../../steps/offerFactors.ts'
import { openGoal, type OpenGoal } from '../../steps/openGoal.ts'

/** Completes a sign-in with a code of the second factor, and goes on with what it was for; or has another code mailed. */
export const submitSecondFactor: Operation<'submitSecondFactor'> = async (call, context) => {
  const { form_token: formToken, code = '', action } = call.body
  const open = await openGoal(call.body, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { goal, browser, uiLocales } = open
  const presented = { ...call.formOrigin, formToken, browserSecret: browser.secret }
  const subject = { purpose: 'second_factor', subject: goal.transaction } as const
  const { issuer } = context.config
  const foreign = checkForm(presented, subject, issuer, restartUri('signin/code', goal, issuer))
  if (foreign !== null) return call.refuse(foreign)
  if (action === 'send_code') return sendAnother(call, open, context)
  const { address, now, userAgent } = call
  const token = browserChallenge(browser.secret, goal.transaction)
  const proven = await completeSignIn({ token, code, address, now, userAgent }, context)
  if (isRefusal(proven)) return refuseCode(call, open, proven, context)
  const arrival = await arrive(open, proven, call, context)
  if (isRefusal(arrival)) return call.refuse(arrival)
  const led = lead(arrival.next, uiLocales, call.view)
  const cookie = { 'set-cookie': [arrival.setCookie] }
  const reply =
    'location' in led
      ? call.reply(303, undefined, { ...led, ...cookie })
      : call.reply(200, led.body, { ...led.headers, ...cookie })
  return arrival.refusal === null ? reply : call.because(arrival.refusal, reply)
}

/** Only for somebody whose password was right: anybody else begins with it. */
async function sendAnother(
  call: Call<'submitSecondFactor'>,
  { goal, browser }: OpenGoal,
  context: Context,
): Promise<Reply<'submitSecondFactor'>> {
  const hash = hashSecret(browserChallenge(browser.secret, goal.transaction))
  const facts = foreseeChallenge(await context.store.mfaChallenges.find(hash), call.now)
  if (isRefusal(facts)) return toSignIn(call, goal, facts, context)
  if (askedFactor(facts.user) === 'email') await mailCode(facts.user, call, context)
  const location = `${context.config.issuer}${withGoal('/signin/code', goal, { step: 'sent' })}`
  return call.reply(303, undefined, { location })
}

/** The form again for a wrong code; the sign-in page where it has to begin with the password. */
async function refuseCode(
  call: Call<'submitSecondFactor'>,
  { goal, waiting, browser, uiLocales }: OpenGoal,
  refusal: Refusal,
  context: Context,
): Promise<Reply<'submitSecondFactor'>> {
  if (refusal.code === 'rate_limit_exceeded')
    return call.refuse({ ...refusal, page: { message: 'too_many_attempts' } })
  const hash = hashSecret(browserChallenge(browser.secret, goal.transaction))
  const facts = await context.store.mfaChallenges.find(hash)
  const offer = facts === null ? null : await offerFactors(facts.user, call.now, context)
  if (refusal.code === 'invalid_grant' || offer === null) return toSignIn(call, goal, refusal, context)
  const page = {
    destination: destinationOf(waiting, context.config.issuer),
    goal,
    formToken: call.body.form_token,
    passkeyToken: makeFormToken(browser.secret, { purpose: 'sign_in', subject: goal.transaction }),
    ...offer,
    isWrong: true,
    isSent: false,
  }
  return call.refuse(refusal, renderSecondFactorPage(page, uiLocales, call.view))
}

function toSignIn(
  call: Call<'submitSecondFactor'>,
  goal: OpenGoal['goal'],
  refusal: Refusal,
  { config }: Context,
): Reply<'submitSecondFactor'> {
  const location = `${config.issuer}${withGoal('/signin', goal)}`
  return call.because(refusal, call.reply(303, undefined, { location }))
}
