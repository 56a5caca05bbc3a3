import { makeFormToken } from '../../domain/browser/formToken.ts'
import type { Operation } from '../../http/operation.ts'
import { renderSignOutPage } from '../../pages/signOutPage.ts'
import { findSignedIn } from '../../steps/findSignedIn.ts'
import { knowBrowser } from '../../steps/knowBrowser.ts'

/** Asks whoever is signed in whether to sign out, or says that nobody is. */
export const showSignOut: Operation<'showSignOut'> = async (call, context) => {
  const signedIn = await findSignedIn(call, context)
  if (signedIn === null) {
    const page = { step: 'done', frames: [], goOn: null } as const
    const { body, headers } = renderSignOutPage(page, undefined, call.view)
    return call.reply(200, body, headers)
  }
  const { secret, setCookie } = knowBrowser(call, context)
  const formToken = makeFormToken(secret, { purpose: 'sign_out', subject: '' })
  const page = { step: 'ask', app: null, email: signedIn.user.email, formToken, parameters: {} } as const
  const { body, headers } = renderSignOutPage(page, undefined, call.view)
  return call.reply(200, body, { ...headers, ...(setCookie !== null && { 'set-cookie': [setCookie] }) })
}
