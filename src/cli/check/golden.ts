import type { Json } from '../../../openapi/generate/document.ts'
import type { SeenAnswer } from './answers.ts'
import type { Connection } from './connection.ts'
import type { Hear } from './finding.ts'
import { look } from './look.ts'
import { printedPairs, type Account, type Pair, type Seen } from './pairs.ts'
import { differencesOf, inWords, type Difference } from './printed.ts'
import { entryAt, type Standards } from './standards.ts'

/** Asks for everything that is printed, and holds each answer against what is printed of it and against the contracts. */
export async function playGolden(
  { ask, url }: Connection,
  standards: Standards,
  given: { readonly account: Account; readonly seen: Seen; readonly hear: Hear },
): Promise<void> {
  for (const pair of printedPairs(url, given.account, given.seen))
    await look(given.hear, { suite: 'golden', name: pair.name, place: placeOf(pair) }, async () => {
      const answer = await ask(pair.request())
      const differences = differencesFrom(pair, answer).map(inWords)
      if (answer.status === pair.status) Object.assign(given.seen, pair.keep?.((answer.body ?? {}) as Json))
      const problems = [...differences, ...standards.problemsOf(entryAt(pair.method, pair.template), answer)]
      return { seen: String(answer.status), problems, answer }
    })
}

function placeOf({ method, template }: Pair): string {
  return `${method} ${template}`
}

/** Where an answer is not the printed one. Errors are told by their code, which is no secret. */
function differencesFrom(pair: Pair, { status, headers, body }: SeenAnswer): Difference[] {
  if (status !== pair.status) {
    const error = (body as { error?: unknown } | null | undefined)?.error
    const code = typeof error === 'string' ? ` ${error.slice(0, 60)}` : ''
    return [{ at: 'the status', expected: String(pair.status), seen: `${status}${code}` }]
  }
  const type = String(headers['content-type'] ?? 'nothing')
  if (!/^application\/json(?:;|$)/.test(type))
    return [{ at: 'Content-Type', expected: 'application/json', seen: type }]
  const differences = differencesOf(pair.members(), body)
  return differences.length > 0 ? differences : (pair.further?.(body as Json) ?? [])
}
