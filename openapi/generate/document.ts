/** A node of the bundled contract. The generator reads it as plain data: the linter has already proven its shape. */
export type Json = { [member: string]: any }

/** The methods a path item may hold (OpenAPI 3.1 §4.8.9.1). */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const

/**
 * One operation of the contract with where it stands.
 *
 * `mediaType` is set for the half of a split operation (`x-media-operations`): it handles requests of that media type only.
 */
export type PlacedOperation = {
  readonly path: string
  readonly method: string
  readonly operation: Json
  readonly pathItem: Json
  readonly mediaType: string | null
}

/** The media type of a form that has a file in it (RFC 7578). */
export const fileForm = 'multipart/form-data'

/** True for a media type whose content is bytes: neither text nor one of the three that we parse. */
export function isBinary(mediaType: string): boolean {
  return !/^(?:text\/.*|multipart\/form-data|application\/json|application\/x-www-form-urlencoded)$/.test(
    mediaType,
  )
}

/** Follows `$ref`s inside the document until something else stands there. */
export function resolve(document: Json, node: Json | undefined): Json {
  if (typeof node?.['$ref'] !== 'string') return node ?? {}
  const steps = node['$ref'].slice(2).split('/')
  const target = steps.reduce(
    (at: Json, step: string) => at[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  )
  return resolve(document, target)
}

/**
 * Every operation of the contract in the order of the file: one for each method of a path, and one more for each media
 * type that `x-media-operations` gives a handler, security and schema of its own.
 */
export function operationsOf(document: Json): PlacedOperation[] {
  return Object.entries<Json>(document['paths']).flatMap(([path, pathItem]) =>
    methods.flatMap((method) => {
      const operation = pathItem[method] as Json | undefined
      if (operation === undefined) return []
      const halves = Object.entries<Json>(operation['x-media-operations'] ?? {})
      const own = { path, method, operation, pathItem, mediaType: null }
      return [own, ...halves.map(([mediaType, half]) => ({ ...own, operation: half, mediaType }))]
    }),
  )
}

/** Paths that stand for another operation under a second URL: alias path → operationId (`x-alias-of`). */
export function aliasesOf(document: Json): Map<string, string> {
  const aliases = new Map<string, string>()
  for (const [path, pathItem] of Object.entries<Json>(document['paths']))
    if (typeof pathItem['x-alias-of'] === 'string') aliases.set(path, pathItem['x-alias-of'])
  return aliases
}
