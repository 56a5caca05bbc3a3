import { makeFormToken } from '../../domain/browser/formToken.ts'
import { pageUri } from '../../domain/oauth/transaction.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountChoicePage } from '../../pages/accountChoicePage.ts'
import { faceOf } from '../../pages/appFace.ts'
import { findSignedIn } from '../../steps/findSignedIn.ts'
import { openSignIn } from '../../steps/openSignIn.ts'

/** Shows who is signed in, to be chosen for the app or not; the sign-in page where nobody is. */
export const showAccountChoice: Operation<'showAccountChoice'> = async (call, context) => {
  const { issuer } = context.config
  const open = await openSignIn(call.query.transaction, call, context)
  if (isRefusal(open)) return call.refuse(open)
  const { id, browserSecret, client, request, transaction } = open
  const signedIn = await findSignedIn(call, context)
  if (signedIn === null) return call.reply(303, undefined, { location: pageUri('signin', id, issuer) })
  const page = {
    face: faceOf(client, issuer),
    redirectUri: request.redirectUri,
    email: signedIn.user.email,
    session: signedIn.session.id,
    transaction: id,
    formToken: makeFormToken(browserSecret, { purpose: 'choose_account', subject: id }),
  }
  const { body, headers } = renderAccountChoicePage(page, transaction.parameters.ui_locales, call.view)
  return call.reply(200, body, headers)
}
