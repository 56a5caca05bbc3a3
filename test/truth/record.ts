import type { TruthRecord } from '#openapi/generate/truth.ts'
import { appendFileSync, readFileSync, rmSync } from 'node:fs'

const fileVariable = 'TRUTH_FILE'

/** Where processes of a run write what they saw; null where nothing is recorded. */
export function openTally(): string | null {
  return process.env[fileVariable] ?? null
}

/** Begins a run: what an earlier one left is gone. */
export function beginTally(file: string): void {
  rmSync(file, { force: true })
  process.env[fileVariable] = file
}

/** Adds what one service has answered, by the lines of its log. */
export function tallyLog(file: string, log: readonly string[]): void {
  const counts = new Map<string, number>()
  for (const line of log) {
    const seen = /"operationId":"(\w+)".*"status":(\d{3}),"ms":/.exec(line)
    if (seen === null) continue
    const key = `${seen[1]} ${seen[2]}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  appendFileSync(file, [...counts].map(([key, times]) => `${key} ${times}\n`).join(''))
}

/** Everything that was added, operation → status → times, in the order of names. */
export function readTally(file: string): TruthRecord['answers'] {
  const answers: Record<string, Record<string, number>> = {}
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n').toSorted()) {
    const [operation = '', status = '', times = ''] = line.split(' ')
    const counts = (answers[operation] ??= {})
    counts[status] = (counts[status] ?? 0) + Number(times)
  }
  return answers
}
