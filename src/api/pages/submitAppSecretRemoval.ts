import { noSuchApp, noSuchSecret } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Deletes a secret of one of somebody's apps by form: it stops working at once. */
export const submitAppSecretRemoval: Operation<'submitAppSecretRemoval'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  if (!(await context.store.clients.deleteSecret(client.id, call.path.secretId)))
    return call.refuse(noSuchSecret)
  const path = `/account/apps/${client.clientId}`
  return call.reply(303, undefined, leaveNotice(call, 'secret_removed', path, context))
}
