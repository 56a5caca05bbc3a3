import { lanes } from '#src/domain/lane.ts'
import type { ScriptCallers } from '#src/domain/oauth/webOrigin.ts'
import { deprecationHeadersOf } from './deprecation.ts'
import {
  aliasesOf,
  fileForm,
  isBinary,
  operationsOf,
  resolve,
  type Json,
  type PlacedOperation,
} from './document.ts'

/**
 * Renders `generated/operations.gen.ts`: per operationId the types that a handler sees, and the run-time table that
 * the corridor is built from. Reply types cover what hey-api leaves out: 3xx, reply headers, media types.
 *
 * @param own        the bundle before decoration: a handler answers with its own statuses and headers; what is common
 *                   to a class is the corridor's affair
 * @param decorated  the bundle as it is served
 */
export function renderOperations(own: Json, decorated: Json): string {
  const types = operationsOf(own).map((placed) => renderTypes(own, placed))
  const table = operationsOf(decorated).map((placed) => renderEntry(decorated, placed))
  return `// Generated from openapi/ by \`make generate\`. Do not edit.
import type * as T from './types/types.gen.ts'

export interface Operations {
${types.join('\n')}
}

export const operations = {
${table.join('\n')}
} as const
`
}

/** Headers that the corridor sets for every operation of a class: no handler has to think of them. */
const corridorHeaders: ReadonlySet<string> = new Set(
  'cache-control deprecation etag retry-after sunset vary www-authenticate x-request-id'.split(' '),
)

function renderTypes(document: Json, placed: PlacedOperation): string {
  const { operation } = placed
  const id = operation['operationId'] as string
  const data = `T.${pascal(id)}Data`
  const replies = Object.entries<Json>(operation['responses']).map(([status, response]) =>
    renderReply(document, id, Number(status), resolve(document, response)),
  )
  const body = requestType(document, resolve(document, operation['requestBody']), `${data}['body']`)
  return `  ${id}: {
    body: ${body}
    path: ${has(document, placed, 'path') ? `NonNullable<${data}['path']>` : '{}'}
    query: ${has(document, placed, 'query') ? `NonNullable<${data}['query']>` : '{}'}
    principal: ${principalType(operation)}
    reply:
${replies.map((reply) => `      | ${reply}`).join('\n')}
  }`
}

/** The body as a handler sees it. Bytes come with the media type they were declared as: what they are is for it to find out. */
function requestType(document: Json, { content }: Json, textType: string): string {
  if (content === undefined) return 'undefined'
  const mediaTypes = Object.keys(content)
  if (content[fileForm] !== undefined)
    return fileFormType(document, resolve(document, content[fileForm].schema))
  if (!mediaTypes.every(isBinary)) return textType
  return `{ readonly mediaType: ${unionOf(mediaTypes)}; readonly bytes: Buffer }`
}

/** A form with files as a handler sees it: a file comes with the media type that the browser gave it. */
function fileFormType(document: Json, { properties, required = [] }: Json): string {
  const members = Object.entries<Json>(properties).map(([name, property]) => {
    const type =
      resolve(document, property)['format'] === 'binary'
        ? '{ readonly mediaType: string; readonly bytes: Buffer }'
        : 'string'
    return `readonly ${name}${required.includes(name) ? '' : '?'}: ${type}`
  })
  return `{ ${members.join('; ')} }`
}

function unionOf(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(' | ')
}

function renderReply(document: Json, id: string, status: number, response: Json): string {
  const body = bodyType(id, status, response)
  const headers = Object.entries<Json>(response['headers'] ?? {})
    .filter(([name]) => !corridorHeaders.has(name.toLowerCase()))
    .map(([name, header]) => {
      const { required, schema } = resolve(document, header)
      const type = name.toLowerCase() === 'set-cookie' ? 'readonly string[]' : scalarType(document, schema)
      return `'${name.toLowerCase()}'${required === true ? '' : '?'}: ${type}`
    })
  const mediaTypes = Object.keys(response['content'] ?? {})
  // Where bytes may be of several types, only the handler knows of which they are.
  if (mediaTypes.length > 1 && mediaTypes.every(isBinary))
    headers.push(`'content-type': ${unionOf(mediaTypes)}`)
  const needed = headers.some((header) => !header.includes("'?:"))
  const reply = `{ status: ${status}; body: ${body}; headers${needed ? '' : '?'}: ${headers.length === 0 ? 'Record<string, never>' : `{ ${headers.join('; ')} }`} }`
  // Where a text may be answered instead of JSON, only the handler knows that it is one.
  const texts = Object.keys(response['content'] ?? {}).filter((type) => type !== 'application/json')
  if (body === 'string' || body === 'Uint8Array' || texts.length === 0) return reply
  const textHeaders = [...headers, `'content-type': ${texts.map((type) => `'${type}'`).join(' | ')}`]
  return `${reply} | { status: ${status}; body: string; headers: { ${textHeaders.join('; ')} } }`
}

function bodyType(id: string, status: number, response: Json): string {
  const mediaTypes = Object.keys(response['content'] ?? {})
  if (mediaTypes.length === 0) return 'undefined'
  if (!mediaTypes.includes('application/json'))
    return mediaTypes.every((type) => type.startsWith('text/') || type === 'image/svg+xml')
      ? 'string'
      : 'Uint8Array'
  return `T.${pascal(id)}${status < 400 ? 'Responses' : 'Errors'}[${status}]`
}

function scalarType(document: Json, schema: Json): string {
  const { type, const: constant } = resolve(document, schema)
  if (constant !== undefined) return JSON.stringify(constant)
  if (type === 'integer' || type === 'number') return 'number'
  return type === 'boolean' ? 'boolean' : 'string'
}

/** Kinds of callers by scheme; `nobody` where a token is optional (`{}`, OpenAPI 3.1 §4.8.30). */
function principalType(operation: Json): string {
  const kinds = (operation['security'] as Json[]).flatMap((requirement) => {
    const schemes = Object.keys(requirement)
    return schemes.length === 0 ? ['nobody'] : schemes
  })
  return kinds.length === 0 ? 'never' : unionOf([...new Set(kinds)])
}

function renderEntry(document: Json, placed: PlacedOperation): string {
  const { operation, path, method, mediaType } = placed
  const id = operation['operationId'] as string
  const requestBody = resolve(document, operation['requestBody'])
  const responses = Object.entries<Json>(operation['responses'])
  const entry = {
    id,
    tag: operation['tags'][0],
    method: method.toUpperCase(),
    path,
    aliases: [...aliasesOf(document)].flatMap(([alias, target]) => (target === id ? [alias] : [])),
    security: operation['security'],
    consumes: mediaType === null ? Object.keys(requestBody['content'] ?? {}) : [mediaType],
    bodyLimit: bodyLimitOf(document, requestBody),
    produces: [
      ...new Set(
        responses.flatMap(([status, response]) =>
          status.startsWith('2') ? Object.keys(resolve(document, response)['content'] ?? {}) : [],
        ),
      ),
    ],
    statuses: responses.map(([status]) => Number(status)),
    isStatic: operation['x-static'] === true,
    cacheControl: operation['x-cache-control'] ?? null,
    audience: operation['x-audience'] ?? 'api',
    isRateLimited: operation['x-rate-limit'] === true,
    needsStepUp: operation['x-step-up'] === true,
    clientAuthentication: operation['x-client-authentication'] ?? null,
    takesInitialToken: operation['x-initial-access-token'] === true,
    tokenMember: operation['x-token-in-body'] ?? null,
    mediaType,
    isDevelopmentOnly: operation['x-development-only'] === true,
    lane: laneOf(operation),
    callers: callersOf(operation, path),
    deprecation: deprecationHeadersOf(operation),
  }
  return `  ${id}: ${JSON.stringify(entry)},`
}

/** Bytes that a body of bytes may have: more than the corridor's own limit for text; null: that one holds. */
function bodyLimitOf(document: Json, { content = {} }: Json): number | null {
  const limits = Object.entries<Json>(content).flatMap(([mediaType, { schema }]) => {
    if (isBinary(mediaType)) return [resolve(document, schema)['maxLength'] as number]
    return mediaType === fileForm ? [fileFormLimit(document, resolve(document, schema))] : []
  })
  return limits.length === 0 ? null : Math.max(...limits)
}

/** All fields of a form at their longest, with what stands around them (RFC 7578 §4): headers and boundaries of each part. */
function fileFormLimit(document: Json, { properties }: Json): number {
  const lengths = Object.values<Json>(properties).map(
    (property) => resolve(document, property)['maxLength'] as number,
  )
  return lengths.reduce((all, length) => all + length + 1024, 1024)
}

/** Pages of which web origins may call an operation by script and read its answers. */
function callersOf(operation: Json, path: string): ScriptCallers {
  if (operation['x-audience'] === 'browser' || operation['x-development-only'] === true) return 'nobody'
  if (operation['x-static'] === true) return 'everybody'
  return operation['x-cors'] ?? (path.startsWith('/api/v1/') ? 'configured' : 'nobody')
}

/** An operation that does not say how urgent it is comes last, until it does (`rule/operation-has-a-lane`). */
function laneOf(operation: Json): Json | string | null {
  const lane = operation['x-lane'] ?? (operation['x-static'] === true ? 'none' : lanes[0])
  if (lane === 'none') return null
  const named = typeof lane === 'string' ? [lane] : Object.values<Json>(lane).flatMap(Object.values<string>)
  for (const name of named)
    if (!(lanes as readonly unknown[]).includes(name))
      throw new Error(`x-lane of ${operation['operationId']}: ${name} is none of ${lanes.join(', ')}`)
  return lane
}

function parametersOf(document: Json, { operation, pathItem }: PlacedOperation): Json[] {
  return [...(pathItem['parameters'] ?? []), ...(operation['parameters'] ?? [])].map((parameter) =>
    resolve(document, parameter),
  )
}

function has(document: Json, placed: PlacedOperation, where: string): boolean {
  return parametersOf(document, placed).some((parameter) => parameter['in'] === where)
}

function pascal(id: string): string {
  return id[0]!.toUpperCase() + id.slice(1)
}
