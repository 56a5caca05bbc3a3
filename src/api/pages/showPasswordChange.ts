import { minCharacters } from '../../domain/account/password.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows the page on which a password is changed. */
export const showPasswordChange: Operation<'showPasswordChange'> = async (call, context) => {
  const frame = frameAccount(call, context)
  const page = { wrong: null, minCharacters: minCharacters[context.config.profile] }
  const body = renderAccountPage('accountPassword', page, frame, call.view)
  return call.reply(200, body, { ...frame.headers, ...scriptPolicy })
}
