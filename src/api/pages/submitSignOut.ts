import { clearCookie, readCookie } from '../../domain/browser/cookie.ts'
import { checkForm } from '../../domain/browser/formToken.ts'
import { logoutParameters } from '../../domain/oidc/logout.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { leadOut } from '../../pages/signOutPage.ts'
import { endSession } from '../../steps/endSession.ts'
import { openLogout } from '../../steps/openLogout.ts'

/** Signs out whoever is signed in in this browser, by their own word. */
export const submitSignOut: Operation<'submitSignOut'> = async (call, context) => {
  const { issuer } = context.config
  const { form_token: formToken } = call.body
  const browserSecret = readCookie('browser', call.cookies, issuer)
  const subject = { purpose: 'sign_out', subject: '' } as const
  const presented = { ...call.formOrigin, formToken, browserSecret }
  const foreign = checkForm(presented, subject, issuer, `${issuer}/signout`)
  if (foreign !== null) return call.refuse(foreign)
  const parameters = logoutParameters(call.body)
  const open = await openLogout(parameters, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { logout, signedIn } = open
  const clients = signedIn === null ? [] : await endSession(signedIn.session, call.now, context)
  const facts = { clients, sessionId: signedIn?.session.id ?? '', goOn: logout.redirectUri, issuer }
  const led = leadOut(facts, parameters.ui_locales, call.view)
  const cookie = { 'set-cookie': [clearCookie('session', issuer)] }
  return 'location' in led
    ? call.reply(303, undefined, { ...led, ...cookie })
    : call.reply(200, led.body, { ...led.headers, ...cookie })
}
