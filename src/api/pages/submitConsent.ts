import { checkForm } from '../../domain/browser/formToken.ts'
import { pageUri } from '../../domain/oauth/transaction.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { lead } from '../../pages/lead.ts'
import { advanceAuthorization } from '../../steps/advanceAuthorization.ts'
import { findSignedIn } from '../../steps/findSignedIn.ts'
import { openTransaction } from '../../steps/openTransaction.ts'

/** Takes the person's decision and leads back to the app. */
export const submitConsent: Operation<'submitConsent'> = async (call, context) => {
  const { issuer } = context.config
  const { transaction: id, form_token: formToken, session, shown_scope: shownScope, decision } = call.body
  const open = await openTransaction(id, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { browserSecret } = open
  const subject = { purpose: 'consent', subject: id } as const
  const asked = pageUri('consent', id, issuer)
  const foreign = checkForm({ ...call.formOrigin, formToken, browserSecret }, subject, issuer, asked)
  if (foreign !== null) return call.refuse(foreign)
  const signedIn = await findSignedIn(call, context)
  // Somebody else has signed in in this browser since the page was shown: whoever it is has not seen the question.
  const isSeen = signedIn?.session.id === session
  if (!isSeen) return call.reply(303, undefined, { location: asked })
  const given = { signedIn, consent: { decision, shownScope } }
  const step = await advanceAuthorization(open, given, call.now, context, call.errorUri)
  if (isRefusal(step)) return call.refuse(step)
  const led = lead(step.next, open.transaction.parameters.ui_locales, call.view)
  const reply = 'location' in led ? call.reply(303, undefined, led) : call.reply(200, led.body, led.headers)
  return step.refusal === null ? reply : call.because(step.refusal, reply)
}
