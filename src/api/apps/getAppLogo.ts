import { imageHeaders, noSuchImage } from '../../domain/image/image.ts'
import type { Operation } from '../../http/operation.ts'

/** Shows an app's logo to everybody. */
export const getAppLogo: Operation<'getAppLogo'> = async (call, context) => {
  const logo = await context.store.images.findLogo(call.path.appId)
  if (logo === null) return call.refuse(noSuchImage)
  return call.reply(200, logo.bytes, imageHeaders('logo', logo))
}
