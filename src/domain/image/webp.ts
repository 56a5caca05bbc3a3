import type { Flaw, Picture, Size } from './picture.ts'

/** A chunk of a RIFF file (RFC 9649 §2.3). */
type Chunk = { readonly name: string; readonly data: Buffer }

/** Flags of the extended header (RFC 9649 §2.7). */
const flags = { profile: 0x20, alpha: 0x10, animation: 0x02 }
const headerBytes = 12
const animation: ReadonlySet<string> = new Set(['ANIM', 'ANMF'])

/** Whether the file says that it is a WebP (RFC 9649 §2.4). */
export function isWebp(file: Buffer): boolean {
  return file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, headerBytes) === 'WEBP'
}

/**
 * Reads a WebP chunk by chunk to the end of the file, which has to be where its header says, and leaves out all but the
 * picture, its transparency and its colour profile: EXIF, XMP, whatever else somebody put there (RFC 9649 §2.7).
 */
export function cleanWebp(file: Buffer): Picture | Flaw {
  const chunks = chunksOf(file)
  if (chunks === null) return 'malformed'
  const find = (name: string) => chunks.find((chunk) => chunk.name === name)
  const header = find('VP8X')
  if (((header?.data[0] ?? 0) & flags.animation) !== 0 || chunks.some(({ name }) => animation.has(name)))
    return 'animated'
  const [image, ...others] = chunks.filter(({ name }) => name === 'VP8 ' || name === 'VP8L')
  const size = image === undefined ? null : sizeOf(image)
  if (image === undefined || size === null || others.length > 0) return 'malformed'
  if (header === undefined) return { ...size, bytes: write([image]) }
  if (header !== chunks[0] || !isCanvas(header, size)) return 'malformed'
  const profile = find('ICCP')
  const alpha = image.name === 'VP8 ' ? find('ALPH') : undefined
  const kept = [extendedHeader(header, profile), profile, alpha, image]
  return { ...size, bytes: write(kept.filter((chunk) => chunk !== undefined)) }
}

/** Null unless the file is nothing but whole chunks behind a header that knows how many bytes they have. */
function chunksOf(file: Buffer): readonly Chunk[] | null {
  if (!isWebp(file) || file.readUInt32LE(4) !== file.length - 8) return null
  const chunks: Chunk[] = []
  for (let at = headerBytes; at < file.length;) {
    if (file.length - at < 8) return null
    const size = file.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > file.length) return null
    chunks.push({ name: file.toString('latin1', at, at + 4), data: file.subarray(at + 8, at + 8 + size) })
    at = end
  }
  return chunks
}

function sizeOf({ name, data }: Chunk): Size | null {
  return name === 'VP8L' ? losslessSize(data) : lossySize(data)
}

/** A key frame that is shown, whose first partition is there, with its start code (RFC 6386 §9.1). */
function lossySize(data: Buffer): Size | null {
  if (data.length < 10) return null
  const tag = data.readUIntLE(0, 3)
  const isShownKeyFrame = (tag & 1) === 0 && (tag & 0x10) !== 0
  if (!isShownKeyFrame || tag >>> 5 > data.length - 10 || data.readUIntBE(3, 3) !== 0x9d012a) return null
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
}

/** The signature, two sizes less one of 14 bits each, a hint, and version 0 (RFC 9649 §3.4). */
function losslessSize(data: Buffer): Size | null {
  if (data.length < 6 || data[0] !== 0x2f) return null
  const bits = data.readUInt32LE(1)
  if (bits >>> 29 !== 0) return null
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/** A picture that does not move fills its canvas. */
function isCanvas({ data }: Chunk, { width, height }: Size): boolean {
  return data.length === 10 && data.readUIntLE(4, 3) + 1 === width && data.readUIntLE(7, 3) + 1 === height
}

function extendedHeader({ data }: Chunk, profile: Chunk | undefined): Chunk {
  const kept = (data[0]! & flags.alpha) | (profile === undefined ? 0 : flags.profile)
  return { name: 'VP8X', data: Buffer.concat([Buffer.from([kept, 0, 0, 0]), data.subarray(4)]) }
}

function write(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.flatMap(({ name, data }) => [
    Buffer.from(name, 'latin1'),
    uint32(data.length),
    data,
    Buffer.alloc(data.length % 2),
  ])
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts])
  return Buffer.concat([Buffer.from('RIFF'), uint32(body.length), body])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
