import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'

/** Deletes one of the signed-in user's apps; its secrets, codes and tokens end with it. */
export const deleteApp: Operation<'deleteApp'> = async (call, context) => {
  const deleted = await context.store.clients.deleteOwned(call.principal.user.id, call.path.appId)
  return deleted ? call.reply(204) : call.refuse(noSuchApp)
}
