import { clearCookie } from '../../domain/browser/cookie.ts'
import type { Operation } from '../../http/operation.ts'
import { renderDeletedPage } from '../../pages/accountPage.ts'
import { takeNotice } from '../../steps/takeNotice.ts'

/** Says that an account is deleted, or when it will be. */
export const showDeleted: Operation<'showDeleted'> = async (call, context) => {
  const notice = takeNotice(call, { path: '/account/closed', sessionId: null }, context)
  const headers = notice === null ? {} : { 'set-cookie': [clearCookie('notice', context.config.issuer)] }
  return call.reply(200, renderDeletedPage(notice, call.view), headers)
}
