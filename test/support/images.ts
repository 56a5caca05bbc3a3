import { crc32, deflateSync } from 'node:zlib'

/* Images made byte by byte, so that tests can leave out, repeat and bend every part of them. */

/** Pixels of an image that is made. */
type Size = { readonly width: number; readonly height: number }

const onePixel: Size = { width: 1, height: 1 }

function uint32be(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A chunk of a PNG, with the CRC that it should have. */
export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([uint32be(data.length), body, uint32be(crc32(body))])
}

/** The parts of a grey PNG, in order. */
export function pngParts({ width, height }: Size = onePixel) {
  const pixels = Buffer.alloc(height * (width + 1))
  return {
    signature: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    header: pngChunk(
      'IHDR',
      Buffer.concat([uint32be(width), uint32be(height), Buffer.from([8, 0, 0, 0, 0])]),
    ),
    pixels: pngChunk('IDAT', deflateSync(pixels)),
    end: pngChunk('IEND'),
  }
}

/**
 * A grey PNG.
 *
 * @param more  chunks between the header and the pixels
 */
export function createPng(size: Size = onePixel, more: readonly Buffer[] = []): Buffer {
  const { signature, header, pixels, end } = pngParts(size)
  return Buffer.concat([signature, header, ...more, pixels, end])
}

/** A PNG of one pixel in this colour, where people look at what is uploaded. */
export function createColouredPng(red: number, green: number, blue: number): Buffer {
  const { signature, end } = pngParts()
  const header = pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]))
  const pixels = pngChunk('IDAT', deflateSync(Buffer.from([0, red, green, blue])))
  return Buffer.concat([signature, header, pixels, end])
}

/** A segment of a JPEG: marker, length, parameters. */
export function jpegSegment(marker: number, payload: Buffer): Buffer {
  const length = payload.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), payload])
}

/** The parts of a grey JPEG, in order. Each block of it is 00: no difference, end of block. */
export function jpegParts({ width, height }: Size = onePixel) {
  const frame = [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]
  const oneCode = (table: number) => [table, 1, ...Array.from({ length: 15 }, () => 0), 0]
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const bits = Buffer.alloc(Math.ceil(blocks / 4))
  // What the last byte has beyond the last block is filled with ones.
  bits[bits.length - 1] = 0xff >> (((blocks - 1) % 4) * 2 + 2)
  return {
    start: Buffer.from([0xff, 0xd8]),
    jfif: jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    tables: Buffer.concat([
      jpegSegment(0xdb, Buffer.from([0, ...Array.from({ length: 64 }, () => 1)])),
      jpegSegment(0xc4, Buffer.from([...oneCode(0), ...oneCode(0x10)])),
    ]),
    frame: jpegSegment(0xc0, Buffer.from(frame)),
    scan: Buffer.concat([jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), bits]),
    end: Buffer.from([0xff, 0xd9]),
  }
}

/**
 * A grey JPEG.
 *
 * @param more  segments before the tables
 */
export function createJpeg(size: Size = onePixel, more: readonly Buffer[] = []): Buffer {
  const { start, jfif, tables, frame, scan, end } = jpegParts(size)
  return Buffer.concat([start, jfif, ...more, tables, frame, scan, end])
}

/** EXIF with a place in it, as a camera writes it into a JPEG. */
export const exifWithPlace = Buffer.from('Exif\0\0MM\0*\0\0\0\x08 GPS 52.5186 N 13.3761 E', 'latin1')

/** A chunk of a WebP: name, size, data, and a byte that makes it even. */
export function webpChunk(name: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(name, 'latin1'), size, data, Buffer.alloc(data.length % 2)])
}

/** A WebP of these chunks. */
export function webpOf(...chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), size, body])
}

/** The picture of a lossless WebP: five prefix codes of one symbol each, so that no pixel needs a bit. */
export function losslessChunk({ width, height }: Size = onePixel): Buffer {
  const bits = Buffer.alloc(4)
  bits.writeUInt32LE(((width - 1) | ((height - 1) << 14) | (1 << 28)) >>> 0)
  return webpChunk(
    'VP8L',
    Buffer.concat([Buffer.from([0x2f]), bits, Buffer.from('071011118888fe0700', 'hex')]),
  )
}

/** The picture of a lossy WebP of one pixel. */
export const lossyChunk = webpChunk(
  'VP8 ',
  Buffer.from('3001009d012a010001000ec0fe25a400037000000000', 'hex'),
)

/** The header of an extended WebP. */
export function extendedChunk(flags: number, { width, height }: Size = onePixel): Buffer {
  const data = Buffer.alloc(10)
  data[0] = flags
  data.writeUIntLE(width - 1, 4, 3)
  data.writeUIntLE(height - 1, 7, 3)
  return webpChunk('VP8X', data)
}
