import { inflateSync } from 'node:zlib'
import { correction, generate } from 'lean-qr'

/** The quiet zone around a QR code (ISO/IEC 18004 §6.3.8), and how large a module is drawn. */
const quiet = 4
const scale = 6

/** The modules of a QR code as a PNG shows them, `#` for a dark one, with the quiet zone. Of each module its middle counts. */
export function modulesOf(png: Buffer): string {
  const { width, height, data } = readPng(png)
  const rowBytes = 1 + Math.ceil(width / 8)
  const isDark = (x: number, y: number) => ((data[y * rowBytes + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1) === 1
  const middles = (length: number) =>
    Array.from({ length: length / scale }, (_, module) => module * scale + scale / 2)
  return middles(height)
    .map((y) =>
      middles(width)
        .map((x) => (isDark(x, y) ? '#' : '.'))
        .join(''),
    )
    .join('\n')
}

/** The modules of the QR code of a text. */
export function expectedModules(text: string): string {
  const code = generate(text, { minCorrectionLevel: correction.M })
  return code.toString({ on: '#', off: '.', lf: '\n', pad: quiet }).trim()
}

/** Size and rows of a PNG of one bit per pixel, whose second colour is black (RFC 2083 §3, §4.1). */
function readPng(png: Buffer): { readonly width: number; readonly height: number; readonly data: Buffer } {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const header = chunks.get('IHDR')!
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    data: inflateSync(chunks.get('IDAT')!),
  }
}
