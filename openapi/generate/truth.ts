import { existsSync, readFileSync } from 'node:fs'
import { operationsOf, type Json } from './document.ts'

/** What the last `make truth` saw. Kept in `docs/truth.json`. */
export type TruthRecord = {
  /** the day on which it ended, `2026-02-06` */
  readonly recordedOn: string
  readonly tests: { readonly passed: number; readonly failed: number }
  /** operation → status → times it was answered */
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** plan → its modules, and those that have a test which passed */
  readonly modules: Readonly<Record<string, { readonly named: number; readonly passed: number }>>
}

/** Where `make truth` writes what it saw. */
export const truthFile = 'docs/truth.json'

/** Writes the page that says what is kept, by whom, and what was seen of it: figures that were measured, and no others. */
export function truthPage(document: Json): string {
  const record = existsSync(truthFile) ? (JSON.parse(readFileSync(truthFile, 'utf8')) as TruthRecord) : null
  return `# What was seen to be true

${readFileSync('docs/site/truth-gates.md', 'utf8').trim()}

## In this process

<!-- live -->

${record === null ? 'No run was recorded yet: `make truth` does so.' : recorded(document, record)}

## Benchmarks

${benchmarks()}
`
}

function recorded(document: Json, { recordedOn, tests, answers, modules }: TruthRecord): string {
  const operations = operationsOf(document).map(({ operation }) => rowOf(operation, answers))
  const plans = Object.entries(modules).map(
    ([plan, { named, passed }]) => `| ${plan} | ${named} | ${passed} | ${named - passed} |`,
  )
  const total = Object.values(answers)
    .flatMap(Object.values<number>)
    .reduce((sum, times) => sum + times, 0)
  return `## In the last recorded run of the tests

\`make truth\` of ${recordedOn}: ${tests.passed} tests passed, ${tests.failed} failed; ${total} answers, each of which but the static documents was held against the
contract before it left. A status that is declared and was not seen is a promise that no test of that run has called in.

| operation | seen | declared, not seen |
|---|---|---|
${operations.join('\n')}

## Modules of the OpenID conformance suite

Each module has a test of its name; those that we do not run stand with their reason in [divergences](divergences.md). What is supported
by which test: [conformance](conformance.md).

| plan | modules | passed in that run | not |
|---|---|---|---|
${plans.join('\n')}`
}

function rowOf(operation: Json, answers: TruthRecord['answers']): string {
  const id = operation['operationId'] as string
  const counts = answers[id] ?? {}
  const seen = Object.entries(counts).map(([status, times]) => `${status} × ${times}`)
  const missing = Object.keys(operation['responses'] as Json).filter((status) => counts[status] === undefined)
  return `| \`${id}\` | ${seen.join(', ') || 'nothing'} | ${missing.join(' ')} |`
}

/** What `make bench` has written, with what is said of how far to trust it. */
function benchmarks(): string {
  const text = readFileSync('docs/performance.md', 'utf8')
  const [, measured = ''] = /<!-- bench -->([\s\S]*?)\n## Beside others/.exec(text) ?? []
  return measured
    .replaceAll(/^!\[.*$/gm, '')
    .replaceAll('<!-- /bench -->', '')
    .replaceAll(/^## /gm, '### ')
    .trim()
}
