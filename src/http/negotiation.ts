import type { IncomingHttpHeaders } from 'node:http'
import { refuse, type Refusal } from '../domain/refusal.ts'
import type { OperationEntry } from './operation.ts'

/** The media type of a Content-Type header without its parameters, lower case; null when the header cannot be read. */
export function mediaTypeOf(contentType: string): string | null {
  // A form with files is the one type that needs a parameter (RFC 7578 §4.1); what it is worth shows when it is read.
  if (/^multipart\/form-data[ \t]*;[ \t]*boundary=/i.test(contentType)) return 'multipart/form-data'
  const match = /^([\w!#$&^.+-]+\/[\w!#$&^.+-]+)[ \t]*(?:;[ \t]*charset="?utf-8"?[ \t]*)?$/i.exec(contentType)
  return match === null ? null : match[1]!.toLowerCase()
}

/** Whether a request brings a body (RFC 9112 §6.3). */
function bringsBody(headers: IncomingHttpHeaders): boolean {
  const length = headers['content-length']
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}

/**
 * Refuses a body of a media type that the operation does not declare, and any charset but UTF-8 (RFC 8259 §8.1). Looks
 * at the header only, before a byte of the body is read, so that parser and validator can never disagree about it.
 */
export function checkContentType(entry: OperationEntry, headers: IncomingHttpHeaders): Refusal | null {
  if (!bringsBody(headers)) return null
  const contentType = headers['content-type']
  const mediaType = contentType === undefined ? null : mediaTypeOf(contentType)
  if (mediaType !== null && entry.consumes.includes(mediaType)) return null
  const wanted =
    entry.consumes.length === 0 ? 'Send no body' : `Send the body as ${entry.consumes.join(' or ')}`
  return refuse('unsupported_media_type', wanted, 'content type not declared for the operation')
}

/** Refuses a body under a content coding: nothing here unpacks, and its bytes would be read as something else (RFC 9110 §8.4). */
export function checkContentEncoding(encoding: string | undefined): Refusal | null {
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return null
  return refuse('unsupported_media_type', 'Send the body without a content coding')
}

/** Headers that say who asks, where, and what comes: a second one would be another answer to the same question. A bit for each. */
const onceOnly: ReadonlyMap<string, number> = new Map(
  ['host', 'authorization', 'x-auth-token', 'content-type', 'content-encoding'].map((name, at) => [
    name,
    1 << at,
  ]),
)
const hostBit = onceOnly.get('host')!

/**
 * Refuses a request that carries one of these headers twice: Node keeps one of them, a proxy in front may have looked at the
 * other. Also one without Host (RFC 9112 §3.2).
 *
 * @param rawHeaders  names and values in turn, as they came
 */
export function checkHeaders(rawHeaders: readonly string[], httpVersion: string): Refusal | null {
  let seen = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const bit = onceOnly.get(rawHeaders[at]!.toLowerCase()) ?? 0
    if ((seen & bit) !== 0)
      return refuse('invalid_request', 'A header is given more than once that may be given once')
    seen |= bit
  }
  return (seen & hostBit) !== 0 || httpVersion === '1.0'
    ? null
    : refuse('invalid_request', 'The Host header is missing')
}

/** Refuses when the client accepts nothing that the operation produces (RFC 9110 §12.5.1). */
export function checkAccept(entry: OperationEntry, accept: string | undefined): Refusal | null {
  if (accept === undefined || entry.produces.length === 0 || accept.startsWith('*/*')) return null
  if (entry.produces.some((type) => acceptable(type, accept))) return null
  return refuse(
    'not_acceptable',
    `This operation answers ${entry.produces.join(' or ')}`,
    'accept header excludes the answer',
  )
}

/** The most specific range that covers the type decides; `q=0` excludes. */
function acceptable(type: string, accept: string): boolean {
  let best = { precision: 0, quality: 0 }
  for (const part of accept.toLowerCase().split(',')) {
    const [range = '', ...parameters] = part.split(';').map((text) => text.trim())
    const precision = range === type ? 3 : range === `${type.split('/')[0]}/*` ? 2 : range === '*/*' ? 1 : 0
    if (precision > best.precision) best = { precision, quality: qualityOf(parameters) }
  }
  return best.quality > 0
}

function qualityOf(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  return quality === undefined ? 1 : Number.parseFloat(quality.slice(2)) || 0
}
