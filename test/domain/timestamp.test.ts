import { describe, expect, test } from 'vitest'
import { formatTimestamp } from '#src/domain/timestamp.ts'

describe('timestamp', () => {
  test.each([
    ['the printed one', '2026-02-06T00:00:00Z', '2026-02-06T00:00:00Z'],
    ['a fraction, which is cut', '2026-02-06T00:00:00.999Z', '2026-02-06T00:00:00Z'],
    ['another zone', '2026-02-06T01:30:00+01:30', '2026-02-06T00:00:00Z'],
  ])('writes %s in UTC and whole seconds', (_, moment, expected) => {
    expect(formatTimestamp(new Date(moment))).toBe(expected)
  })
})
