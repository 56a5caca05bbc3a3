/** Upper bounds of the buckets, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const

/** What was counted of one operation. */
type Row = {
  readonly byStatus: Map<number, number>
  /** requests of each bucket alone, those above the last bound at its end */
  readonly buckets: Float64Array
  seconds: number
}

/** One line of a metric: its labels and its value. */
export type Line<Label extends string = string> = {
  readonly metricName: string
  readonly labels: Readonly<Partial<Record<Label, string | number>>>
  readonly value: number
}

/** Requests by operation: how many of each status, and how long they took. */
export type RequestTally = {
  /** Allocates nothing but for the first request of its kind. */
  add(operation: string, status: number, seconds: number): void
  counts(metricName: string): Line<'operation' | 'status'>[]
  /** The lines of a Prometheus histogram: each bucket holds the smaller ones too. */
  times(metricName: string): Line<'operation' | 'le'>[]
}

/** Makes a tally of requests. The library's own counters make a text of the labels at each call. */
export function createRequestTally(): RequestTally {
  const rows = new Map<string, Row>()

  function rowOf(operation: string): Row {
    const made: Row = { byStatus: new Map(), buckets: new Float64Array(bounds.length + 1), seconds: 0 }
    rows.set(operation, made)
    return made
  }

  return {
    add(operation, status, seconds) {
      const row = rows.get(operation) ?? rowOf(operation)
      row.byStatus.set(status, (row.byStatus.get(status) ?? 0) + 1)
      let bucket = 0
      while (bucket < bounds.length && seconds > bounds[bucket]!) bucket += 1
      row.buckets[bucket]! += 1
      row.seconds += seconds
    },
    counts: (metricName) =>
      [...rows].flatMap(([operation, { byStatus }]) =>
        [...byStatus].map(([status, value]) => ({ metricName, labels: { operation, status }, value })),
      ),
    times: (metricName) => [...rows].flatMap(([operation, row]) => timesOf(metricName, operation, row)),
  }
}

function timesOf(metricName: string, operation: string, row: Row): Line<'operation' | 'le'>[] {
  let count = 0
  const buckets = [...bounds, '+Inf'].map((le, index) => {
    count += row.buckets[index]!
    return { metricName: `${metricName}_bucket`, labels: { operation, le }, value: count }
  })
  return [
    ...buckets,
    { metricName: `${metricName}_sum`, labels: { operation }, value: row.seconds },
    { metricName: `${metricName}_count`, labels: { operation }, value: count },
  ]
}
