import { decideAppForm } from '../../domain/oauth/appForm.ts'
import { applicationOf } from '../../domain/oauth/application.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { appFormAgain } from '../../pages/appForm.ts'
import { changeApp } from '../../steps/changeApp.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Changes one of somebody's apps by form. */
export const submitAppSettings: Operation<'submitAppSettings'> = async (call, context) => {
  const { user } = call.principal
  const client = await context.store.clients.findOwned(user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const path = `/account/apps/${client.clientId}`
  const asked = decideAppForm(call.body)
  const changed = isRefusal(asked) ? asked : await changeApp(user.id, client.id, asked, call.now, context)
  if (!isRefusal(changed)) return call.reply(303, undefined, leaveNotice(call, 'app_saved', path, context))
  if (changed.errors === undefined) return call.refuse(changed)
  const page = { ...appFormAgain(call.body, changed.errors), app: applicationOf(client, context.config) }
  return call.refuse(changed, {
    body: renderAccountPage('developerAppSettings', page, frameAccount(call, context), call.view),
  })
}
