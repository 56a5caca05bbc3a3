import { isBinary, operationsOf, resolve, type Json, type PlacedOperation } from './document.ts'

/**
 * Renders `generated/api/sdk.gen.ts`: one function per operation, which says what it is on the wire and leaves the rest to
 * the client it is given. Flat functions, so that a bundler leaves out what is not called.
 *
 * @param document  the contract as the SDK sees it (`forSdk`)
 */
export function renderFunctions(document: Json): string {
  const functions = operationsOf(document).map((placed) => renderFunction(document, placed))
  return `// Generated from openapi/ by \`make generate\`. Do not edit.

import type { Options, Result } from '../../client/createClient.ts'
import type { NotModified } from '../../client/errors.ts'
import type * as T from './types.gen.ts'

${functions.join('\n\n')}
`
}

function renderFunction(document: Json, placed: PlacedOperation): string {
  const { operation, path, method } = placed
  const id = operation['operationId'] as string
  const name = `${id[0]!.toUpperCase()}${id.slice(1)}`
  const conditional = '304' in operation['responses'] ? ' & { 304: NotModified }' : ''
  const route = [
    `method: '${method.toUpperCase()}'`,
    `path: '${path}'`,
    ...bodyOf(resolve(document, operation['requestBody'])),
    ...(takesToken(operation) ? ['token: true'] : []),
  ]
  return `${renderComment(operation)}
export const ${id} = <Throws extends boolean = false>(
  options: Options<T.${name}Data, Throws>,
): Result<T.${name}Responses, T.${name}Errors${conditional}, Throws> =>
  options.client.request({ ${route.join(', ')} }, options)`
}

function renderComment({ summary, description }: Json): string {
  const lines = [
    String(summary),
    '',
    ...String(description ?? '')
      .trim()
      .split('\n'),
  ]
  return ['/**', ...lines.map((line) => ` * ${line.replaceAll('*/', '*\\/')}`.trimEnd()), ' */'].join('\n')
}

function bodyOf({ content = {} }: Json): string[] {
  const mediaTypes = Object.keys(content)
  if (mediaTypes.length === 0) return []
  if (mediaTypes.every(isBinary)) return [`body: 'bytes'`]
  return [`body: '${mediaTypes.includes('application/json') ? 'json' : 'form'}'`]
}

/** A requirement without schemes makes a token optional: it is sent where there is one. */
function takesToken({ security }: Json): boolean {
  return (security as Json[]).some((requirement) => Object.keys(requirement).length > 0)
}
