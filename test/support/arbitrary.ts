import fc from 'fast-check'
import { resolve, type Json } from '#openapi/generate/document.ts'
import { document } from './contract.ts'

/** Values that exist, by the name of the member or parameter they fit: without them nothing gets past the first lookup. */
export type Known = Readonly<Record<string, readonly unknown[]>>

/** Values that fit a schema of the contract, with known ones where a member has such a name. */
export function arbitraryOf(node: Json, known: Known = {}): fc.Arbitrary<unknown> {
  const { $ref: _ref, ...own } = node
  const schema: Json = { ...resolve(document, node), ...own }
  const choices = (schema['oneOf'] ?? schema['anyOf']) as Json[] | undefined
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, known)))
  if ('const' in schema) return fc.constant(schema['const'])
  if ('enum' in schema) return fc.constantFrom(...(schema['enum'] as unknown[]))
  const types = [schema['type'] ?? 'object'].flat() as string[]
  return fc.oneof(...types.map((type) => arbitraryOfType(type, schema, known)))
}

function arbitraryOfType(type: string, schema: Json, known: Known): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return fc.integer({
        min: schema['minimum'] ?? -1000,
        max: Math.min(schema['maximum'] ?? 1000, 2 ** 31 - 1),
      })
    case 'string':
      return arbitraryText(schema)
    case 'array':
      return arbitraryList(schema, known)
    default:
      return arbitraryObject(schema, known)
  }
}

function arbitraryText({ minLength = 0, maxLength = 64, pattern, format }: Json): fc.Arbitrary<string> {
  if (format === 'idn-email') return fc.emailAddress({ size: 'small' })
  if (format === 'uuid') return fc.uuid()
  const most = Math.min(maxLength as number, Math.max(minLength as number, 64))
  const fits = (text: string) =>
    [...text].length >= minLength &&
    text.length <= most &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text))
  // This pattern only keeps NUL out: drawing from it would draw from little but exotic characters.
  const isFree = pattern === undefined || pattern === '^[^\\u0000]*$'
  const drawn = isFree
    ? fc.string({ minLength, maxLength: most, unit: 'grapheme' })
    : fc.stringMatching(new RegExp(pattern as string), { size: 'small' })
  return drawn.map((text) => text.slice(0, most)).filter(fits)
}

function arbitraryList(
  { items, minItems = 0, maxItems = 5, uniqueItems }: Json,
  known: Known,
): fc.Arbitrary<unknown[]> {
  const item = arbitraryOf(items as Json, known)
  const length = { minLength: minItems as number, maxLength: Math.min(maxItems as number, 5) }
  return uniqueItems === true ? fc.uniqueArray(item, length) : fc.array(item, length)
}

function arbitraryObject(
  { properties = {}, required = [], minProperties = 0 }: Json,
  known: Known,
): fc.Arbitrary<Json> {
  const members = Object.entries<Json>(properties as Json).map(([name, node]) => [
    name,
    arbitraryMember(name, node, known),
  ])
  const model = Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>
  return fc
    .record(model, { requiredKeys: required as string[], noNullPrototype: true })
    .filter((value) => Object.keys(value).length >= minProperties)
}

/** Values of one member or parameter: mostly known ones, where there are any. */
export function arbitraryMember(name: string, node: Json, known: Known): fc.Arbitrary<unknown> {
  const values = known[name]
  const drawn = arbitraryOf(node, known)
  return values === undefined
    ? drawn
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: drawn })
}
