import { foreseeChallenge } from '../../domain/account/mfa.ts'
import { browserChallenge, makeFormToken } from '../../domain/browser/formToken.ts'
import { withGoal } from '../../domain/browser/goal.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { hashSecret } from '../../domain/token/secret.ts'
import type { Operation } from '../../http/operation.ts'
import { destinationOf } from '../../pages/appFace.ts'
import { renderSecondFactorPage } from '../../pages/secondFactorPage.ts'
import { offerFactors } from '../../steps/offerFactors.ts'
import { openGoal } from '../../steps/openGoal.ts'

/** Shows the page that asks for the second factor; without a password before it, the sign-in page. */
export const showSecondFactor: Operation<'showSecondFactor'> = async (call, context) => {
  const { issuer } = context.config
  const open = await openGoal(call.query, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { goal, waiting, browser, uiLocales } = open
  const hash = hashSecret(browserChallenge(browser.secret, goal.transaction))
  const facts = foreseeChallenge(await context.store.mfaChallenges.find(hash), call.now)
  const offer = isRefusal(facts) ? null : await offerFactors(facts.user, call.now, context)
  if (offer === null) return call.reply(303, undefined, { location: `${issuer}${withGoal('/signin', goal)}` })
  const page = {
    destination: destinationOf(waiting, issuer),
    goal,
    formToken: makeFormToken(browser.secret, { purpose: 'second_factor', subject: goal.transaction }),
    passkeyToken: makeFormToken(browser.secret, { purpose: 'sign_in', subject: goal.transaction }),
    ...offer,
    isWrong: false,
    isSent: call.query.step === 'sent',
  }
  const { body, headers } = renderSecondFactorPage(page, uiLocales, call.view)
  return call.reply(200, body, headers)
}
