import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { operations } from '../../generated/operations.gen.ts'
import { appliedChecks, checksOf, type Check } from '../domain/checks.ts'
import { explain as explanationOf, isErrorCode } from '../domain/explanations.ts'
import type { OperationEntry } from '../http/operation.ts'
import { failed, missing, misused } from './failure.ts'
import { say } from './terminal.ts'

/** What log lines say of one request. Every member may be missing: they are read from a file. */
type Facts = Readonly<Record<string, unknown>>

const marks: Readonly<Record<Check['outcome'], string>> = { passed: '✓', failed: '✗', 'not reached': '·' }
const usage = 'usage: latchkey explain <request_id> [log file ...]   (without a file: standard input)'

/**
 * Tells why a request was refused, from the lines that the service logged about it: the check that failed, its source and
 * the fix. Reads JSON lines, of files or of standard input; prints nothing of a line but what the service decided.
 */
export async function explain(_environment: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const [requestId, ...files] = args
  if (requestId === undefined || !/^[\w.-]{1,64}$/.test(requestId)) throw misused(usage)
  const found: Found = { lines: [], isForPeople: false }
  try {
    for (const source of files.length > 0 ? files.map((file) => createReadStream(file)) : [process.stdin])
      await findLines(requestId, source, found)
  } catch (error) {
    throw failed(`the log cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (found.lines.length > 0) return say(storyOf(requestId, found.lines))
  throw missing(
    found.isForPeople
      ? `this log of a development service is written for people: open /dev/requests/${requestId} of the service instead`
      : `no line of this log is about request ${requestId}`,
  )
}

/** What a log has about a request. `isForPeople`: a line names it that is no JSON, as a development service writes them. */
type Found = { readonly lines: Facts[]; isForPeople: boolean }

/** Adds the lines about a request; what is no JSON (another program's, a line cut off) is passed over. */
async function findLines(requestId: string, source: Readable, found: Found): Promise<void> {
  for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
    // Most lines are about other requests: parsing is for those that can be about this one.
    if (!line.includes(requestId)) continue
    const facts = parse(line)
    if (facts?.['requestId'] === requestId) found.lines.push(facts)
    else if (line.includes(`requestId="${requestId}"`)) found.isForPeople = true
  }
}

function parse(line: string): Facts | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Facts) : null
  } catch {
    return null
  }
}

/** The story in lines for a terminal. */
export function storyOf(requestId: string, lines: readonly Facts[]): string {
  const refused = lines.findLast(({ code }) => isErrorCode(code))
  const facts: Facts = Object.assign({}, ...lines)
  const head = [
    `request    ${requestId}`,
    `operation  ${textOf(facts['operationId']) ?? 'none'}`,
    ...(facts['method'] === undefined
      ? []
      : [`asked      ${textOf(facts['method'])} ${textOf(facts['route']) ?? ''}`]),
    `status     ${textOf(facts['status']) ?? 'not logged'}`,
    `time       ${textOf(facts['time']) ?? 'not logged'}`,
  ]
  if (refused === undefined) return [...head, '', 'It was not refused.'].join('\n')
  return [...head, ...refusalStory(refused), ...troubles(lines)].join('\n')
}

function refusalStory(refused: Facts): readonly string[] {
  const code = refused['code']
  if (!isErrorCode(code)) return []
  const reason = textOf(refused['reason'])
  const { check, meaning, spec, fix } = explanationOf(code, reason)
  const entry = entryOf(refused['operationId'])
  const applied = entry === null ? [] : appliedChecks(entry)
  return [
    '',
    `${code}: ${reason ?? 'no reason logged'}`,
    '',
    ...checksOf(entry?.id ?? null, applied, check, null).map(
      ({ name, outcome }) => `  ${marks[outcome]} ${name}`,
    ),
    '',
    `meaning    ${meaning}`,
    `source     ${spec}`,
    `fix        ${fix}`,
  ]
}

/** What else was logged about it: a lost database, an error of ours. */
function troubles(lines: readonly Facts[]): readonly string[] {
  const bad = lines.filter(({ level }) => level === 'warn' || level === 'error' || level === 'fatal')
  return bad.map(({ level, msg }) => `${textOf(level)}       ${textOf(msg) ?? ''}`)
}

function entryOf(operationId: unknown): OperationEntry | null {
  const entries = Object.values(operations) as readonly OperationEntry[]
  return entries.find(({ id }) => id === operationId) ?? null
}

/** A text or number of a log line, without control characters and not too long; null when it is neither. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  return value.replaceAll(/[^\P{C} ]/gu, '?').slice(0, 300)
}
