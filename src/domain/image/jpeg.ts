import type { Flaw, Picture, Size } from './picture.ts'

/** First bytes of a JPEG: the start of the image, and the first byte of the next marker (ITU-T T.81 §B.1.1.3). */
export const jpegStart = Buffer.from([0xff, 0xd8, 0xff])

/** A marker with what belongs to it: its parameters, and behind the header of a scan the coded data. */
type Segment = { readonly marker: number; readonly payload: Buffer; readonly whole: Buffer }

/** Codes of markers (T.81 table B.1). */
const markers = { huffman: 0xc4, end: 0xd9, scan: 0xda, quantization: 0xdb, interval: 0xdd, comment: 0xfe }
/** Frames that every browser decodes: baseline, extended sequential and progressive, all with Huffman coding. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])
const tables: ReadonlySet<number> = new Set([markers.huffman, markers.quantization, markers.interval])

/**
 * Reads a JPEG marker by marker to an end of image that ends the file (T.81 §B.2), and leaves out comments and application
 * data: EXIF with its places and previews, XMP, other pictures. What says how colours are meant stays: JFIF without a
 * preview, the ICC profile, Adobe's note about the colour transform.
 */
export function cleanJpeg(file: Buffer): Picture | Flaw {
  const segments = segmentsOf(file)
  if (segments === null || !segments.every(isKnown)) return 'malformed'
  const size = sizeOf(segments)
  if (size === null) return 'malformed'
  const kept = segments.filter((segment) => !isNote(segment) || isAboutColour(segment))
  const parts = kept.map(({ whole }) => whole)
  return {
    ...size,
    bytes: Buffer.concat([jpegStart.subarray(0, 2), ...parts, Buffer.from([0xff, markers.end])]),
  }
}

/** All segments between the start and the end of the image; null unless the file is nothing but these. */
function segmentsOf(file: Buffer): readonly Segment[] | null {
  if (!file.subarray(0, jpegStart.length).equals(jpegStart)) return null
  const segments: Segment[] = []
  let at = 2
  while (file[at] === 0xff) {
    // Any marker may be preceded by fill bytes (§B.1.1.2).
    while (file[at + 1] === 0xff) at++
    const marker = file[at + 1]!
    if (marker === markers.end) return at + 2 === file.length ? segments : null
    if (at + 4 > file.length) return null
    const head = at + 2 + file.readUInt16BE(at + 2)
    if (head < at + 4 || head > file.length) return null
    const end = marker === markers.scan ? endOfScan(file, head) : head
    segments.push({ marker, payload: file.subarray(at + 4, head), whole: file.subarray(at, end) })
    at = end
  }
  return null
}

/** Where the coded data of a scan ends: at a marker that is neither an escaped 0xFF nor a restart (§B.1.1.5). */
function endOfScan(file: Buffer, start: number): number {
  let at = file.indexOf(0xff, start)
  while (at >= 0 && (file[at + 1] === 0 || isRestart(file[at + 1]))) at = file.indexOf(0xff, at + 2)
  return at < 0 ? file.length : at
}

function isRestart(code: number | undefined): boolean {
  return code !== undefined && code >= 0xd0 && code <= 0xd7
}

/** Markers without parameters have no business here, nor have lossless, hierarchical and arithmetic coding. */
function isKnown(segment: Segment): boolean {
  const { marker } = segment
  return frames.has(marker) || tables.has(marker) || marker === markers.scan || isNote(segment)
}

/** A comment or application data. */
function isNote({ marker }: Segment): boolean {
  return marker === markers.comment || (marker & 0xf0) === 0xe0
}

function isAboutColour({ marker, payload }: Segment): boolean {
  const begins = (name: string) => payload.subarray(0, name.length).equals(Buffer.from(name, 'latin1'))
  if (marker === 0xe0) return begins('JFIF\0') && payload.length === 14
  if (marker === 0xe2) return begins('ICC_PROFILE\0')
  return marker === 0xee && begins('Adobe') && payload.length === 12
}

/** What the one frame says; null when there is none before the first scan, or one that is none (§B.2.2). */
function sizeOf(segments: readonly Segment[]): Size | null {
  const at = segments.findIndex(({ marker }) => frames.has(marker))
  const scan = segments.findIndex(({ marker }) => marker === markers.scan)
  const areFramesMany = segments.filter(({ marker }) => frames.has(marker)).length > 1
  if (at < 0 || scan < at || areFramesMany) return null
  const { payload } = segments[at]!
  const components = payload[5] ?? 0
  if (![1, 3, 4].includes(components) || payload.length !== 6 + 3 * components || payload[0] !== 8)
    return null
  return { width: payload.readUInt16BE(3), height: payload.readUInt16BE(1) }
}
