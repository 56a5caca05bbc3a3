import { describe, expect, test } from 'vitest'
import { cleanPng } from '#src/domain/image/png.ts'
import { createPng, exifWithPlace, pngChunk, pngParts } from '#test/support/images.ts'

const { signature, header, pixels, end } = pngParts()
const file = (...chunks: readonly Buffer[]) => Buffer.concat([signature, ...chunks])

/** A header of 3 by 2 pixels with other settings: depth, colour type, compression, filter, interlace. */
const headerOf = (...settings: readonly number[]) =>
  pngChunk('IHDR', Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, ...settings]))
const palette = pngChunk('PLTE', Buffer.alloc(6))

/** A chunk of which one byte was changed without anybody telling its CRC. */
function altered(chunk: Buffer, at: number): Buffer {
  const copy = Buffer.from(chunk)
  copy[at]! ^= 1
  return copy
}

describe('a PNG', () => {
  test('comes out as it went in when there is nothing but the picture', () => {
    const bytes = createPng({ width: 300, height: 200 })
    expect(cleanPng(bytes)).toEqual({ width: 300, height: 200, bytes })
  })

  test.each(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'sPLT', 'hIST', 'prVt'])('loses its %s', (type) => {
    const note = pngChunk(type, exifWithPlace)
    const found = cleanPng(file(header, note, pixels, note, end))
    expect(found).toEqual({ width: 1, height: 1, bytes: file(header, pixels, end) })
  })

  test.each(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP'])(
    'keeps its %s',
    (type) => {
      const bytes = file(header, pngChunk(type, Buffer.from([1])), pixels, end)
      expect(cleanPng(bytes)).toMatchObject({ bytes })
    },
  )

  test.each([
    [8, 2, 0, 0, 0],
    [16, 6, 0, 0, 1],
    [1, 0, 0, 0, 0],
  ])('may have depth %i and colour type %i', (...settings) => {
    expect(cleanPng(file(headerOf(...settings), pixels, end))).toMatchObject({ width: 3, height: 2 })
  })

  test('may have a palette before its pixels, which may be in several chunks', () => {
    const bytes = file(headerOf(8, 3, 0, 0, 0), palette, pixels, pixels, end)
    expect(cleanPng(bytes)).toMatchObject({ bytes })
  })

  test.each(['acTL', 'fcTL', 'fdAT'])('with %s is animated', (type) => {
    expect(cleanPng(file(header, pngChunk(type), pixels, end))).toBe('animated')
  })

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a signature alone', signature],
    ['no header', file(pixels, end)],
    ['a second header', file(header, header, pixels, end)],
    ['a header of another length', file(pngChunk('IHDR', Buffer.alloc(12)), pixels, end)],
    ['something before the header', file(pngChunk('gAMA'), header, pixels, end)],
    ['a depth that its colour type does not have', file(headerOf(4, 2, 0, 0, 0), pixels, end)],
    ['an unknown colour type', file(headerOf(8, 5, 0, 0, 0), pixels, end)],
    ['an unknown compression', file(headerOf(8, 0, 1, 0, 0), pixels, end)],
    ['an unknown filter', file(headerOf(8, 0, 0, 1, 0), pixels, end)],
    ['an unknown interlace', file(headerOf(8, 0, 0, 0, 2), pixels, end)],
    ['indexed colours without a palette', file(headerOf(8, 3, 0, 0, 0), pixels, end)],
    ['two palettes', file(header, palette, palette, pixels, end)],
    ['a palette behind the pixels', file(header, pixels, palette, end)],
    ['half a colour in its palette', file(header, pngChunk('PLTE', Buffer.alloc(4)), pixels, end)],
    ['no pixels', file(header, end)],
    ['something between its pixels', file(header, pixels, pngChunk('tEXt'), pixels, end)],
    ['an unknown critical chunk', file(header, pngChunk('EVIL'), pixels, end)],
    ['a chunk whose type is no name', file(header, pngChunk('a<b>'), pixels, end)],
    ['no end', file(header, pixels)],
    ['an end with something in it', file(header, pixels, pngChunk('IEND', Buffer.from('<script>')))],
    ['a chunk behind its end', file(header, pixels, end, pngChunk('tEXt', exifWithPlace))],
    ['a second picture behind its end', Buffer.concat([createPng(), createPng()])],
    ['a page behind its end', Buffer.concat([createPng(), Buffer.from('<html><script>alert(1)</script>')])],
    ['one byte behind its end', Buffer.concat([createPng(), Buffer.from([0])])],
    ['a changed byte in a chunk', file(header, altered(pixels, 9), end)],
    ['a changed CRC', file(header, altered(pixels, pixels.length - 1), end)],
    ['a length beyond the file', file(header, altered(pixels, 0), end)],
  ])('with %s is malformed', (_name, bytes) => {
    expect(cleanPng(bytes)).toBe('malformed')
  })

  test('cut off anywhere is malformed', () => {
    const bytes = createPng({ width: 3, height: 3 })
    for (let length = 0; length < bytes.length; length++)
      expect(cleanPng(bytes.subarray(0, length)), `${length} bytes`).toBe('malformed')
  })
})
