import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { developerAppPage } from '../../pages/developerAppPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { tellUsage } from '../../steps/tellUsage.ts'

/** Shows one of somebody's apps; right after a secret was made, its text. */
export const showApp: Operation<'showApp'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const facts = await tellUsage(client, call.now, context)
  const page = developerAppPage(client, facts, { config: context.config, now: call.now })
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('developerApp', page, frame, call.view), frame.headers)
}
