import { describeImage } from '../../domain/image/image.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { keepLogo } from '../../steps/keepLogo.ts'

/** Makes an image the logo of one of the signed-in user's apps. */
export const setAppLogo: Operation<'setAppLogo'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const kept = await keepLogo(client, call.body, call.now, context)
  return isRefusal(kept) ? call.refuse(kept) : call.reply(200, describeImage(kept.image, kept.uri))
}
