import type { ValidateFunction } from 'ajv'
import contract from '#generated/openapi.json' with { type: 'json' }
import { operations } from '#generated/operations.gen.ts'
import { operationsOf, resolve, type Json } from '#openapi/generate/document.ts'
import { createAjv, forValidation } from '#src/http/backend.ts'
import type { OperationEntry, OperationId } from '#src/http/operation.ts'
import { multipartOf, multipartType } from './multipart.ts'
import type { Answer, WireRequest } from './wire.ts'

/** The contract as it is served. */
export const document: Json = contract

/** Every operation of the table. */
export const entries: readonly OperationEntry[] = Object.values(operations)

const ajv = createAjv({ allErrors: true, useDefaults: false }).addSchema(forValidation(contract), 'contract')
const validators = new WeakMap<Json, ValidateFunction>()
const validatorsByText = new Map<string, ValidateFunction>()
const placed = new Map(operationsOf(document).map((each) => [each.operation['operationId'] as string, each]))

/** The operation as the contract describes it. */
export function specOf(id: OperationId): Json {
  const found = placed.get(id)
  if (found === undefined) throw new Error(`the contract has no operation ${id}`)
  return found.operation
}

/** Its parameters, `$ref`s followed, those of the path item included. */
export function parametersOf(id: OperationId): readonly Json[] {
  const { operation, pathItem } = placed.get(id)!
  const own = [...(pathItem['parameters'] ?? []), ...(operation['parameters'] ?? [])]
  return own.map((parameter: Json) => resolve(document, parameter))
}

/** Schema and examples of its request body for one media type; null when it takes none of that type. */
export function bodyOf(
  id: OperationId,
  mediaType: string,
): { readonly schema: Json; readonly examples: Json } | null {
  const content = resolve(document, specOf(id)['requestBody'])['content']?.[mediaType] as Json | undefined
  return content === undefined ? null : { schema: content['schema'], examples: examplesOf(content) }
}

/** The examples that stand at a media type, a parameter or a header, by name, `$ref`s followed: name → value. */
export function examplesOf(node: Json): Json {
  const named = Object.entries<Json>(node['examples'] ?? {}).map(([name, example]) => [
    name,
    resolve(document, example)['value'],
  ])
  return { ...('example' in node ? { example: node['example'] } : {}), ...Object.fromEntries(named) }
}

/** Why a value does not fit a schema of the contract, in the validator's words; null when it does. */
export function problemOf(schema: Json, value: unknown): string | null {
  const validate = validators.get(schema) ?? compile(schema)
  validators.set(schema, validate)
  return validate(value) ? null : ajv.errorsText(validate.errors)
}

/** The same schema stands at many places: each text is compiled once. */
function compile(schema: Json): ValidateFunction {
  const text = JSON.stringify(schema)
  const validate = validatorsByText.get(text) ?? ajv.compile(inContract(schema))
  validatorsByText.set(text, validate)
  return validate
}

/** A schema out of the document, with its `$ref`s pointing into the document from outside. */
function inContract(schema: Json): Json {
  return forValidation(
    JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/')) as Json,
  )
}

/**
 * Everything in which an answer differs from what the contract says of the operation: undeclared status, missing header, a
 * header or body that does not fit. Empty when it keeps the contract.
 */
export function answerProblems(entry: OperationEntry, answer: Answer): string[] {
  const response = resolve(document, specOf(entry.id)['responses'][String(answer.status)])
  if (!entry.statuses.includes(answer.status)) return [`status ${answer.status} is not declared`]
  return [...headerProblems(response, answer), ...bodyProblems(response, answer)]
}

function bodyProblems(response: Json, { text, body, headers }: Answer): string[] {
  const content = response['content'] as Json | undefined
  if (content === undefined) return text === '' ? [] : ['a body where none is declared']
  const sent = mediaTypeIn(headers['content-type'])
  const media = content[sent] as Json | undefined
  if (media === undefined) return [`a body of type ${sent} where ${Object.keys(content).join()} is declared`]
  const schema = resolve(document, media['schema'])
  // Counting the characters of a text takes long, and there are never more of them than code units.
  const isShort = schema['type'] === 'string' && text.length <= (schema['maxLength'] ?? Infinity)
  const rest = isShort ? withoutLength(schema) : schema
  const problem = problemOf(rest, sent === 'application/json' ? body : text)
  return problem === null ? [] : [problem]
}

const unbounded = new WeakMap<Json, Json>()

/** The schema without its `maxLength`: the same object for the same schema, so that it is compiled once. */
function withoutLength(schema: Json): Json {
  const known = unbounded.get(schema) ?? { ...schema, maxLength: undefined }
  unbounded.set(schema, known)
  return known
}

/** The media type in a `Content-Type`, without parameters; empty when there is none. */
function mediaTypeIn(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]!.trim().toLowerCase()
}

/**
 * The operation whose answers a request gets. Where two share a URL, the media type of the body picks. A URL that cannot be
 * decoded names none: it is answered like that of any operation for programs.
 */
export function addressedBy(
  { method, path }: OperationEntry,
  target: string,
  headers: Readonly<Record<string, string>>,
): OperationEntry {
  if (/%(?![\da-f]{2})/i.test(target.split('?')[0]!)) return operations.getApp
  const sharing = entries.filter((each) => each.method === method && each.path === path)
  const mediaType = mediaTypeIn(headers['content-type'])
  return (
    sharing.find((each) => each.mediaType === mediaType) ?? sharing.find((each) => each.mediaType === null)!
  )
}

function headerProblems(response: Json, answer: Answer): string[] {
  return Object.entries<Json>(response['headers'] ?? {}).flatMap(([name, node]) => {
    const { required, schema } = resolve(document, node)
    const value = answer.headers[name.toLowerCase()]
    if (value === undefined) return required === true ? [`header ${name} is missing`] : []
    const isNumber = resolve(document, schema)['type'] === 'integer'
    // Set-Cookie is the one header that comes as a list: what the contract says holds for each of its lines.
    return [value].flat().flatMap((line) => {
      const problem = problemOf(schema, isNumber ? Number(line) : line)
      return problem === null ? [] : [`header ${name}: ${problem}`]
    })
  })
}

/** The media type in which an operation's first declared body travels; null when it takes no body. */
export function mediaTypeOf(entry: OperationEntry): string | null {
  return entry.consumes[0] ?? null
}

/** Examples that need least: for the others another fact (a code, a user's consent) would have to be there first. */
const selfSufficient: Partial<Record<OperationId, string>> = {
  authorize: 'approve',
  submitPasswordReset: 'password',
  issueToken: 'printedClientCredentials',
}

/** The values of an operation's example request: its body's members, or its body where that is bytes; its path, its required query. */
export type ExampleRequest = {
  readonly path: Json
  readonly query: Json
  readonly body: Json | null
  readonly bytes?: Buffer
}

/** The example request of the contract that needs least to be there before, with `values` put in by name. */
export function exampleRequest(
  entry: OperationEntry,
  values: Readonly<Record<string, unknown>> = {},
): ExampleRequest {
  const put = (members: Json): Json =>
    Object.fromEntries(Object.entries(members).map(([name, value]) => [name, values[name] ?? value]))
  const mediaType = mediaTypeOf(entry)
  const examples = mediaType === null ? {} : bodyOf(entry.id, mediaType)!.examples
  const chosen = (examples[selfSufficient[entry.id] ?? ''] ?? Object.values(examples)[0] ?? null) as
    | Json
    | string
    | null
  // A value that is given by name puts a parameter in that the operation could do without.
  const parameters = parametersOf(entry.id).filter(
    (parameter) => parameter['required'] === true || parameter['name'] in values,
  )
  const inPlace = (where: string): Json =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter['in'] === where)
        .map((parameter) => [parameter['name'], Object.values(examplesOf(parameter))[0]]),
    )
  return {
    path: put(inPlace('path')),
    query: put(inPlace('query')),
    ...(typeof chosen === 'string'
      ? { body: null, bytes: Buffer.from(chosen, 'latin1') }
      : { body: chosen === null ? null : put(chosen) }),
  }
}

/** Names of the files in the form of an operation. */
export function filesOf(id: OperationId): ReadonlySet<string> {
  const properties = Object.entries<Json>(
    resolve(document, bodyOf(id, 'multipart/form-data')?.schema)['properties'] ?? {},
  )
  return new Set(properties.filter(([, { format }]) => format === 'binary').map(([name]) => name))
}

/** True for a media type whose bodies are bytes; its examples have a character for each byte. */
export function isBytes(mediaType: string): boolean {
  return mediaType.startsWith('image/')
}

/** Puts an example request into bytes: the first media type that the operation takes, or the one that is asked for. */
export function wireRequestOf(
  entry: OperationEntry,
  request: ExampleRequest,
  headers: Readonly<Record<string, string>> = {},
  mediaType = mediaTypeOf(entry),
): WireRequest {
  const path = entry.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(request.path[name])),
  )
  const query = new URLSearchParams(request.query).toString()
  const target = { method: entry.method, path: query === '' ? path : `${path}?${query}` }
  const contentHeaders = { 'content-type': mediaType ?? '', ...headers }
  if (request.bytes !== undefined) return { ...target, headers: contentHeaders, body: request.bytes }
  if (request.body === null || mediaType === null) return { ...target, headers }
  if (mediaType === 'multipart/form-data')
    return {
      ...target,
      headers: { ...contentHeaders, 'content-type': multipartType },
      body: multipartOf(request.body, filesOf(entry.id)),
    }
  const isForm = mediaType === 'application/x-www-form-urlencoded'
  const body = isForm ? new URLSearchParams(request.body).toString() : JSON.stringify(request.body)
  return { ...target, headers: contentHeaders, body }
}
