import contract from '../../../generated/openapi.json' with { type: 'json' }
import { operations } from '../../../generated/operations.gen.ts'
import type { Json, PlacedOperation } from '../../../openapi/generate/document.ts'
import type { OperationEntry } from '../../http/operation.ts'
import { createAnswerCheck, operationsByName, type AnswerCheck, type SeenAnswer } from './answers.ts'
import type { Connection } from './connection.ts'
import type { CheckFinding } from './finding.ts'

/** Every operation that programs call, as this package knows it. */
export const entries: readonly OperationEntry[] = Object.values<OperationEntry>(operations).filter(
  ({ audience }) => audience !== 'browser',
)

/** What the answers of a deployment are held against: the contract of this package, and the one that it serves itself. */
export type Standards = {
  /** Everything in which an answer differs from what a contract says of the operation. */
  readonly problemsOf: (entry: OperationEntry, answer: SeenAnswer) => string[]
  /** False for an operation that the contract which it serves does not have: it is older, or another program. */
  readonly has: (entry: OperationEntry) => boolean
}

type Standard = {
  readonly name: string
  readonly check: AnswerCheck
  readonly byName: ReadonlyMap<string, PlacedOperation>
}

const own = standardOf('the contract of this package', contract)

/** Asks a deployment for its contract. Without one its answers are held against ours alone, and that is a finding. */
export async function readStandards(
  connection: Connection,
): Promise<{ readonly standards: Standards; readonly finding: CheckFinding }> {
  const answer = await connection.ask({ method: 'GET', path: '/openapi.json' })
  const served = standardIn(answer)
  const report = {
    suite: 'contract',
    name: 'the contract it serves',
    place: 'GET /openapi.json',
    requestId: null,
  } as const
  if (typeof served === 'string')
    return { standards: joined([own]), finding: { ...report, ok: false, seen: '', problems: [served] } }
  const known = entries.filter(({ id }) => served.byName.has(id)).length
  const seen = `${known} of the ${entries.length} operations of this package's contract, ${served.byName.size} in all`
  return { standards: joined([own, served]), finding: { ...report, ok: true, seen, problems: [] } }
}

function joined(standards: readonly Standard[]): Standards {
  return {
    has: ({ id }) => standards.every(({ byName }) => byName.has(id)),
    problemsOf: ({ id }, answer) => {
      const found = standards.flatMap(({ name, check, byName }) =>
        byName.has(id)
          ? check.problemsOf(byName.get(id)!.operation, answer).map((problem) => ({ problem, name }))
          : [],
      )
      const problems = [...new Set(found.map(({ problem }) => problem))]
      return problems.map((problem) => {
        const names = found.filter((each) => each.problem === problem).map(({ name }) => name)
        return `${problem} (${names.join(', ')})`
      })
    },
  }
}

/** The contract in an answer, or why there is none. */
function standardIn({ status, body }: SeenAnswer): Standard | string {
  const document = body as Json | null | undefined
  if (status !== 200) return `expected the contract, seen ${status}`
  if (!String(document?.['openapi']).startsWith('3.1') || typeof document?.['paths'] !== 'object')
    return 'expected an OpenAPI 3.1 document with paths, seen something else'
  try {
    return standardOf('the contract it serves', document)
  } catch (error) {
    return `a contract that cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

function standardOf(name: string, document: Json): Standard {
  return { name, check: createAnswerCheck(document), byName: operationsByName(document) }
}

/** The operation that a URL and a method of the contract belong to. Throws where there is none: that is a mistake of ours. */
export function entryAt(method: string, template: string): OperationEntry {
  const found = entries.find(
    (entry) => entry.method === method && (entry.path === template || entry.aliases.includes(template)),
  )
  if (found === undefined) throw new Error(`no operation is ${method} ${template}`)
  return found
}
