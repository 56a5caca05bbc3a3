import { decideAppForm } from '../../domain/oauth/appForm.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { appFormAgain } from '../../pages/appForm.ts'
import { addApp } from '../../steps/addApp.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Registers an app by form; the next page shows its secret, where it has one. */
export const submitNewApp: Operation<'submitNewApp'> = async (call, context) => {
  const asked = decideAppForm(call.body)
  const added = isRefusal(asked) ? asked : await addApp(asked, call.principal.user.id, call.now, context)
  if (!isRefusal(added)) {
    const path = `/account/apps/${added.client.clientId}`
    return call.reply(303, undefined, leaveNotice(call, 'app_registered', path, context, added.secret))
  }
  const page = { ...appFormAgain(call.body, added.errors ?? []), isFull: added.code === 'conflict' }
  return call.refuse(added, {
    body: renderAccountPage('developerNewApp', page, frameAccount(call, context), call.view),
  })
}
