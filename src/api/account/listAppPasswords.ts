import { shownAppPassword } from '../../domain/account/appPassword.ts'
import type { Operation } from '../../http/operation.ts'

/** Lists the signed-in user's app passwords, newest first, never their text. They are one page. */
export const listAppPasswords: Operation<'listAppPasswords'> = async (call, context) => {
  const found = await context.store.appPasswords.list(call.principal.user.id)
  const shown = found.map(shownAppPassword)
  return call.reply(200, shown, { 'x-count': shown.length })
}
