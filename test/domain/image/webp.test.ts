import { describe, expect, test } from 'vitest'
import { cleanWebp } from '#src/domain/image/webp.ts'
import {
  exifWithPlace,
  extendedChunk,
  losslessChunk,
  lossyChunk,
  webpChunk,
  webpOf,
} from '#test/support/images.ts'

const lossless = losslessChunk()
const exif = webpChunk('EXIF', exifWithPlace)
const xmp = webpChunk('XMP ', Buffer.from('<x:xmpmeta/>'))
const profile = webpChunk('ICCP', Buffer.from('a profile'))
const alpha = webpChunk('ALPH', Buffer.from([0, 255]))

/** A chunk with other bytes from some place on. */
function changed(chunk: Buffer, at: number, ...bytes: readonly number[]): Buffer {
  const copy = Buffer.from(chunk)
  copy.set(bytes, at)
  return copy
}

describe('a WebP', () => {
  test.each([
    ['lossless', webpOf(losslessChunk({ width: 300, height: 200 })), { width: 300, height: 200 }],
    ['lossy', webpOf(lossyChunk), { width: 1, height: 1 }],
    ['extended', webpOf(extendedChunk(0x30), profile, alpha, lossyChunk), { width: 1, height: 1 }],
  ])('that is %s comes out as it went in when there is nothing but the picture', (_name, bytes, size) => {
    expect(cleanWebp(bytes)).toEqual({ ...size, bytes })
  })

  test('loses EXIF, XMP and what nobody knows, and no longer says that it has them', () => {
    const unknown = webpChunk('EVIL', Buffer.from('<script>alert(1)</script>'))
    const bytes = webpOf(extendedChunk(0x3c), unknown, profile, alpha, lossyChunk, exif, xmp, unknown)
    const clean = webpOf(extendedChunk(0x30), profile, alpha, lossyChunk)
    expect(cleanWebp(bytes)).toEqual({ width: 1, height: 1, bytes: clean })
    expect(cleanWebp(webpOf(lossless, exif))).toMatchObject({ bytes: webpOf(lossless) })
  })

  test('loses transparency that its picture brings itself', () => {
    expect(cleanWebp(webpOf(extendedChunk(0x10), alpha, lossless))).toMatchObject({
      bytes: webpOf(extendedChunk(0x10), lossless),
    })
  })

  test.each([
    ['says so', webpOf(extendedChunk(0x02), lossless)],
    ['has frames', webpOf(extendedChunk(0), webpChunk('ANMF', lossless))],
    ['has settings of an animation', webpOf(extendedChunk(0), webpChunk('ANIM', Buffer.alloc(6)), lossless)],
  ])('that %s is animated', (_name, bytes) => {
    expect(cleanWebp(bytes)).toBe('animated')
  })

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['no chunk', webpOf()],
    ['no picture', webpOf(extendedChunk(0), exif)],
    ['two pictures', webpOf(lossless, lossyChunk)],
    ['a header behind its picture', webpOf(lossless, extendedChunk(0))],
    ['a header of another length', webpOf(webpChunk('VP8X', Buffer.alloc(8)), lossless)],
    ['a canvas that is not its picture', webpOf(extendedChunk(0, { width: 2, height: 1 }), lossless)],
    ['another signature of its lossless picture', webpOf(changed(lossless, 8, 0x2e))],
    ['another version of its lossless picture', webpOf(changed(lossless, 12, 0x30))],
    ['a lossless picture without bytes', webpOf(webpChunk('VP8L', Buffer.from([0x2f, 0, 0])))],
    ['a lossy picture that is no key frame', webpOf(changed(lossyChunk, 8, 0x31))],
    ['a lossy picture that is not shown', webpOf(changed(lossyChunk, 8, 0x20))],
    ['another start code of its lossy picture', webpOf(changed(lossyChunk, 11, 0x9e))],
    ['a lossy picture that lacks its first partition', webpOf(changed(lossyChunk, 8, 0x30, 0xff))],
    ['a size beyond the file', changed(webpOf(lossless), 4, 0xff)],
    ['a size before the end of the file', Buffer.concat([webpOf(lossless), Buffer.from('<html>')])],
    ['half a chunk in its size', webpOf(lossless, Buffer.from('EXIF'))],
    ['a chunk beyond its size', webpOf(changed(lossless, 4, 0xff))],
  ])('with %s is malformed', (_name, bytes) => {
    expect(cleanWebp(bytes)).toBe('malformed')
  })

  test('cut off anywhere is malformed', () => {
    const bytes = webpOf(extendedChunk(0x30), profile, alpha, lossyChunk)
    for (let length = 0; length < bytes.length; length++)
      expect(cleanWebp(bytes.subarray(0, length)), `${length} bytes`).toBe('malformed')
  })
})
