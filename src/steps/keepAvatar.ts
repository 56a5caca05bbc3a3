import type { Context } from '../context.ts'
import { decideImage, pictureUri, type Image, type ImageFile } from '../domain/image/image.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'

/**
 * Makes an image the avatar of an account. Its address is a new one each time, so that nobody who knew the last knows it.
 *
 * @returns the image as it is kept, and where it is read; or a refusal as of `decideImage`
 */
export async function keepAvatar(
  userId: string,
  file: ImageFile,
  now: Date,
  { store, random, config }: Pick<Context, 'store' | 'random' | 'config'>,
): Promise<{ readonly image: Image; readonly uri: string } | Refusal> {
  const image = decideImage(file)
  if (isRefusal(image)) return image
  const pictureId = random.bytes(16).toString('base64url')
  await store.images.setAvatar(userId, pictureId, image, now)
  return { image, uri: pictureUri(config.issuer, pictureId) }
}
