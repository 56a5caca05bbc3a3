import { isUtf8 } from 'node:buffer'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { mediaTypeOf } from './negotiation.ts'

/** A file in a form: its bytes, and the media type that the browser gives it; empty when it gives none that can be read. */
export type FormFile = { readonly mediaType: string; readonly bytes: Buffer }

/** Names and values of a form with files, each once. The object has no prototype. */
export type FileFormValues = Record<string, string | FormFile>

/** A part of a form: what its headers say, and its bytes. */
type Part = { readonly head: string; readonly data: Buffer }

/** Parts that a form may have: more than any of ours has. */
const mostParts = 32

const crlf = Buffer.from('\r\n')
const blankLine = Buffer.from('\r\n\r\n')

/** The boundary that a Content-Type names (RFC 2046 §5.1.1); null when it names none. */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] =
    /;[ \t]*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+,./:=?-]{1,70}))[ \t]*$/i.exec(contentType) ?? []
  return quoted ?? plain ?? null
}

/**
 * Reads `multipart/form-data` strictly (RFC 7578): no preamble, no epilogue, each name once, text in UTF-8. A field that is
 * empty, and a file that nobody chose, count as not sent, as in every form of ours.
 */
export function parseFileForm(bytes: Buffer, boundary: string): FileFormValues | Refusal {
  const parts = partsOf(Buffer.concat([crlf, bytes]), Buffer.from(`\r\n--${boundary}`))
  if (parts === null) return malformed
  const values = Object.create(null) as FileFormValues
  for (const part of parts) {
    const named =
      /^content-disposition: *form-data; *name="([^"\r\n]+)"(; *filename="[^"\r\n]*")?\r?$/im.exec(part.head)
    if (named === null) return malformed
    const [, name = '', filename] = named
    if (name in values) return repeated
    const isFile = filename !== undefined
    if (!isFile && !isUtf8(part.data)) return badEncoding
    values[name] = isFile ? { mediaType: typeOf(part.head), bytes: part.data } : part.data.toString()
  }
  return withoutEmpty(values)
}

/** All parts between the first delimiter, with which the form begins, and the last, with which it ends; null: it is no form. */
function partsOf(form: Buffer, delimiter: Buffer): readonly Part[] | null {
  const parts: Part[] = []
  if (!form.subarray(0, delimiter.length).equals(delimiter)) return null
  for (let at = delimiter.length; parts.length <= mostParts;) {
    const rest = form.subarray(at)
    const end = rest.toString('latin1', 0, 4)
    if (end === '--' || end === '--\r\n') return rest.length === end.length ? parts : null
    const next = form.indexOf(delimiter, at)
    const headEnd = form.indexOf(blankLine, at)
    if (!end.startsWith('\r\n') || next < 0 || headEnd < 0 || headEnd > next) return null
    const head = form.toString('latin1', at + crlf.length, headEnd)
    parts.push({ head, data: form.subarray(headEnd + blankLine.length, next) })
    at = next + delimiter.length
  }
  return null
}

function typeOf(head: string): string {
  const [, type = ''] = /^content-type: *([^\r\n]*)\r?$/im.exec(head) ?? []
  return mediaTypeOf(type) ?? ''
}

function withoutEmpty(values: FileFormValues): FileFormValues {
  for (const [name, value] of Object.entries(values)) {
    const size = typeof value === 'string' ? value.length : value.bytes.length
    if (size === 0) delete values[name]
  }
  return values
}

const malformed = refuse('invalid_request', 'The body is not a form with files that can be read')
const badEncoding = refuse('invalid_request', 'A field of the form is not valid UTF-8')
const repeated = refuse('invalid_request', 'A parameter is given more than once')
