import type { Context } from '../../context.ts'
import { readAssertion } from '../../domain/account/assertion.ts'
import { askedFactor } from '../../domain/account/mfa.ts'
import { notAccepted } from '../../domain/account/passkeyLogin.ts'
import { checkMeans, type StepUpMeans } from '../../domain/account/stepUp.ts'
import { readCookie } from '../../domain/browser/cookie.ts'
import { checkForm } from '../../domain/browser/formToken.ts'
import { withGoal } from '../../domain/browser/goal.ts'
import { returnUri } from '../../domain/browser/returnPath.ts'
import type { SignedIn } from '../../domain/oauth/interaction.ts'
import { isRefusal, type Refusal } from '../../domain/refusal.ts'
import type { Call, Operation, Reply } from '../../http/operation.ts'
import { renderStepUpPage } from '../../pages/stepUpPage.ts'
import { findSignedIn } from '../../steps/findSignedIn.ts'
import { mailCode } from '../../steps/mailCode.ts'
import { noteActivity } from '../../steps/noteActivity.ts'
import { offerPasskey } from '../../steps/offerPasskey.ts'
import { proveAgain } from '../../steps/proveAgain.ts'

type StepUpCall = Call<'submitStepUp'>

/** Proves anew, in a session that goes on, who is signed in, and leads back to the page that asked for it. */
export const submitStepUp: Operation<'submitStepUp'> = async (call, context) => {
  const { issuer } = context.config
  const { form_token: formToken, return_to: returnTo = '' } = call.body
  const goal = { transaction: '', returnTo }
  const signedIn = await findSignedIn(call, context)
  if (signedIn === null)
    return call.reply(303, undefined, { location: `${issuer}${withGoal('/signin', goal)}` })
  const { session, user } = signedIn
  const browserSecret = readCookie('browser', call.cookies, issuer)
  const subject = { purpose: 'step_up', subject: session.id } as const
  const presented = { ...call.formOrigin, formToken, browserSecret }
  const foreign = checkForm(presented, subject, issuer, `${issuer}/signin/again`)
  if (foreign !== null) return call.refuse(foreign)
  const means = meansOf(call.body)
  const unfit = checkMeans(user, means)
  if (unfit !== null) return refuseForm(call, signedIn, means, unfit, context)
  if (means === 'send_code') {
    await mailCode(user, call, context)
    const location = `${issuer}${withGoal('/signin/again', goal, { step: 'sent' })}`
    return call.reply(303, undefined, { location })
  }
  const amr = await prove(call, signedIn, means, context)
  if (isRefusal(amr)) return refuseForm(call, signedIn, means, amr, context)
  if (!(await context.store.sessions.renew(session.id, amr, call.now)))
    return call.reply(303, undefined, { location: `${issuer}${withGoal('/signin', goal)}` })
  await noteActivity({ kind: 'stepped_up', userId: user.id, sessionId: session.id }, call, context)
  return call.reply(303, undefined, { location: returnUri(returnTo, issuer) ?? `${issuer}/account` })
}

function meansOf({ action, code, credential }: StepUpCall['body']): StepUpMeans {
  if (action === 'send_code') return 'send_code'
  if (credential !== undefined) return 'passkey'
  return code === undefined ? 'password' : 'code'
}

async function prove(
  { body, address, userAgent, now }: StepUpCall,
  signedIn: SignedIn,
  means: StepUpMeans,
  context: Context,
): Promise<readonly string[] | Refusal> {
  const who = { ...signedIn, address, userAgent, now }
  const { password = '', code = '', credential: text = '', challenge_id: challengeId = '' } = body
  if (means === 'code') return proveAgain({ ...who, code }, context)
  if (means !== 'passkey') return proveAgain({ ...who, password }, context)
  const credential = readAssertion(text)
  return credential === null
    ? notAccepted('the form holds no signed credential')
    : proveAgain({ ...who, passkey: { challengeId, credential } }, context)
}

/** The form again, with the reason beside the field. */
async function refuseForm(
  call: StepUpCall,
  { user }: SignedIn,
  means: StepUpMeans,
  refusal: Refusal,
  context: Context,
): Promise<Reply<'submitStepUp'>> {
  if (refusal.code === 'rate_limit_exceeded')
    return call.refuse({ ...refusal, page: { message: 'too_many_attempts' } })
  const page = {
    email: user.email,
    returnTo: call.body.return_to ?? '',
    formToken: call.body.form_token,
    factor: askedFactor(user) ?? 'password',
    wrong: means === 'send_code' ? null : means,
    isSent: false,
    passkey: await offerPasskey(call.now, context),
  } as const
  return call.refuse(refusal, renderStepUpPage(page, call.view))
}
