import { describe, expect, it } from 'vitest'
import { checkReadiness, type ReadinessFacts } from '#src/domain/readiness.ts'

const now = new Date('2026-02-06T00:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)
const ready: ReadinessFacts = { databaseTime: now, isMigrated: true, canSign: true, isStopping: false }

describe('checkReadiness', () => {
  it.each([
    ['nothing is wrong', {}],
    ['the clocks are half a minute apart', { databaseTime: later(30) }],
    ['the clocks are half a minute apart the other way', { databaseTime: later(-30) }],
  ])('is ready when %s', (_, facts) => {
    expect(checkReadiness({ ...ready, ...facts }, now)).toBeNull()
  })

  it.each([
    ['our clock is behind', { databaseTime: later(30.001) }, 'skew 30001 ms'],
    ['our clock is ahead', { databaseTime: later(-31) }, 'skew 31000 ms'],
    ['the tables are missing', { isMigrated: false }, 'schema not migrated'],
    ['a key is missing', { canSign: false }, 'no active key for an algorithm'],
    ['it was told to stop', { isStopping: true }, 'stopping'],
    ['everything is wrong', { isStopping: true, isMigrated: false, canSign: false }, 'stopping'],
  ])('is not ready when %s', (_, facts, reason) => {
    const refusal = checkReadiness({ ...ready, ...facts }, now)
    expect(refusal).toMatchObject({ code: 'temporarily_unavailable', reason })
    expect(refusal?.retryAfterSeconds).toBeGreaterThan(0)
  })
})
