import { imageHeaders, noSuchImage } from '../../domain/image/image.ts'
import type { Operation } from '../../http/operation.ts'

/** Shows the avatar of who is signed in. */
export const getAvatar: Operation<'getAvatar'> = async (call, context) => {
  const avatar = await context.store.images.findAvatar(call.principal.user.id)
  if (avatar === null) return call.refuse(noSuchImage)
  return call.reply(200, avatar.bytes, imageHeaders('avatar', avatar))
}
