import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideImage,
  describeImage,
  imageHeaders,
  logoUri,
  pictureUri,
  type Image,
  type ImageMediaType,
} from '#src/domain/image/image.ts'
import { isRefusal } from '#src/domain/refusal.ts'
import {
  createJpeg,
  createPng,
  exifWithPlace,
  extendedChunk,
  jpegSegment,
  losslessChunk,
  lossyChunk,
  pngChunk,
  webpChunk,
  webpOf,
} from '#test/support/images.ts'

type Size = { readonly width: number; readonly height: number }
const webpOfSize = (size: Size) => webpOf(losslessChunk(size))
const formats: readonly (readonly [ImageMediaType, (size: Size) => Buffer])[] = [
  ['image/png', createPng],
  ['image/jpeg', createJpeg],
  ['image/webp', webpOfSize],
]

function refused(mediaType: ImageMediaType, bytes: Buffer) {
  const decided = decideImage({ mediaType, bytes })
  return isRefusal(decided) ? { code: decided.code, reason: decided.reason } : 'taken'
}

describe('an image', () => {
  test.each(formats)('of type %s is what its bytes are', (mediaType, create) => {
    const bytes = create({ width: 40, height: 30 })
    expect(decideImage({ mediaType, bytes })).toEqual({ mediaType, width: 40, height: 30, bytes })
  })

  test.each(formats)('of type %s has at most 1024 pixels in each direction', (mediaType, create) => {
    expect(refused(mediaType, create({ width: 1024, height: 1024 }))).toBe('taken')
    for (const size of [
      { width: 1025, height: 1 },
      { width: 1, height: 1025 },
    ])
      expect(refused(mediaType, create(size))).toEqual({ code: 'invalid_request', reason: 'image too large' })
  })

  test.each([
    ['image/png', createPng({ width: 0, height: 1 })],
    ['image/jpeg', createJpeg({ width: 1, height: 0 })],
  ] as const)('of type %s has at least one pixel', (mediaType, bytes) => {
    expect(refused(mediaType, bytes)).toEqual({ code: 'invalid_request', reason: 'image too large' })
  })

  test('is refused as any other type than its own', () => {
    for (const [declared] of formats)
      for (const [actual, create] of formats)
        if (declared !== actual)
          expect(refused(declared, create({ width: 1, height: 1 }))).toEqual({
            code: 'unsupported_media_type',
            reason: 'image of another type',
          })
  })

  test.each([
    ['nothing', ''],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a GIF', 'GIF89a\x01\0\x01\0'],
    ['a RIFF of another kind', 'RIFF\x04\0\0\0WAVE'],
    ['a bitmap', 'BM'],
    ['an AVIF', '\0\0\0\x1cftypavif'],
    ['a page that begins with a PNG in words', 'PNG\r\n\x1a\n<html>'],
  ])('is not made of %s', (_name, text) => {
    for (const [mediaType] of formats)
      expect(refused(mediaType, Buffer.from(text, 'latin1'))).toEqual({
        code: 'unsupported_media_type',
        reason: 'no image',
      })
  })

  test('that is damaged or moves is refused for the whole body', () => {
    const damaged = decideImage({ mediaType: 'image/png', bytes: createPng().subarray(0, 40) })
    expect(damaged).toMatchObject({
      code: 'invalid_request',
      reason: 'image malformed',
      errors: [{ path: '' }],
    })
    const animated = createPng({ width: 1, height: 1 }, [pngChunk('acTL', Buffer.alloc(8))])
    expect(refused('image/png', animated)).toEqual({ code: 'invalid_request', reason: 'image animated' })
  })

  test('keeps to itself where and by whom it was taken', () => {
    const files: readonly (readonly [ImageMediaType, Buffer])[] = [
      ['image/png', createPng({ width: 1, height: 1 }, [pngChunk('eXIf', exifWithPlace)])],
      ['image/jpeg', createJpeg({ width: 1, height: 1 }, [jpegSegment(0xe1, exifWithPlace)])],
      ['image/webp', webpOf(extendedChunk(0x08), losslessChunk(), webpChunk('EXIF', exifWithPlace))],
    ]
    for (const [mediaType, bytes] of files) {
      expect(bytes.toString('latin1')).toContain('GPS')
      const decided = decideImage({ mediaType, bytes }) as Image
      expect(decided.bytes.toString('latin1')).not.toContain('GPS')
      // What is stored is itself an image that could be sent.
      expect(decideImage(decided)).toEqual(decided)
    }
  })

  test('is found to be one or not, whatever comes, without an error and without end', () => {
    const seeds = [
      createPng(),
      createJpeg(),
      webpOf(lossyChunk),
      webpOf(extendedChunk(0x10), losslessChunk()),
    ]
    const bent = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 4 }),
        fc.nat(),
      )
      .map(([seed, changes, cut]) => {
        const copy = Buffer.from(seed)
        for (const [at, byte] of changes) copy[at % copy.length] = byte
        return cut % 3 === 0 ? copy.subarray(0, cut % copy.length) : copy
      })
    const begun = fc
      .tuple(
        fc.constantFrom('\x89PNG\r\n\x1a\n', '\xff\xd8\xff', 'RIFF\x20\0\0\0WEBP'),
        fc.uint8Array({ maxLength: 200 }),
      )
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]))
    const any = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.oneof(bent, begun, any), ([mediaType], bytes) => {
        const decided = decideImage({ mediaType, bytes })
        if (isRefusal(decided)) return
        expect(decided.bytes.length).toBeLessThanOrEqual(bytes.length)
        expect(decideImage(decided)).toEqual(decided)
      }),
      { numRuns: 5_000, seed: 20260206 },
    )
  })

  test('of the largest size that may come is judged in an instant, however many parts it has', () => {
    const room = 262_144
    const chunks = Array.from({ length: Math.floor((room - 100) / 12) }, () => pngChunk('prVt'))
    const markers = Array.from({ length: Math.floor((room - 300) / 4) }, () =>
      jpegSegment(0xfe, Buffer.alloc(0)),
    )
    const pieces = Array.from({ length: Math.floor((room - 100) / 8) }, () =>
      webpChunk('EVIL', Buffer.alloc(0)),
    )
    const size = { width: 1, height: 1 }
    const files: readonly (readonly [ImageMediaType, Buffer, Buffer])[] = [
      ['image/png', createPng(size, chunks), createPng()],
      ['image/jpeg', createJpeg(size, markers), createJpeg()],
      ['image/webp', webpOf(losslessChunk(), ...pieces), webpOf(losslessChunk())],
    ]
    for (const [mediaType, bytes, clean] of files) {
      const begun = performance.now()
      expect(decideImage({ mediaType, bytes })).toMatchObject({ bytes: clean })
      expect(performance.now() - begun).toBeLessThan(5_000)
    }
  })
})

describe('what is told of an image', () => {
  test('is where it is, what it is, and how its bytes are named', () => {
    const bytes = Buffer.from('abc')
    const image: Image = { mediaType: 'image/webp', width: 2, height: 3, bytes }
    expect(describeImage(image, 'https://auth.example.com/x')).toEqual({
      uri: 'https://auth.example.com/x',
      // The first 22 characters of the SHA-256 of `abc` (FIPS 180-4) in base64url.
      etag: '"ungWv48Bz-pBQUDeXa4iI7"',
      media_type: 'image/webp',
      width: 2,
      height: 3,
      bytes: 3,
    })
  })

  test('is an address that changes with it, and a name that is ours', () => {
    expect(pictureUri('https://auth.example.com', 'id')).toBe('https://auth.example.com/api/v1/pictures/id')
    expect(logoUri('https://auth.example.com', 'app_one', 'tag')).toBe(
      'https://auth.example.com/api/v1/apps/app_one/logo?v=tag',
    )
    expect(imageHeaders('logo', { mediaType: 'image/jpeg' })).toEqual({
      'content-type': 'image/jpeg',
      'content-disposition': 'inline; filename="logo.jpeg"',
    })
  })
})
