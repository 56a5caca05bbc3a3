import { contentTag } from '../../domain/contentTag.ts'
import { decideImage, describeImage, logoUri } from '../../domain/image/image.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** Makes an image the logo of one of the signed-in user's apps. */
export const setAppLogo: Operation<'setAppLogo'> = async (call, context) => {
  const { config, store } = context
  const client = await store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const image = decideImage(call.body)
  if (isRefusal(image)) return call.refuse(image)
  const logoTag = contentTag(image.bytes)
  if (!(await store.images.setLogo(client.id, logoTag, image, call.now))) return call.refuse(noSuchApp)
  return call.reply(200, describeImage(image, logoUri(config.issuer, client.clientId, logoTag)))
}
