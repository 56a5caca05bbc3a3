import type { ImageFile } from '../domain/image/image.ts'

/** Images of accounts and apps: one each, replaced as a whole. */
export type Images = {
  /**
   * Makes an image the account's only avatar.
   *
   * @param pictureId  under which everybody may read it; the former one is unknown from now on
   * @throws StoreUnavailable  when the account is gone: asking again gets the true answer
   */
  setAvatar(userId: string, pictureId: string, image: ImageFile, now: Date): Promise<void>
  /** The account's avatar; null when it has none. */
  findAvatar(userId: string): Promise<ImageFile | null>
  /** The id under which everybody may read the account's avatar, without reading it; null when it has none. */
  avatarOf(userId: string): Promise<{ readonly pictureId: string } | null>
  /** The avatar that is read under this id; null when there is none, or no longer. */
  findPicture(pictureId: string): Promise<ImageFile | null>
  deleteAvatar(userId: string): Promise<void>
  /**
   * Makes an image the only logo of a client (internal id), which bears its tag from now on.
   *
   * @param logoTag  names the image, as `contentTag` does
   * @returns false when the client is gone
   */
  setLogo(clientId: string, logoTag: string, image: ImageFile, now: Date): Promise<boolean>
  /** The logo of an app, by its public `app_…` or its internal id; null when it is unknown or has none. */
  findLogo(reference: string): Promise<ImageFile | null>
  /** Takes logo and tag away from a client (internal id). */
  deleteLogo(clientId: string): Promise<void>
}
