import { checkForm } from '../../domain/browser/formToken.ts'
import { pageUri } from '../../domain/oauth/transaction.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { lead } from '../../pages/lead.ts'
import { advanceAuthorization } from '../../steps/advanceAuthorization.ts'
import { chooseAccount } from '../../steps/chooseAccount.ts'
import { findSignedIn } from '../../steps/findSignedIn.ts'
import { openSignIn } from '../../steps/openSignIn.ts'

/** Takes the account that is signed in for the app, and goes on. */
export const submitAccountChoice: Operation<'submitAccountChoice'> = async (call, context) => {
  const { issuer } = context.config
  const { transaction: id, form_token: formToken, session } = call.body
  const open = await openSignIn(id, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { browserSecret } = open
  const subject = { purpose: 'choose_account', subject: id } as const
  const asked = pageUri('signin/accounts', id, issuer)
  const foreign = checkForm({ ...call.formOrigin, formToken, browserSecret }, subject, issuer, asked)
  if (foreign !== null) return call.refuse(foreign)
  const signedIn = await findSignedIn(call, context)
  // Somebody else has signed in in this browser since the page was shown.
  if (signedIn === null || signedIn.session.id !== session)
    return call.reply(303, undefined, { location: asked })
  const chosen = await chooseAccount(open, call.now, context)
  if (isRefusal(chosen)) return call.refuse(chosen)
  const step = await advanceAuthorization(chosen, { signedIn }, call.now, context, call.errorUri)
  if (isRefusal(step)) return call.refuse(step)
  const led = lead(step.next, open.transaction.parameters.ui_locales, call.view)
  const reply = 'location' in led ? call.reply(303, undefined, led) : call.reply(200, led.body, led.headers)
  return step.refusal === null ? reply : call.because(step.refusal, reply)
}
