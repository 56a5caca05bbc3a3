import { askedFactor, foreseeChallenge } from '../../domain/account/mfa.ts'
import { browserChallenge, makeFormToken } from '../../domain/browser/formToken.ts'
import { pageUri } from '../../domain/oauth/transaction.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { hashSecret } from '../../domain/token/secret.ts'
import type { Operation } from '../../http/operation.ts'
import { renderSecondFactorPage } from '../../pages/secondFactorPage.ts'
import { openSignIn } from '../../steps/openSignIn.ts'

/** Shows the page that asks for the second factor; without a password before it, the sign-in page. */
export const showSecondFactor: Operation<'showSecondFactor'> = async (call, context) => {
  const open = await openSignIn(call.query.transaction, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { id, browserSecret, client, request, transaction } = open
  const hash = hashSecret(browserChallenge(browserSecret, id))
  const facts = foreseeChallenge(await context.store.mfaChallenges.find(hash), call.now)
  const factor = isRefusal(facts) ? null : askedFactor(facts.user)
  if (factor === null)
    return call.reply(303, undefined, { location: pageUri('signin', id, context.config.issuer) })
  const page = {
    app: client.name,
    redirectUri: request.redirectUri,
    transaction: id,
    formToken: makeFormToken(browserSecret, { purpose: 'second_factor', subject: id }),
    factor,
    isWrong: false,
  }
  const { body, headers } = renderSecondFactorPage(page, transaction.parameters.ui_locales, call.view)
  return call.reply(200, body, headers)
}
