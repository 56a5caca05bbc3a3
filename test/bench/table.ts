/** One round of one target. */
export type Sample = {
  /** CPU time of the server's process for one request */
  readonly cpuMicroseconds: number
  readonly perSecond: number
  /** milliseconds in which 99 of 100 requests were answered */
  readonly p99: number
}

/** All rounds of one target. `floor` is the name of the target it is compared with. */
export type Measured = { readonly name: string; readonly floor: string; readonly samples: Sample[] }

const head = ['', 'CPU µs/request', 'spread', 'requests/s', 'spread', 'p99 ms', '× floor', 'floor']

/** An aligned table: medians over the rounds, the least and the most beside them, and the ratio of medians to the floor. */
export function formatTable(all: readonly Measured[]): string {
  const costOf = (measured: Measured) =>
    median(measured.samples.map(({ cpuMicroseconds }) => cpuMicroseconds))
  const rows = all.map((measured) => {
    const { name, floor, samples } = measured
    const cpu = samples.map(({ cpuMicroseconds }) => cpuMicroseconds)
    const rate = samples.map(({ perSecond }) => perSecond)
    const base = all.find((other) => other.name === floor) ?? measured
    const ratio = (costOf(measured) / costOf(base)).toFixed(2)
    const p99 = median(samples.map((sample) => sample.p99)).toFixed(1)
    return [
      name,
      median(cpu).toFixed(1),
      spread(cpu),
      median(rate).toFixed(0),
      spread(rate),
      p99,
      ratio,
      floor,
    ]
  })
  return align([head, ...rows])
}

function align(rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      isText(column) ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
    )
  return rows.map((row) => line(row).join('  ').trimEnd()).join('\n')
}

const isText = (column: number) => column === 0 || column === head.length - 1

function spread(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
