import { applicationOf } from '../../domain/oauth/application.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'

/** Shows one of the signed-in user's apps. */
export const getApp: Operation<'getApp'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  return call.reply(200, applicationOf(client, context.config))
}
