import type { Breach } from './breach.ts'
import { methods, resolve, type Json } from './document.ts'

/**
 * Members that request bodies have lost though they are open (`additionalProperties` is not false): a program that sends one is
 * not refused, which is how it could find out, but ignored.
 *
 * @param released  what was promised, operations at places of their own
 * @param current   what is promised now, placed in the same way
 */
export function findRemovedMembers(released: Json, current: Json): Breach[] {
  return Object.entries<Json>(released['paths']).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const after = current['paths'][path]?.[method] as Json | undefined
      if (item[method] === undefined || after === undefined) return []
      return bodiesOf(released, item[method]).flatMap(([mediaType, schema]) => {
        const kept = Object.fromEntries(bodiesOf(current, after))[mediaType]
        if (kept === undefined) return []
        const lost = lostIn([released, schema], [current, kept], new Set())
        const place = `${method.toUpperCase()} ${path} › requestBody › ${mediaType}`
        return lost.map((member) => ({
          place,
          message: `Member \`${member}\` was removed from an open body.`,
        }))
      })
    }),
  )
}

function bodiesOf(document: Json, operation: Json): [mediaType: string, schema: Json][] {
  const { content = {} } = resolve(document, operation['requestBody'])
  return Object.entries<Json>(content).map(([mediaType, media]) => [mediaType, media['schema'] ?? {}])
}

/** A schema, or a reference to one, in its document. */
type Placed = readonly [document: Json, schema: Json]

/** @param seen  references that are being compared: a schema may hold itself */
function lostIn(before: Placed, after: Placed, seen: ReadonlySet<string>): string[] {
  const reference = before[1]['$ref'] as string | undefined
  if (reference !== undefined && seen.has(reference)) return []
  const within = reference === undefined ? seen : new Set([...seen, reference])
  const [was, is] = [resolve(...before), resolve(...after)]
  const [had, has] = [membersOf(before[0], was), membersOf(after[0], is)]
  const isOpen = was['additionalProperties'] !== false
  const lost = isOpen ? [...had.keys()].filter((name) => !has.has(name)) : []
  const inside = [...had].flatMap(([name, member]) => {
    const kept = has.get(name)
    if (kept === undefined) return []
    return lostIn([before[0], member], [after[0], kept], within).map((deeper) => `${name}.${deeper}`)
  })
  const items =
    was['items'] && is['items'] ? lostIn([before[0], was['items']], [after[0], is['items']], within) : []
  return [...new Set([...lost, ...inside, ...items, ...lostInAlternatives(before, after, within)])]
}

/** Alternatives are the same one when they have the same name, else the same place. */
function lostInAlternatives(before: Placed, after: Placed, seen: ReadonlySet<string>): string[] {
  const [was, is] = [resolve(...before), resolve(...after)]
  return ['oneOf', 'anyOf'].flatMap((word) =>
    (was[word] ?? []).flatMap((each: Json, index: number) => {
      const others = (is[word] ?? []) as Json[]
      const same = others.find((other) => each['$ref'] !== undefined && other['$ref'] === each['$ref'])
      const kept = same ?? others[index]
      return kept === undefined ? [] : lostIn([before[0], each], [after[0], kept], seen)
    }),
  )
}

/** Members of an object with those that `allOf` adds. */
function membersOf(document: Json, schema: Json): Map<string, Json> {
  const parts = ((schema['allOf'] ?? []) as Json[]).map((part) =>
    membersOf(document, resolve(document, part)),
  )
  return new Map([...parts.flatMap((part) => [...part]), ...Object.entries<Json>(schema['properties'] ?? {})])
}
