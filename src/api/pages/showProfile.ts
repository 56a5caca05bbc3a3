import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { profilePage } from '../../pages/profilePage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { readAccount } from '../../steps/readAccount.ts'

/** Shows the profile of who is signed in, to be changed. */
export const showProfile: Operation<'showProfile'> = async (call, context) => {
  const account = await readAccount(call.principal.user.id, context)
  if (isRefusal(account)) return call.refuse(account)
  const frame = frameAccount(call, context)
  return call.reply(
    200,
    renderAccountPage('accountProfile', profilePage(account), frame, call.view),
    frame.headers,
  )
}
