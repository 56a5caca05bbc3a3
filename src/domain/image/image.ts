import { contentTag } from '../contentTag.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { cleanJpeg, jpegStart } from './jpeg.ts'
import type { Flaw, Picture } from './picture.ts'
import { cleanPng, pngSignature } from './png.ts'
import { cleanWebp, isWebp } from './webp.ts'

/** Media types of the images that are taken and given. */
export type ImageMediaType = 'image/png' | 'image/jpeg' | 'image/webp'

/** An image as it was sent. */
export type ImageFile = { readonly mediaType: ImageMediaType; readonly bytes: Buffer }

/** An image that is one, without anything that is not needed to show it. */
export type Image = ImageFile & Picture

/** Pixels that an image may have in each direction. */
const mostPixels = 1024

/**
 * Decides whether what was sent becomes an image of ours. The bytes say what it is; the declared type has to agree with them
 * (RFC 9110 §15.5.16), so that nobody downstream is told another story than we were.
 *
 * @returns the image without its metadata; or `unsupported_media_type` when it is none, or not of the declared type;
 *   `invalid_request` when it is damaged, is continued by something else, moves, or has too many pixels
 */
export function decideImage({ mediaType, bytes }: ImageFile): Image | Refusal {
  const found = mediaTypeOf(bytes)
  if (found === null)
    return refuse('unsupported_media_type', 'The body is not a PNG, JPEG or WebP image', 'no image')
  if (found !== mediaType)
    return refuse(
      'unsupported_media_type',
      'The body is an image of another type than Content-Type says',
      'image of another type',
    )
  const picture = cleaners[found](bytes)
  if (typeof picture === 'string') return refusalOf[picture]
  return checkSize(picture) ?? { mediaType, ...picture }
}

/**
 * Takes a file out of a form. What a browser calls it follows from the name of the file, so the bytes alone say what it is.
 *
 * @param file  undefined: none was chosen
 * @returns what is to be judged by `decideImage`; or `invalid_request`, `unsupported_media_type`
 */
export function decideUpload(file: { readonly bytes: Buffer } | undefined): ImageFile | Refusal {
  if (file === undefined) return refuse('invalid_request', 'No image was chosen', 'no image chosen')
  const mediaType = mediaTypeOf(file.bytes)
  if (mediaType !== null) return { mediaType, bytes: file.bytes }
  return refuse('unsupported_media_type', 'The body is not a PNG, JPEG or WebP image', 'no image')
}

const cleaners: Readonly<Record<ImageMediaType, (file: Buffer) => Picture | Flaw>> = {
  'image/png': cleanPng,
  'image/jpeg': cleanJpeg,
  'image/webp': cleanWebp,
}

function mediaTypeOf(bytes: Buffer): ImageMediaType | null {
  if (bytes.subarray(0, pngSignature.length).equals(pngSignature)) return 'image/png'
  if (bytes.subarray(0, jpegStart.length).equals(jpegStart)) return 'image/jpeg'
  return isWebp(bytes) ? 'image/webp' : null
}

function checkSize({ width, height }: Picture): Refusal | null {
  const isSize = (pixels: number) => pixels >= 1 && pixels <= mostPixels
  return isSize(width) && isSize(height) ? null : tooManyPixels
}

const ofWholeBody = (message: string) => ({ errors: [{ path: '', message }] })

const tooManyPixels = refuse(
  'invalid_request',
  'The image may have 1 to 1024 pixels in each direction',
  'image too large',
  ofWholeBody('must have 1 to 1024 pixels in each direction'),
)

const refusalOf: Readonly<Record<Flaw, Refusal>> = {
  malformed: refuse(
    'invalid_request',
    'The image is damaged, or something is put behind it',
    'image malformed',
    ofWholeBody('must be one whole image and nothing else'),
  ),
  animated: refuse(
    'invalid_request',
    'The image must not be animated',
    'image animated',
    ofWholeBody('must not be animated'),
  ),
}

/** The answer where there is no image, for an app of somebody else as well as for one without. */
export const noSuchImage = refuse('not_found', 'No such image', 'image unknown')

/** Where everybody who knows it reads somebody's avatar: the claim `picture` (OpenID Connect Core §5.1). */
export function pictureUri(issuer: string, pictureId: string): string {
  return `${issuer}/api/v1/pictures/${pictureId}`
}

/**
 * Where everybody reads an app's logo: `logo_uri` (RFC 7591 §2). It changes with the image, so that nobody shows an old one.
 *
 * @param logoTag  names the image
 */
export function logoUri(issuer: string, clientId: string, logoTag: string): string {
  return `${issuer}/api/v1/apps/${clientId}/logo?v=${logoTag}`
}

/** An image in the words of the answer to its upload. */
export function describeImage({ mediaType, bytes, width, height }: Image, uri: string) {
  return { uri, etag: `"${contentTag(bytes)}"`, media_type: mediaType, width, height, bytes: bytes.length }
}

/** Headers by which an image is shown in place and, when somebody keeps it, gets a name of ours. */
export function imageHeaders(
  name: string,
  { mediaType }: Pick<Image, 'mediaType'>,
): { readonly 'content-type': ImageMediaType; readonly 'content-disposition': string } {
  const ending = mediaType.slice('image/'.length)
  return { 'content-type': mediaType, 'content-disposition': `inline; filename="${name}.${ending}"` }
}
