import { makeFormToken } from '../../domain/browser/formToken.ts'
import { scopeToConsent } from '../../domain/oauth/authorizationRequest.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { faceOf } from '../../pages/appFace.ts'
import { renderConsentPage } from '../../pages/consentPage.ts'
import { lead } from '../../pages/lead.ts'
import { advanceAuthorization } from '../../steps/advanceAuthorization.ts'
import { assessAuthorization } from '../../steps/assessAuthorization.ts'
import { findSignedIn } from '../../steps/findSignedIn.ts'
import { nameOwner } from '../../steps/nameOwner.ts'
import { openTransaction } from '../../steps/openTransaction.ts'

/** Shows the consent page, or goes on where there is nothing to decide any more. */
export const showConsent: Operation<'showConsent'> = async (call, context) => {
  const open = await openTransaction(call.query.transaction, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { id, browserSecret, transaction } = open
  const { parameters, createdAt } = transaction
  const signedIn = await findSignedIn(call, context)
  const stand = { parameters, signedIn, startedAt: createdAt }
  const assessment = await assessAuthorization(stand, call.now, context)
  if (isRefusal(assessment)) return call.refuse(assessment)
  if (assessment.outcome !== 'consent' || signedIn === null) {
    const step = await advanceAuthorization(open, { signedIn }, call.now, context, call.errorUri)
    if (isRefusal(step)) return call.refuse(step)
    const led = lead(step.next, parameters.ui_locales, call.view)
    const reply = 'location' in led ? call.reply(303, undefined, led) : call.reply(200, led.body, led.headers)
    return step.refusal === null ? reply : call.because(step.refusal, reply)
  }
  const { client, request } = assessment
  const page = {
    face: faceOf(client, context.config.issuer),
    isFirstParty: client.firstParty,
    ownerName: await nameOwner(client, context),
    redirectUri: request.redirectUri,
    scope: scopeToConsent(request),
    email: signedIn.user.email,
    session: signedIn.session.id,
    transaction: id,
    formToken: makeFormToken(browserSecret, { purpose: 'consent', subject: id }),
  }
  const { body, headers } = renderConsentPage(page, parameters.ui_locales, call.view)
  return call.reply(200, body, headers)
}
