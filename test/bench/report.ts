import { median, spread } from './statistics.ts'
import type { Result, Sample } from './target.ts'

/** A row of the table, as text. */
type Row = readonly string[]

const head: Row = [
  '',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'server µs',
  'spread',
  'database µs',
  'statements',
  'memory MiB',
  '× floor',
  'target',
  'floor',
]

/** Median of one figure over the rounds; null where it was not measured. */
export function figure({ samples }: Pick<Result, 'samples'>, of: (sample: Sample) => number | null) {
  const values = samples.map(of).filter((value) => value !== null)
  return values.length === 0 ? null : median(values)
}

/** How many times the CPU of its floor a target uses, round by round, in the middle; null for a floor. */
export function ratioOf(result: Result, all: readonly Result[]): number | null {
  const floor = all.find(({ name }) => name === result.floor)
  if (floor === undefined) return null
  // A round's own floor: a slow moment meets both.
  return median(
    result.samples.flatMap(({ serverCpu }, round) => {
      const base = floor.samples[round]
      return base === undefined ? [] : [serverCpu / base.serverCpu]
    }),
  )
}

/** The results as rows: medians over the rounds, and what they are worth. */
export function rowsOf(all: readonly Result[]): readonly Row[] {
  const number = (value: number | null, digits: number) => value?.toFixed(digits) ?? ''
  return [
    head,
    ...all.map((result): Row => {
      const ratio = ratioOf(result, all)
      const { name, floor, most, samples } = result
      return [
        name,
        number(
          figure(result, ({ perSecond }) => perSecond),
          0,
        ),
        number(
          figure(result, (sample) => sample.median),
          1,
        ),
        number(
          figure(result, ({ p99 }) => p99),
          1,
        ),
        number(
          figure(result, ({ serverCpu }) => serverCpu),
          0,
        ),
        spread(samples.map(({ serverCpu }) => serverCpu)),
        number(
          figure(result, ({ databaseCpu }) => databaseCpu),
          0,
        ),
        number(
          figure(result, ({ statements }) => statements),
          2,
        ),
        number(
          figure(result, ({ memoryBytes }) => memoryBytes / 1024 / 1024),
          0,
        ),
        number(ratio, 2),
        most === null || ratio === null ? '' : `≤ ${most.toFixed(2)}: ${ratio <= most ? 'met' : 'missed'}`,
        floor ?? '',
      ]
    }),
  ]
}

/** Columns aligned, for a terminal. */
export function alignRows(rows: readonly Row[]): string {
  const [first = []] = rows
  const widths = first.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isText = (column: number) => column === 0 || column >= first.length - 2
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The same as a table of Markdown. */
export function markdownRows(rows: readonly Row[]): string {
  const [first = [], ...rest] = rows
  const line = (row: Row) => `| ${row.join(' | ')} |`
  const rule = first.map((_, column) => (column === 0 || column >= first.length - 2 ? '---' : '--:'))
  return [line(first), line(rule), ...rest.map(line)].join('\n')
}
