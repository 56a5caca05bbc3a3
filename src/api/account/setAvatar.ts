import { decideImage, describeImage, pictureUri } from '../../domain/image/image.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** Makes an image the avatar of who is signed in. Its address is a new one each time, so that nobody who knew the last knows it. */
export const setAvatar: Operation<'setAvatar'> = async (call, context) => {
  const image = decideImage(call.body)
  if (isRefusal(image)) return call.refuse(image)
  const { config, random, store } = context
  const pictureId = random.bytes(16).toString('base64url')
  await store.images.setAvatar(call.principal.user.id, pictureId, image, call.now)
  return call.reply(200, describeImage(image, pictureUri(config.issuer, pictureId)))
}
