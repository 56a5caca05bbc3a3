import { expandMediaOperations } from './mediaOperations.ts'

/** A node of the contract, read as plain data: the linter of `make check` has proven its shape. */
// oxlint-disable-next-line typescript/no-explicit-any -- a schema has any member
export type SpecNode = { [member: string]: any }

/** What people read and no validator looks at: most of the contract. */
const prose: ReadonlySet<string> = new Set(['description', 'summary', 'example', 'examples', 'externalDocs'])
/** Whose members are names that somebody chose: one of them may be `description`. */
const namings: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas', 'responses', 'parameters'],
  ...['headers', 'requestBodies', 'securitySchemes', 'callbacks', 'content', 'paths'],
])
/** Whose value is data, and stays as it is. */
const data: ReadonlySet<string> = new Set(['default', 'const', 'enum'])

/**
 * A copy of the contract that openapi-backend can read: its validators drop the siblings of a `$ref` (so they move into an
 * `allOf`), Ajv refuses `discriminator.mapping`, a URL and method have one operation only, and a body of bytes is not looked
 * at: whether there is one, all the same, has to be. What is only for people is left out.
 */
export function forValidation(document: object): object {
  return copyForValidation(expandMediaOperations(document), false) as object
}

/** By hand, because a start waits for it, and `JSON.parse` with a function takes longer. @param areNames  of the members */
function copyForValidation(value: unknown, areNames: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => copyForValidation(item, false))
  const node: SpecNode = {}
  for (const [name, member] of Object.entries(value)) {
    if (areNames) node[name] = copyForValidation(member, false)
    else if (data.has(name)) node[name] = member
    else if (!prose.has(name)) node[name] = copyForValidation(member, namings.has(name))
  }
  if (areNames) return node
  if (node['discriminator']?.mapping !== undefined) delete node['discriminator'].mapping
  if (node['requestBody']?.content !== undefined)
    node['requestBody'].content = readable(node['requestBody'].content)
  const { $ref, ...siblings } = node
  if (typeof $ref !== 'string' || Object.keys(siblings).length === 0) return node
  return { ...siblings, allOf: [...(siblings['allOf'] ?? []), { $ref }] }
}

/** openapi-backend demands a body only where it is JSON or a form. */
function readable(content: SpecNode): SpecNode {
  const fileForm = content['multipart/form-data']?.schema as SpecNode | undefined
  if (fileForm !== undefined) return { 'multipart/form-data': { schema: withFiles(fileForm) } }
  const isText = 'application/json' in content || 'application/x-www-form-urlencoded' in content
  return isText ? content : { 'application/json': { schema: {} } }
}

/** A form as it was read: a file in it is an object by now, and no text passes for one. */
function withFiles(schema: SpecNode): SpecNode {
  const properties = Object.entries<SpecNode>(schema['properties']).map(([name, property]) => [
    name,
    property['format'] === 'binary' ? { type: 'object' } : property,
  ])
  return { ...schema, properties: Object.fromEntries(properties) }
}

/**
 * Puts what a `$ref` names in its place, throughout a document, which changes. What is named twice is one object at both
 * places: its validators are compiled once.
 *
 * @returns the document
 * @throws Error  a `$ref` that names nothing, leads out of the document, or comes back to itself
 */
export function dereference(document: object): object {
  const named = new Map<string, unknown>()
  const done = new Set<object>()

  function follow(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || done.has(value)) return value
    const node = value as SpecNode
    if (typeof node['$ref'] === 'string') return find(node['$ref'])
    done.add(value)
    for (const name of Object.keys(node)) node[name] = follow(node[name])
    return value
  }

  function find(ref: string): unknown {
    const found = named.get(ref)
    if (found === looking) throw new Error(`the contract refers to itself: ${ref}`)
    if (found !== undefined) return found
    named.set(ref, looking)
    const target = follow(valueAt(document, ref))
    named.set(ref, target)
    return target
  }

  return follow(document) as object
}

const looking = Symbol('looking')

/** What a JSON Pointer in a fragment names (RFC 6901 §6). */
function valueAt(document: object, ref: string): unknown {
  if (!ref.startsWith('#/')) throw new Error(`the contract refers to another document: ${ref}`)
  let value: unknown = document
  for (const token of ref.slice(2).split('/')) {
    const name = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~')
    value = typeof value === 'object' && value !== null ? (value as SpecNode)[name] : undefined
  }
  if (value === undefined) throw new Error(`the contract refers to nothing: ${ref}`)
  return value
}
