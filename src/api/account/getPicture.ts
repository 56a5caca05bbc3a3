import { imageHeaders, noSuchImage } from '../../domain/image/image.ts'
import type { Operation } from '../../http/operation.ts'

/** Shows an avatar to whoever was told its address. */
export const getPicture: Operation<'getPicture'> = async (call, context) => {
  const picture = await context.store.images.findPicture(call.path.pictureId)
  if (picture === null) return call.refuse(noSuchImage)
  return call.reply(200, picture.bytes, imageHeaders('picture', picture))
}
