import type { OperationEntry } from '../../http/operation.ts'
import type { SeenAnswer } from './answers.ts'
import { refusalOf, type Caller } from './callers.ts'
import type { Connection } from './connection.ts'
import type { Hear } from './finding.ts'
import type { Seen } from './pairs.ts'
import { look } from './look.ts'
import { exampleBodyOf, pathOf } from './requests.ts'
import type { Standards } from './standards.ts'

/** Error codes that belong to the statuses of a refusal. */
const codes = { 401: 'invalid_token', 403: 'insufficient_scope', 404: 'not_found' } as const

/** Has every operation asked by everybody whom its `security` does not name, and expects each of them to be refused as it says. */
export async function playSecurity(
  connection: Connection,
  standards: Standards,
  given: {
    readonly seen: Seen
    readonly callers: readonly Caller[]
    readonly served: readonly OperationEntry[]
    readonly hear: Hear
  },
): Promise<void> {
  for (const entry of given.served.filter(({ security }) => security.length > 0)) {
    const refused = given.callers.filter((caller) => isAsked(entry, caller))
    const place = `${entry.method} ${entry.path}`
    await look(given.hear, { suite: 'security', name: entry.id, place }, async () => {
      const problems: string[] = []
      let wrong: SeenAnswer | undefined
      for (const [index, caller] of refused.entries()) {
        const answer = await connection.ask(requestOf(entry, caller, given.seen, index))
        const found = [...refusalProblems(entry, caller, answer), ...standards.problemsOf(entry, answer)]
        if (found.length > 0) wrong = answer
        problems.push(...found.map((problem) => `${caller.name}: ${problem}`))
      }
      const seen = `refuses ${refused.length} of ${given.callers.length}`
      return { seen, problems, ...(wrong !== undefined && { answer: wrong }) }
    })
  }
}

/** A stranger is asked about what is not theirs only where it is there: an app. */
function isAsked(entry: OperationEntry, caller: Caller): boolean {
  const refusal = refusalOf(entry, caller)
  if (refusal !== 404) return refusal !== null
  const takesPicture = entry.consumes.some((mediaType) => mediaType.startsWith('image/'))
  return entry.path.includes('{appId}') && !takesPicture
}

/** In turn by one header and the other: they mean the same. */
function requestOf(entry: OperationEntry, { token }: Caller, seen: Seen, index: number) {
  const known: Record<string, string> = entry.path.includes('{appId}') ? { appId: seen.appId } : {}
  const json = exampleBodyOf(entry)
  return {
    method: entry.method,
    path: pathOf(entry, known),
    ...(json !== null && { json }),
    ...(token !== null && (index % 2 === 0 ? { token } : { headers: { 'x-auth-token': token } })),
  }
}

function refusalProblems(
  entry: OperationEntry,
  caller: Caller,
  { status, body, headers, text }: SeenAnswer,
): string[] {
  const expected = refusalOf(entry, caller)!
  if (status !== expected) return [`the status: expected ${expected}, seen ${status}`]
  const code = (body as Record<string, unknown> | null | undefined)?.['error']
  const challenge = String(headers['www-authenticate'] ?? '')
  const needsChallenge = expected !== 404 && !challenge.startsWith('Bearer')
  return [
    ...(code === codes[expected]
      ? []
      : [`the error: expected ${codes[expected]}, seen ${String(code).slice(0, 60)}`]),
    ...(needsChallenge ? ['WWW-Authenticate: expected a Bearer challenge, seen none'] : []),
    ...(caller.token !== null && caller.token.length > 20 && text.includes(caller.token)
      ? ['the answer repeats the token']
      : []),
  ]
}
