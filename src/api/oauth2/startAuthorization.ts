import type { Context } from '../../context.ts'
import { pageUri, storedParameters } from '../../domain/oauth/transaction.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { kindOfSecret } from '../../domain/token/secret.ts'
import type { Call, Operation, Reply } from '../../http/operation.ts'
import { lead, type Lead } from '../../pages/lead.ts'
import { adoptTransaction } from '../../steps/adoptTransaction.ts'
import { advanceAuthorization } from '../../steps/advanceAuthorization.ts'
import { answerAuthorization } from '../../steps/answerAuthorization.ts'
import { assessAuthorization } from '../../steps/assessAuthorization.ts'
import { findSignedIn } from '../../steps/findSignedIn.ts'
import { knowBrowser, type Browser } from '../../steps/knowBrowser.ts'
import { startTransaction } from '../../steps/startTransaction.ts'

type StartCall = Call<'startAuthorization'>

/** Starts an authorization in the browser, or goes on with one that came by form. */
export const startAuthorization: Operation<'startAuthorization'> = async (call, context) => {
  const { transaction } = call.query
  // A value that we did not make is an unknown parameter of the app's, and ignored.
  return transaction !== undefined && kindOfSecret(transaction) === 'transaction'
    ? goOn(transaction, call, context)
    : start(call, context)
}

async function start(call: StartCall, context: Context): Promise<Reply<'startAuthorization'>> {
  const { now } = call
  const { issuer } = context.config
  const parameters = storedParameters(call.query)
  const signedIn = await findSignedIn(call, context)
  const assessment = await assessAuthorization({ parameters, signedIn, startedAt: now }, now, context)
  if (isRefusal(assessment)) return call.refuse(assessment)
  if (assessment.outcome === 'finish' || assessment.outcome === 'fail') {
    const refusal = assessment.outcome === 'fail' ? assessment.refusal : null
    const errorUri = refusal === null ? undefined : call.errorUri(refusal)
    const answer = await answerAuthorization(assessment, parameters, now, context, errorUri)
    const reply = leadOn(call, lead(answer, parameters.ui_locales, call.view))
    return refusal === null ? reply : call.because(refusal, reply)
  }
  const browser = knowBrowser(call, context)
  const id = await startTransaction(parameters, browser.secret, now, context)
  const page = assessment.outcome === 'sign_in' ? assessment.by : 'consent'
  return leadOn(call, { location: pageUri(page, id, issuer) }, browser)
}

async function goOn(id: string, call: StartCall, context: Context): Promise<Reply<'startAuthorization'>> {
  const browser = knowBrowser(call, context)
  const open = await adoptTransaction(id, browser, call.now, context)
  if (isRefusal(open)) return call.refuse(open)
  const signedIn = await findSignedIn(call, context)
  const step = await advanceAuthorization(open, { signedIn }, call.now, context, call.errorUri)
  if (isRefusal(step)) return call.refuse(step)
  const { ui_locales: uiLocales } = open.transaction.parameters
  const reply = leadOn(call, lead(step.next, uiLocales, call.view), browser)
  return step.refusal === null ? reply : call.because(step.refusal, reply)
}

function leadOn(
  call: StartCall,
  led: Lead,
  { setCookie }: Pick<Browser, 'setCookie'> = { setCookie: null },
): Reply<'startAuthorization'> {
  const cookie = setCookie === null ? {} : { 'set-cookie': [setCookie] }
  return 'location' in led
    ? call.reply(303, undefined, { ...led, ...cookie })
    : call.reply(200, led.body, { ...led.headers, ...cookie })
}
