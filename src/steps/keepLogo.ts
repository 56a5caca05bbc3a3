import type { Context } from '../context.ts'
import { contentTag } from '../domain/contentTag.ts'
import { decideImage, logoUri, type Image, type ImageFile } from '../domain/image/image.ts'
import type { Client } from '../domain/oauth/client.ts'
import { noSuchApp } from '../domain/oauth/ownApp.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'

/**
 * Makes an image the logo of an app.
 *
 * @returns the image as it is kept, and where it is read; or a refusal as of `decideImage`, `not_found` when the app is gone
 */
export async function keepLogo(
  client: Pick<Client, 'id' | 'clientId'>,
  file: ImageFile,
  now: Date,
  { store, config }: Pick<Context, 'store' | 'config'>,
): Promise<{ readonly image: Image; readonly uri: string } | Refusal> {
  const image = decideImage(file)
  if (isRefusal(image)) return image
  const logoTag = contentTag(image.bytes)
  if (!(await store.images.setLogo(client.id, logoTag, image, now))) return noSuchApp
  return { image, uri: logoUri(config.issuer, client.clientId, logoTag) }
}
