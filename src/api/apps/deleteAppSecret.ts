import { noSuchApp, noSuchSecret } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'

/** Deletes a secret: it stops working at once. */
export const deleteAppSecret: Operation<'deleteAppSecret'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const deleted = await context.store.clients.deleteSecret(client.id, call.path.secretId)
  return deleted ? call.reply(204) : call.refuse(noSuchSecret)
}
