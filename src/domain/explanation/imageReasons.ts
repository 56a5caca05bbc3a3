import type { ReasonExplanation } from './explanation.ts'

const check = 'image'

/** Avatars and logos: why an upload was refused, or nothing is shown. */
export const imageReasons: readonly ReasonExplanation[] = [
  {
    code: 'unsupported_media_type',
    reason: 'no image',
    check,
    meaning: 'The first bytes of the body are not those of a PNG, JPEG or WebP, whatever Content-Type says.',
    spec: 'RFC 9110 §15.5.16',
    fix: 'Send the bytes of the file as the whole body: no form, no JSON, no base64. Convert SVG, GIF and HEIC first.',
  },
  {
    code: 'unsupported_media_type',
    reason: 'image of another type',
    check,
    meaning: 'The bytes are a PNG, JPEG or WebP, but another of them than Content-Type says.',
    spec: 'RFC 9110 §8.3, §15.5.16',
    fix: 'Set Content-Type to what the file is; its name may have the wrong ending.',
  },
  {
    code: 'invalid_request',
    reason: 'image malformed',
    check,
    meaning:
      'The file is cut off, has a wrong checksum or length in it, or goes on behind the end of the image.',
    spec: 'PNG Specification (Third Edition) §5, ITU-T T.81 Annex B, RFC 9649 §2',
    fix: 'Save the image again with an image editor, and send exactly the bytes of the file.',
  },
  {
    code: 'invalid_request',
    reason: 'image animated',
    check,
    meaning: 'The file holds more than one picture.',
    spec: 'PNG Specification (Third Edition) §11.3.6, RFC 9649 §2.7',
    fix: 'Save one of its pictures as a file of its own and send that.',
  },
  {
    code: 'invalid_request',
    reason: 'image too large',
    check,
    meaning: 'The image has more than 1024 pixels in a direction, or none.',
    spec: 'PNG Specification (Third Edition) §11.2.1, ITU-T T.81 §B.2.2, RFC 9649 §2',
    fix: 'Scale it down before you send it; 512 by 512 is plenty for an avatar or a logo.',
  },
  {
    code: 'not_found',
    reason: 'image unknown',
    check: 'found',
    meaning:
      'There is no image at this URL: none was set, it was deleted, or replaced by one with another address.',
    spec: 'RFC 9110 §15.5.5',
    fix: 'Ask again for the address: logo_uri of the app, or the claim picture.',
  },
]
