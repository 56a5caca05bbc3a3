import { readAssertion } from '../../domain/account/assertion.ts'
import { notAccepted } from '../../domain/account/passkeyLogin.ts'
import { checkForm } from '../../domain/browser/formToken.ts'
import { restartUri } from '../../domain/browser/goal.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { destinationOf } from '../../pages/appFace.ts'
import { lead } from '../../pages/lead.ts'
import { renderSignInPage } from '../../pages/signInPage.ts'
import { arrive } from '../../steps/arrive.ts'
import { offerPasskey } from '../../steps/offerPasskey.ts'
import { openGoal } from '../../steps/openGoal.ts'
import { provePasskey } from '../../steps/provePasskey.ts'

/** Signs somebody in with a passkey, which is two factors in one, and goes on with what they came for. */
export const submitPasskeySignIn: Operation<'submitPasskeySignIn'> = async (call, context) => {
  const { now, formOrigin } = call
  const { issuer, registration } = context.config
  const { form_token: formToken, challenge_id: challengeId = '', credential: text = '' } = call.body
  const open = await openGoal(call.body, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { goal, waiting, browser, uiLocales } = open
  const subject = { purpose: 'sign_in', subject: goal.transaction } as const
  const presented = { ...formOrigin, formToken, browserSecret: browser.secret }
  const restart = restartUri('signin', goal, issuer)
  const foreign = checkForm(presented, subject, issuer, restart)
  if (foreign !== null) return call.refuse(foreign)
  const credential = readAssertion(text)
  const proven =
    credential === null
      ? notAccepted('the form holds no signed credential')
      : await provePasskey({ challengeId, credential, now }, context)
  if (isRefusal(proven)) {
    const passkey = await offerPasskey(now, context)
    const destination = destinationOf(waiting, issuer)
    const mayRegister = registration !== 'closed'
    const page = { destination, goal, formToken, login: '', wrong: 'passkey', passkey, mayRegister } as const
    return call.refuse(proven, renderSignInPage(page, uiLocales, call.view))
  }
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
