import { makeFormToken } from '../../domain/browser/formToken.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { renderEmailVerificationPage } from '../../pages/emailVerificationPage.ts'
import { findLink } from '../../steps/findLink.ts'
import { findOnward } from '../../steps/findOnward.ts'
import { knowBrowser } from '../../steps/knowBrowser.ts'

/** Shows where a mailed link leads: the form for the password of the registration. Uses nothing up. */
export const showEmailVerification: Operation<'showEmailVerification'> = async (call, context) => {
  const { token, step } = call.query
  if (step !== undefined) {
    const onward = await findOnward(call, context)
    return call.reply(200, renderEmailVerificationPage({ step, onward }, call.view))
  }
  const page = { message: 'link_useless', startAgainUri: `${context.config.issuer}/signin` } as const
  if (token === undefined)
    return call.refuse(refuse('invalid_request', 'The link has no token', undefined, { page }))
  const link = await findLink(token, 'verify_email', call.now, context)
  if (isRefusal(link)) return call.refuse({ ...link, page })
  const { secret, setCookie } = knowBrowser(call, context)
  const formToken = makeFormToken(secret, { purpose: 'email_verification', subject: token })
  const form = { step: 'password', formToken, token, isWrong: false } as const
  const html = renderEmailVerificationPage(form, call.view)
  const cookie = setCookie === null ? {} : { 'set-cookie': [setCookie] }
  return call.reply(200, html, { ...cookie, ...scriptPolicy })
}
