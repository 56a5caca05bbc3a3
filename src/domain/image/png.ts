import { crc32 } from '../token/checksum.ts'
import type { Flaw, Picture, Size } from './picture.ts'

/** First bytes of a PNG (PNG Specification, Third Edition, §5.2). */
export const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** A chunk with its length, type and CRC around its data (§5.3). */
type Chunk = { readonly type: string; readonly data: Buffer; readonly whole: Buffer }

/** Length, type and CRC: what a chunk has besides its data. */
const frameBytes = 12

/** Bit depths of each colour type (§11.2.1, table 11). */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
const indexedColour = 3

const critical: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])

/** Chunks that are not critical, but change how the picture looks: transparency, colour space, background, shape of a pixel. */
const visible: ReadonlySet<string> = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs'.split(' '),
)

/** Chunks of animations (§11.3.6). */
const animation: ReadonlySet<string> = new Set(['acTL', 'fcTL', 'fdAT'])

/**
 * Reads a PNG chunk by chunk, each with its CRC, to an IEND that ends the file (§5.6), and leaves out every chunk that does
 * not change how it looks: text, times, EXIF, whatever else somebody put there. The compressed pixels are not unpacked.
 */
export function cleanPng(file: Buffer): Picture | Flaw {
  const chunks = chunksOf(file)
  if (chunks === null) return 'malformed'
  if (chunks.some(({ type }) => animation.has(type))) return 'animated'
  const size = sizeOf(chunks)
  if (size === null || !isInOrder(chunks)) return 'malformed'
  const kept = chunks.filter(({ type }) => critical.has(type) || visible.has(type))
  return { ...size, bytes: Buffer.concat([pngSignature, ...kept.map(({ whole }) => whole)]) }
}

/** Null unless the file is nothing but whole chunks behind the signature. */
function chunksOf(file: Buffer): readonly Chunk[] | null {
  if (!file.subarray(0, pngSignature.length).equals(pngSignature)) return null
  const chunks: Chunk[] = []
  for (let at = pngSignature.length; at < file.length; at += chunks.at(-1)!.whole.length) {
    if (file.length - at < frameBytes) return null
    const end = at + frameBytes + file.readUInt32BE(at)
    if (end > file.length) return null
    const type = file.toString('latin1', at + 4, at + 8)
    if (!/^[A-Za-z]{4}$/.test(type) || crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4))
      return null
    chunks.push({ type, data: file.subarray(at + 8, end - 4), whole: file.subarray(at, end) })
  }
  return chunks
}

/** What the image header says; null when it is none that a reader has to understand (§11.2.1). */
function sizeOf([header]: readonly Chunk[]): Size | null {
  if (header?.type !== 'IHDR' || header.data.length !== 13) return null
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = header.data.subarray(8)
  if (compression !== 0 || filter !== 0 || interlace > 1) return null
  if (depths[colour]?.includes(depth) !== true) return null
  return { width: header.data.readUInt32BE(0), height: header.data.readUInt32BE(4) }
}

/** One header, at most one palette before the pixels, the pixels in one row, the end at the end (§5.6, table 5). */
function isInOrder(chunks: readonly Chunk[]): boolean {
  const types = chunks.map(({ type }) => type)
  const count = (type: string) => types.filter((each) => each === type).length
  const [first, last] = [types.indexOf('IDAT'), types.lastIndexOf('IDAT')]
  const end = chunks.at(-1)!
  const areKnown = types.every((type) => critical.has(type) || /^[a-z]/.test(type))
  const arePixelsOneRow = first > 0 && count('IDAT') === last - first + 1
  const isEnd = end.type === 'IEND' && end.data.length === 0 && count('IEND') === 1
  return areKnown && arePixelsOneRow && isEnd && count('IHDR') === 1 && isPaletteRight(chunks, first)
}

function isPaletteRight(chunks: readonly Chunk[], firstPixels: number): boolean {
  const palettes = chunks.filter(({ type }) => type === 'PLTE')
  const [palette] = palettes
  if (palette === undefined) return chunks[0]!.data[9] !== indexedColour
  const { length } = palette.data
  return (
    palettes.length === 1 &&
    chunks.indexOf(palette) < firstPixels &&
    length > 0 &&
    length % 3 === 0 &&
    length <= 768
  )
}
