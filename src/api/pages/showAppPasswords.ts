import { shownAppPassword } from '../../domain/account/appPassword.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows somebody's app passwords; right after one was made, its text. */
export const showAppPasswords: Operation<'showAppPasswords'> = async (call, context) => {
  const found = await context.store.appPasswords.list(call.principal.user.id)
  const page = { appPasswords: found.map(shownAppPassword) }
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('accountAppPasswords', page, frame, call.view), frame.headers)
}
