import { describe, expect, test } from 'vitest'
import { cleanJpeg } from '#src/domain/image/jpeg.ts'
import { createJpeg, exifWithPlace, jpegParts, jpegSegment } from '#test/support/images.ts'

const { start, jfif, tables, frame, scan, end } = jpegParts()
const file = (...segments: readonly Buffer[]) => Buffer.concat([start, ...segments, end])
const text = (value: string) => Buffer.from(value, 'latin1')
const bare = file(tables, frame, scan)

/** A frame with other parameters: precision, height, width, number of components, one component. */
const frameOf = (...parameters: readonly number[]) =>
  jpegSegment(0xc0, Buffer.from([...parameters, 1, 0x11, 0]))

describe('a JPEG', () => {
  test('comes out as it went in when there is nothing but the picture', () => {
    const bytes = createJpeg({ width: 300, height: 200 })
    expect(cleanJpeg(bytes)).toEqual({ width: 300, height: 200, bytes })
  })

  test.each<[string, Buffer]>([
    ['EXIF with a place', jpegSegment(0xe1, exifWithPlace)],
    ['XMP', jpegSegment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'))],
    ['comment', jpegSegment(0xfe, text('<script>alert(1)</script>'))],
    ['Photoshop data', jpegSegment(0xed, text('Photoshop 3.0\0'))],
    ['index of other pictures', jpegSegment(0xe2, text('MPF\0'))],
    ['JFIF extension', jpegSegment(0xe0, text('JFXX\0\x10'))],
    ['JFIF with a preview', jpegSegment(0xe0, text('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01abc'))],
    ['note that only begins like the one of Adobe', jpegSegment(0xee, text('Adobe and a whole page'))],
  ])('loses its %s, wherever it stands', (_name, note) => {
    for (const bytes of [
      file(note, tables, frame, scan),
      file(tables, note, frame, scan),
      file(tables, frame, note, scan),
      file(tables, frame, scan, note),
    ])
      expect(cleanJpeg(bytes)).toEqual({ width: 1, height: 1, bytes: bare })
  })

  test.each<[string, Buffer]>([
    ['JFIF without a preview', jfif],
    ['ICC profile', jpegSegment(0xe2, text('ICC_PROFILE\0\x01\x01profile'))],
    ['note about the colour transform', jpegSegment(0xee, text('Adobe\0\x64\0\0\0\0\x01'))],
  ])('keeps its %s', (_name, note) => {
    const bytes = file(note, tables, frame, scan)
    expect(cleanJpeg(bytes)).toMatchObject({ bytes })
  })

  test('may have several scans, restarts and escaped bytes in them, and fill bytes before a marker', () => {
    const rich = Buffer.concat([scan, Buffer.from([0xff, 0, 0x12, 0xff, 0xd0, 0x34, 0xff, 0xd7])])
    const bytes = file(tables, frame, rich, jpegSegment(0xdd, Buffer.from([0, 1])), scan)
    expect(cleanJpeg(bytes)).toMatchObject({ bytes })
    const filled = file(Buffer.from([0xff, 0xff]), tables, frame, scan)
    expect(cleanJpeg(filled)).toMatchObject({ bytes: bare })
  })

  test.each([0xc1, 0xc2])('may be of the frame %i', (marker) => {
    const bytes = file(tables, jpegSegment(marker, frame.subarray(4)), scan)
    expect(cleanJpeg(bytes)).toMatchObject({ width: 1, height: 1, bytes })
  })

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a start alone', start],
    ['nothing between start and end', file()],
    ['no frame', file(tables, scan)],
    ['no scan', file(tables, frame)],
    ['two frames', file(tables, frame, frame, scan)],
    ['a frame behind its scan', file(tables, scan, frame)],
    ['a frame of 12 bits', file(tables, frameOf(12, 0, 1, 0, 1, 1), scan)],
    ['a frame of two components', file(tables, frameOf(8, 0, 1, 0, 1, 2), scan)],
    ['a frame that is too short', file(tables, jpegSegment(0xc0, Buffer.from([8, 0, 1])), scan)],
    ['a lossless frame', file(tables, jpegSegment(0xc3, frame.subarray(4)), scan)],
    ['arithmetic coding', file(tables, jpegSegment(0xc9, frame.subarray(4)), scan)],
    ['a height that comes later', file(tables, frame, scan, jpegSegment(0xdc, Buffer.from([0, 1])))],
    ['a restart outside of a scan', file(tables, frame, Buffer.from([0xff, 0xd0]), scan)],
    ['a segment that is shorter than its length', file(tables, frame, Buffer.from([0xff, 0xfe, 0, 1]), scan)],
    ['a segment beyond the file', file(tables, frame, scan, Buffer.from([0xff, 0xfe, 0xff, 0xff]))],
    ['something that is no marker', file(tables, Buffer.from('<html>'), frame, scan)],
    ['no end', Buffer.concat([start, tables, frame, scan])],
    ['a second picture behind its end', Buffer.concat([createJpeg(), createJpeg()])],
    ['a page behind its end', Buffer.concat([createJpeg(), Buffer.from('<script>alert(1)</script>')])],
    ['an archive behind its end', Buffer.concat([createJpeg(), Buffer.from('PK\x03\x04')])],
    ['one byte behind its end', Buffer.concat([createJpeg(), Buffer.from([0])])],
  ])('with %s is malformed', (_name, bytes) => {
    expect(cleanJpeg(bytes)).toBe('malformed')
  })

  test('cut off anywhere is malformed', () => {
    const bytes = createJpeg({ width: 20, height: 20 })
    for (let length = 0; length < bytes.length; length++)
      expect(cleanJpeg(bytes.subarray(0, length)), `${length} bytes`).toBe('malformed')
  })
})
