import { applicationOf } from '../../domain/oauth/application.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Asks whether one of somebody's apps is to be deleted. */
export const showAppRemoval: Operation<'showAppRemoval'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const page = { app: applicationOf(client, context.config), typed: '', wrong: false }
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('developerAppRemoval', page, frame, call.view), frame.headers)
}
