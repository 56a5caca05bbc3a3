import { makeFormToken } from '../../domain/browser/formToken.ts'
import { withGoal } from '../../domain/browser/goal.ts'
import { askedFactor } from '../../domain/account/mfa.ts'
import type { Operation } from '../../http/operation.ts'
import { renderStepUpPage } from '../../pages/stepUpPage.ts'
import { findSignedIn } from '../../steps/findSignedIn.ts'
import { knowBrowser } from '../../steps/knowBrowser.ts'
import { offerPasskey } from '../../steps/offerPasskey.ts'

/** Asks once more who is signed in; the sign-in page where nobody is. */
export const showStepUp: Operation<'showStepUp'> = async (call, context) => {
  const { return_to: returnTo = '', step } = call.query
  const signedIn = await findSignedIn(call, context)
  if (signedIn === null) {
    const location = `${context.config.issuer}${withGoal('/signin', { transaction: '', returnTo })}`
    return call.reply(303, undefined, { location })
  }
  const { user, session } = signedIn
  const { secret, setCookie } = knowBrowser(call, context)
  const page = {
    email: user.email,
    returnTo,
    formToken: makeFormToken(secret, { purpose: 'step_up', subject: session.id }),
    factor: askedFactor(user) ?? 'password',
    wrong: null,
    isSent: step === 'sent',
    passkey: await offerPasskey(call.now, context),
  } as const
  const { body, headers } = renderStepUpPage(page, call.view)
  return call.reply(200, body, { ...headers, ...(setCookie !== null && { 'set-cookie': [setCookie] }) })
}
