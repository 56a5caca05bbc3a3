import { applicationOf, decideUpdate } from '../../domain/oauth/application.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** Changes one of the signed-in user's apps; members that are not sent stay as they are. */
export const updateApp: Operation<'updateApp'> = async (call, context) => {
  const { clients } = context.store
  const ownerId = call.principal.user.id
  const client = await clients.findOwned(ownerId, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const changes = decideUpdate(client, call.body, { profile: context.config.profile })
  if (isRefusal(changes)) return call.refuse(changes)
  const changed = await clients.updateOwned(ownerId, client.id, changes, call.now)
  if (changed === null) return call.refuse(noSuchApp)
  return call.reply(200, applicationOf(changed, context.config.rateLimits))
}
