import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import type { Operation } from '../../http/operation.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Leaves one of somebody's apps without a logo, by form. */
export const submitAppLogoRemoval: Operation<'submitAppLogoRemoval'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  await context.store.images.deleteLogo(client.id)
  const path = `/account/apps/${client.clientId}`
  return call.reply(303, undefined, leaveNotice(call, 'logo_removed', path, context))
}
