import type { Json } from './document.ts'

/** Where the policy can be read, on whichever service answers. */
const policy = '/docs/deprecation-policy'

/** What is promised between the mark and the end (docs/site/deprecation-policy.md), in months. */
const leastMonths = 12

/**
 * What the answers of an operation say of its end: `Deprecation` in Unix seconds (RFC 9745 §2.1), `Sunset` as an HTTP date
 * (RFC 8594 §3) and a link to the policy; null where it stays.
 */
export function deprecationHeadersOf(operation: Json): Readonly<Record<string, string>> | null {
  if (operation['deprecated'] !== true) return null
  const [marked, sunset] = [dayOf(operation['x-deprecated-at']), dayOf(operation['x-sunset'])]
  if (marked === null || sunset === null)
    throw new Error(problemAt(String(operation['operationId']), operation)!)
  return {
    deprecation: `@${marked.getTime() / 1000}`,
    sunset: sunset.toUTCString(),
    link: `<${policy}>; rel="deprecation"`,
  }
}

/**
 * Holds every mark of the contract, at operations, parameters and members, against what is promised of marks.
 *
 * @throws when one lacks a day, or leaves programs less than twelve months; the message names each place
 */
export function checkDeprecations(document: Json): void {
  const problems = problemsIn(document, '#')
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

function problemsIn(node: unknown, place: string): string[] {
  if (typeof node !== 'object' || node === null) return []
  const problem = (node as Json)['deprecated'] === true ? problemAt(place, node) : null
  const inside = Object.entries(node).flatMap(([name, value]) => problemsIn(value, `${place}/${name}`))
  return problem === null ? inside : [problem, ...inside]
}

function problemAt(place: string, node: Json): string | null {
  const [marked, sunset] = [dayOf(node['x-deprecated-at']), dayOf(node['x-sunset'])]
  if (marked === null || sunset === null)
    return `${place} is deprecated: x-deprecated-at and x-sunset have to be days such as '2026-02-06'`
  const earliest = new Date(marked)
  earliest.setUTCMonth(earliest.getUTCMonth() + leastMonths)
  return sunset < earliest
    ? `${place} is deprecated: between x-deprecated-at and x-sunset lie at least ${leastMonths} months`
    : null
}

/** Midnight of a day in UTC; null for what is none. */
function dayOf(text: unknown): Date | null {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text) ? null : day
}
