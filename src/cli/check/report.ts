import { details } from '../print.ts'
import { suites, type CheckFinding, type Suite } from './finding.ts'

const titles: Readonly<Record<Suite, string>> = {
  contract: 'The contract',
  golden: 'What is printed works as it is printed',
  operations: 'Operations answer as the contract says',
  security: 'Whoever is not named is refused',
  invariants: 'What no schema can say',
}

/** What a whole check came to. */
export type CheckReport = {
  readonly url: string
  readonly findings: readonly CheckFinding[]
  readonly requests: number
  /** why it did not come to its end; null where it did */
  readonly stopped: string | null
  /** what to do next, a sentence each; empty where nothing has to be done */
  readonly advice: readonly string[]
}

/** True where a deployment keeps everything that was looked at, and all of it was. */
export function isKept({ findings, stopped }: Pick<CheckReport, 'findings' | 'stopped'>): boolean {
  return stopped === null && findings.every(({ ok }) => ok)
}

/** The lines of one finding; what the deployment said may hold anything, and reaches no terminal as it is. */
export function linesOf({ ok, name, place, seen, problems, requestId }: CheckFinding): string {
  const known = requestId === null ? '' : `  (request ${requestId})`
  const head = `${ok ? 'ok  ' : 'FAIL'}  ${[name.padEnd(28), place, seen].filter((part) => part !== '').join('  ')}${known}`
  return [head, ...problems.map((problem) => `        ${problem}`)].map(harmless).join('\n')
}

/** The words that stand before the findings of a suite. */
export function titleOf(suite: Suite): string {
  return `\n${titles[suite]}`
}

/** What a person reads at the end: a line for each suite, and what to do. */
export function summaryOf(report: CheckReport): string {
  const rows = suites.flatMap((suite) => {
    const own = report.findings.filter((finding) => finding.suite === suite)
    const kept = own.filter(({ ok }) => ok).length
    return own.length === 0 ? [] : [[suite, `${kept} of ${own.length}`] as const]
  })
  const verdict = isKept(report)
    ? `${report.url} keeps the contract (${report.requests} requests).`
    : `${report.url} does not keep the contract (${report.requests} requests).`
  const advice = report.advice.map((line) => `→ ${line}`)
  return ['', details(rows), '', harmless(verdict), ...advice.map(harmless)].join('\n')
}

/** What to do about what was found. */
export function adviceFor(
  findings: readonly CheckFinding[],
  stopped: string | null,
  isNew: boolean,
): string[] {
  const wrong = findings.filter(({ ok }) => !ok)
  const failed = (suite: Suite, name?: string) =>
    wrong.some((finding) => finding.suite === suite && (name === undefined || finding.name === name))
  const ids = wrong.flatMap(({ requestId }) => requestId ?? [])
  const lines: (string | false)[] = [
    stopped !== null && `It was not checked to the end: ${stopped}`,
    isNew &&
      (failed('golden', 'register') || failed('golden', 'login')) &&
      'Where nobody may register, or addresses have to be confirmed, give it an account that may be lost: --email and --password-stdin.',
    failed('contract') && 'Serve the contract at /openapi.json below this URL, or check another URL.',
    wrong.some(({ problems }) => problems.some((problem) => problem.startsWith('issuer:'))) &&
      'The URL has to be the issuer, letter by letter (OpenID Connect Discovery §4.3): check that one, or correct LATCHKEY_ISSUER.',
    ids.length > 0 &&
      `Its log tells why each of them was answered so: latchkey explain ${ids[0]} <log>, in development /dev/requests/${ids[0]}.`,
  ]
  return lines.filter((line) => line !== false)
}

function harmless(text: string): string {
  return text.replaceAll(/[\p{C}\u2028\u2029]/gu, '?')
}
