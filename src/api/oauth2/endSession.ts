import { clearCookie } from '../../domain/browser/cookie.ts'
import { makeFormToken } from '../../domain/browser/formToken.ts'
import { logoutParameters } from '../../domain/oidc/logout.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { leadOut, renderSignOutPage } from '../../pages/signOutPage.ts'
import { endSession as end } from '../../steps/endSession.ts'
import { knowBrowser } from '../../steps/knowBrowser.ts'
import { openLogout } from '../../steps/openLogout.ts'

/** Signs a person out whom an app sends, or asks them first. */
export const endSession: Operation<'endSession'> = async (call, context) => {
  const { issuer } = context.config
  const parameters = logoutParameters(call.query)
  const open = await openLogout(parameters, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { logout, signedIn, app } = open
  if (logout.outcome === 'ask' && signedIn !== null) {
    const { secret, setCookie } = knowBrowser(call, context)
    const formToken = makeFormToken(secret, { purpose: 'sign_out', subject: '' })
    const page = { step: 'ask', app, email: signedIn.user.email, formToken, parameters } as const
    const { body, headers } = renderSignOutPage(page, parameters.ui_locales, call.view)
    return call.reply(200, body, { ...headers, ...(setCookie !== null && { 'set-cookie': [setCookie] }) })
  }
  const clients = signedIn === null ? [] : await end(signedIn.session, call.now, context)
  const facts = { clients, sessionId: signedIn?.session.id ?? '', goOn: logout.redirectUri, issuer }
  const led = leadOut(facts, parameters.ui_locales, call.view)
  const cookie = { 'set-cookie': [clearCookie('session', issuer)] }
  return 'location' in led
    ? call.reply(303, undefined, { ...led, ...cookie })
    : call.reply(200, led.body, { ...led.headers, ...cookie })
}
