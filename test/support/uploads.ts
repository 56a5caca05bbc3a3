import { setAppLogo, setAvatar, type StoredImage } from '../../client/index.ts'
import type { Person } from './actors.ts'
import { createPng } from './images.ts'
import type { TestService } from './service.ts'

/** The bytes as the SDK takes them. */
export function blobOf(bytes: Buffer, type = 'image/png'): Blob {
  return new Blob([new Uint8Array(bytes)], { type })
}

/** Gives somebody an avatar. */
export async function uploadAvatar(
  service: Pick<TestService, 'as'>,
  person: Pick<Person, 'token'>,
  bytes = createPng(),
): Promise<StoredImage> {
  const { data } = await setAvatar({
    client: service.as(person.token),
    body: blobOf(bytes),
    throwOnError: true,
  })
  return data
}

/** Gives an app of theirs a logo. */
export async function uploadLogo(
  service: Pick<TestService, 'as'>,
  owner: Pick<Person, 'token'>,
  appId: string,
  bytes = createPng(),
): Promise<StoredImage> {
  const { data } = await setAppLogo({
    client: service.as(owner.token),
    path: { appId },
    body: blobOf(bytes),
    throwOnError: true,
  })
  return data
}

/** The id at the end of a picture's address. */
export function pictureIdOf({ uri }: Pick<StoredImage, 'uri'>): string {
  return new URL(uri).pathname.split('/').at(-1)!
}
