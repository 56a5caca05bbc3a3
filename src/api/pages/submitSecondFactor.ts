import type { Context } from '../../context.ts'
import { askedFactor } from '../../domain/account/mfa.ts'
import { browserChallenge, checkForm } from '../../domain/browser/formToken.ts'
import { pageUri } from '../../domain/oauth/transaction.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import { hashSecret } from '../../domain/token/secret.ts'
import type { Call, Operation, Reply } from '../../http/operation.ts'
import { lead } from '../../pages/lead.ts'
import { renderSecondFactorPage } from '../../pages/secondFactorPage.ts'
import { advanceAuthorization } from '../../steps/advanceAuthorization.ts'
import { completeSignIn } from '../../steps/completeSignIn.ts'
import { openSignIn, type OpenSignIn } from '../../steps/openSignIn.ts'
import { startBrowserSession } from '../../steps/startBrowserSession.ts'

/** Completes a sign-in with a code of the second factor, and goes on with the authorization it was for. */
export const submitSecondFactor: Operation<'submitSecondFactor'> = async (call, context) => {
  const { issuer } = context.config
  const { transaction: id, form_token: formToken, code = '' } = call.body
  const open = await openSignIn(id, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { browserSecret } = open
  const subject = { purpose: 'second_factor', subject: id } as const
  const foreign = checkForm({ ...call.formOrigin, formToken, browserSecret }, subject, issuer)
  if (foreign !== null) return call.refuse(foreign)
  const { address, now, userAgent } = call
  const token = browserChallenge(browserSecret, id)
  const proven = await completeSignIn({ token, code, address, now, userAgent }, context)
  if (isRefusal(proven)) return refuseCode(call, open, proven, context)
  const { signedIn, setCookie } = await startBrowserSession(proven.user, proven.amr, call, context)
  const step = await advanceAuthorization(open, { signedIn }, now, context, call.errorUri)
  if (isRefusal(step)) return call.refuse(step)
  const led = lead(step.next, open.transaction.parameters.ui_locales, call.view)
  const cookie = { 'set-cookie': [setCookie] }
  const reply =
    'location' in led
      ? call.reply(303, undefined, { ...led, ...cookie })
      : call.reply(200, led.body, { ...led.headers, ...cookie })
  return step.refusal === null ? reply : call.because(step.refusal, reply)
}

/** The form again for a wrong code; the sign-in page where it has to begin with the password. */
async function refuseCode(
  call: Call<'submitSecondFactor'>,
  { id, browserSecret, client, request, transaction }: OpenSignIn,
  refusal: Refusal,
  { store, config }: Context,
): Promise<Reply<'submitSecondFactor'>> {
  if (refusal.code === 'rate_limit_exceeded')
    return call.refuse({ ...refusal, page: { message: 'too_many_attempts' } })
  if (refusal.code === 'invalid_grant')
    return call.because(
      refusal,
      call.reply(303, undefined, { location: pageUri('signin', id, config.issuer) }),
    )
  const facts = await store.mfaChallenges.find(hashSecret(browserChallenge(browserSecret, id)))
  const page = {
    app: client.name,
    redirectUri: request.redirectUri,
    transaction: id,
    formToken: call.body.form_token,
    factor: (facts && askedFactor(facts.user)) ?? 'totp',
    isWrong: true,
  }
  return call.refuse(refusal, renderSecondFactorPage(page, transaction.parameters.ui_locales, call.view))
}
