import type { Context } from '../../context.ts'
import { minCharacters } from '../../domain/account/password.ts'
import { makeFormToken } from '../../domain/browser/formToken.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Call, Operation } from '../../http/operation.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { renderPasswordResetPage, type PasswordResetPage } from '../../pages/passwordResetPage.ts'
import { findLink } from '../../steps/findLink.ts'
import { findOnward } from '../../steps/findOnward.ts'
import { knowBrowser } from '../../steps/knowBrowser.ts'

/** Shows the form for the address, or with a link's token that for the new password. Uses nothing up. */
export const showPasswordReset: Operation<'showPasswordReset'> = async (call, context) => {
  const { token, step, transaction = '' } = call.query
  if (step === 'sent') return call.reply(200, renderPasswordResetPage({ step, transaction }, call.view))
  if (step === 'changed') {
    const onward = await findOnward(call, context)
    return call.reply(200, renderPasswordResetPage({ step, onward }, call.view))
  }
  if (token !== undefined) {
    const link = await findLink(token, 'reset_password', call.now, context)
    const startAgainUri = `${context.config.issuer}/reset-password`
    if (isRefusal(link)) return call.refuse({ ...link, page: { message: 'link_useless', startAgainUri } })
  }
  const { secret, setCookie } = knowBrowser(call, context)
  const html = renderPasswordResetPage(pageOf(call, secret, context), call.view)
  const cookie = setCookie === null ? {} : { 'set-cookie': [setCookie] }
  return call.reply(200, html, token === undefined ? cookie : { ...cookie, ...scriptPolicy })
}

function pageOf(
  { query }: Call<'showPasswordReset'>,
  browserSecret: string,
  { config }: Context,
): PasswordResetPage {
  const { token, transaction = '' } = query
  const formToken = makeFormToken(browserSecret, { purpose: 'password_reset', subject: token ?? '' })
  const form = { transaction, formToken }
  return token === undefined
    ? { step: 'address', ...form, login: '', isWrong: false }
    : { step: 'password', ...form, token, minCharacters: minCharacters[config.profile], problem: null }
}
