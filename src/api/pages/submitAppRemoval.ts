import { applicationOf } from '../../domain/oauth/application.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Deletes one of somebody's apps by form, once its name was typed. */
export const submitAppRemoval: Operation<'submitAppRemoval'> = async (call, context) => {
  const { clients } = context.store
  const client = await clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const { confirmation: typed = '' } = call.body
  if (typed.trim() !== client.name.trim()) {
    const page = { app: applicationOf(client, context.config), typed, wrong: true }
    return call.refuse(refuse('invalid_request', 'confirmation must be the name of the application'), {
      body: renderAccountPage('developerAppRemoval', page, frameAccount(call, context), call.view),
    })
  }
  await clients.deleteOwned(call.principal.user.id, client.id)
  return call.reply(303, undefined, leaveNotice(call, 'app_removed', '/account/apps', context))
}
