import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { operations } from '../../generated/operations.gen.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { checkJson } from './json.ts'
import { boundaryOf, parseFileForm } from './multipart.ts'
import { mediaTypeOf } from './negotiation.ts'

/** Media types that operations consume. */
export const jsonType = 'application/json'
export const formType = 'application/x-www-form-urlencoded'
const fileFormType = 'multipart/form-data'

/** Media types of the contract whose content is bytes: no parser of ours looks into them. */
const byteTypes = [
  ...new Set(Object.values(operations).flatMap(({ consumes }) => consumes as readonly string[])),
].filter((type) => ![jsonType, formType, fileFormType].includes(type))

/** A body that cannot be read: thrown through Fastify's parser, answered by its error handler. */
export class UnreadableBody extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}

/**
 * Registers the parsers: JSON, forms, forms with files, and bytes as they come. Text is proven to be UTF-8 first: a decoder that replaces
 * what it cannot read would let two different bodies become one.
 */
export function addBodyParsers(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(jsonType, { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    if (bytes.length === 0) return done(null, undefined)
    if (!isUtf8(bytes)) return done(new UnreadableBody(badEncoding))
    const text = bytes.toString()
    void parseJson(request, text, (error, value) => {
      if (error !== null) return done(new UnreadableBody(badJson))
      const problem = checkJson(text, value)
      return problem === null ? done(null, value) : done(new UnreadableBody(problem))
    })
  })
  app.addContentTypeParser(formType, { parseAs: 'buffer' }, (_request, bytes: Buffer, done) => {
    if (bytes.length === 0) return done(null, undefined)
    if (!isUtf8(bytes)) return done(new UnreadableBody(badEncoding))
    const values = parseForm(bytes.toString())
    if (isRefusal(values)) return done(new UnreadableBody(values))
    done(null, withoutEmpty(values))
  })
  app.addContentTypeParser(fileFormType, { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    if (bytes.length === 0) return done(null, undefined)
    const boundary = boundaryOf(request.headers['content-type'] ?? '')
    if (boundary === null) return done(new UnreadableBody(noBoundary))
    const values = parseFileForm(bytes, boundary)
    done(isRefusal(values) ? new UnreadableBody(values) : null, values)
  })
  app.addContentTypeParser([...byteTypes], { parseAs: 'buffer' }, (request, bytes: Buffer, done) =>
    done(
      null,
      bytes.length === 0
        ? undefined
        : { mediaType: mediaTypeOf(request.headers['content-type'] ?? ''), bytes },
    ),
  )
  // A Content-Type with no body behind it says nothing; one with a body was refused before it was read.
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes: Buffer, done) =>
    bytes.length === 0 ? done(null, undefined) : done(new UnreadableBody(unreadable)),
  )
}

/** Names and values of a form or a query, each once. The object has no prototype: `__proto__` is a name like any other. */
export type FormValues = Record<string, string>

/**
 * Reads `application/x-www-form-urlencoded` strictly: a repeated name is refused (RFC 6749 §3.1, §3.2), and so are
 * percent-encodings that are none or decode to bytes which are no UTF-8.
 */
export function parseForm(text: string): FormValues | Refusal {
  const values = Object.create(null) as FormValues
  if (text === '') return values
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decode(at < 0 ? pair : pair.slice(0, at))
    const value = at < 0 ? '' : decode(pair.slice(at + 1))
    if (name === null || value === null) return badEncoding
    if (name in values) return repeated
    values[name] = value
  }
  return values
}

/** Parameters sent without a value count as not sent (RFC 6749 §3.1, §3.2). */
function withoutEmpty(values: FormValues): FormValues {
  for (const name of Object.keys(values)) if (values[name] === '') delete values[name]
  return values
}

function decode(text: string): string | null {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return null
  }
}

const unreadable = refuse('unsupported_media_type', 'This operation does not read that media type')
const noBoundary = refuse('invalid_request', 'The Content-Type of a form with files names its boundary')
const badJson = refuse('invalid_request', 'The body is not valid JSON')
const badEncoding = refuse(
  'invalid_request',
  'The request is not valid UTF-8 or not correctly percent-encoded',
)
const repeated = refuse('invalid_request', 'A parameter is given more than once')
