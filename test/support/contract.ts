import contract from '#generated/openapi.json' with { type: 'json' }
import { operations } from '#generated/operations.gen.ts'
import { resolve, type Json } from '#openapi/generate/document.ts'
import { createAnswerCheck, mediaTypeIn, operationsByName } from '#src/cli/check/answers.ts'
import type { OperationEntry, OperationId } from '#src/http/operation.ts'
import { multipartOf, multipartType } from './multipart.ts'
import type { Answer, WireRequest } from './wire.ts'

/** The contract as it is served. */
export const document: Json = contract

/** Every operation of the table. */
export const entries: readonly OperationEntry[] = Object.values(operations)

const held = createAnswerCheck(document)
const placed = operationsByName(document)

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
export const problemOf = held.problemOf

/** Everything in which an answer differs from what the contract says of the operation. Empty when it keeps the contract. */
export function answerProblems(entry: OperationEntry, answer: Answer): string[] {
  return held.problemsOf(specOf(entry.id), answer)
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
