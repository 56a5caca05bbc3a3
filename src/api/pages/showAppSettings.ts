import { applicationOf } from '../../domain/oauth/application.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { appForm } from '../../pages/appForm.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows what one of somebody's apps is registered with, to be changed. */
export const showAppSettings: Operation<'showAppSettings'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const app = applicationOf(client, context.config)
  const frame = frameAccount(call, context)
  const page = { ...appForm(app), app }
  return call.reply(200, renderAccountPage('developerAppSettings', page, frame, call.view), frame.headers)
}
