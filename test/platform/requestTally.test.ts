import { describe, expect, it } from 'vitest'
import { createRequestTally } from '#src/platform/metrics/requestTally.ts'

describe('request tally', () => {
  it('counts by operation and status', () => {
    const tally = createRequestTally()
    for (const [operation, status] of [
      ['login', 200],
      ['login', 401],
      ['login', 401],
      ['none', 404],
    ] as const)
      tally.add(operation, status, 0)
    expect(tally.counts('requests').map(({ labels, value }) => [labels, value])).toEqual([
      [{ operation: 'login', status: 200 }, 1],
      [{ operation: 'login', status: 401 }, 2],
      [{ operation: 'none', status: 404 }, 1],
    ])
  })

  it.each([
    [0, '0.005'],
    [0.005, '0.005'],
    [0.0051, '0.01'],
    [1, '1'],
    [5, '5'],
    [5.1, '+Inf'],
    [3600, '+Inf'],
  ])('puts %d s into the bucket %s and every larger one', (seconds, first) => {
    const tally = createRequestTally()
    tally.add('login', 200, seconds)
    const lines = tally.times('seconds')
    const buckets = lines.filter(({ metricName }) => metricName === 'seconds_bucket')
    expect(buckets.map(({ labels }) => String(labels.le))).toEqual(
      '0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 +Inf'.split(' '),
    )
    expect(String(buckets.find(({ value }) => value === 1)?.labels.le)).toBe(first)
    expect(buckets.at(-1)?.value).toBe(1)
    const rest = lines.slice(buckets.length).map(({ metricName, value }) => [metricName, value])
    expect(rest).toEqual([
      ['seconds_sum', seconds],
      ['seconds_count', 1],
    ])
  })

  it('says nothing of what was never asked for', () => {
    const tally = createRequestTally()
    expect([...tally.counts('requests'), ...tally.times('seconds')]).toEqual([])
  })
})
