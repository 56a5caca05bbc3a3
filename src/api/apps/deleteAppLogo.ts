import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'

/** Leaves one of the signed-in user's apps without a logo. */
export const deleteAppLogo: Operation<'deleteAppLogo'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  await context.store.images.deleteLogo(client.id)
  return call.reply(204)
}
