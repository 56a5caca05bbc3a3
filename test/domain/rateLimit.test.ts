import { describe, expect, it } from 'vitest'
import {
  addressSubject,
  appSubject,
  noCallsLeft,
  tightestOf,
  usageOf,
  userSubject,
  type WindowCount,
} from '#src/domain/rateLimit.ts'

const defaults = { hour: 1000, day: 10_000 }
const nowSeconds = 1_770_336_000
const now = new Date(nowSeconds * 1000)

/** A window of so many calls, of which some are left, that is full again after so many seconds. */
function window(limit: number, remaining: number, seconds: number, isExceeded = false): WindowCount {
  return { limit, remaining, resetAtSeconds: nowSeconds + seconds, isExceeded }
}

describe('whom a call is counted for', () => {
  it.each([
    ['the configured limits', null, null, { hour: 1000, day: 10_000 }],
    ['its own', 5, 50, { hour: 5, day: 50 }],
    ['its own for one window', null, 50, { hour: 1000, day: 50 }],
    ['none, which is not the configured one', 0, null, { hour: 0, day: 10_000 }],
  ])('an app has %s', (_name, rateLimitHour, rateLimitDay, limits) => {
    expect(appSubject({ id: 'a', rateLimitHour, rateLimitDay }, defaults)).toEqual({ key: 'app:a', limits })
  })

  it('a user and an app with one id have counters of their own', () => {
    expect(userSubject('a', defaults)).toEqual({ key: 'user:a', limits: defaults })
  })

  it.each([
    ['192.0.2.1', 'address:192.0.2.1/32'],
    ['2001:db8:1:2:3:4:5:6', 'address:2001:db8:1:2:0:0:0:0/64'],
    ['nonsense', 'address:unknown'],
  ])('somebody at %s is counted at %s', (address, key) => {
    expect(addressSubject(address, defaults)).toEqual({ key, limits: defaults })
  })
})

describe('the window to watch', () => {
  it.each([
    ['the hour at the first call', window(1000, 999, 3600), window(10_000, 9999, 86_400), 1000],
    ['the day when it has fewer left', window(1000, 999, 3600), window(10_000, 998, 100), 10_000],
    ['the hour when both have as many', window(1000, 7, 3600), window(10_000, 7, 86_400), 1000],
    ['the one that stays empty longer', window(1000, 0, 60), window(10_000, 0, 600), 10_000],
    ['the one that is exceeded', window(1000, 0, 600), window(10_000, 0, 60, true), 10_000],
    ['of two exceeded the longer', window(1000, 0, 600, true), window(10_000, 0, 60, true), 1000],
  ])('is %s', (_name, hour, day, limit) => {
    expect(tightestOf([hour, day]).limit).toBe(limit)
  })

  it('is the only one there is', () => {
    expect(tightestOf([window(10_000, 9999, 86_400)]).limit).toBe(10_000)
  })
})

describe('the usage of a window', () => {
  it.each([
    ['nothing where there is no limit', 0, { current: 5, ttlMs: 1000 }, null],
    ['all left where no window is under way', 10, null, { used: 0, remaining: 10, resetAtSeconds: null }],
    [
      'what is left',
      10,
      { current: 4, ttlMs: 60_000 },
      { used: 4, remaining: 6, resetAtSeconds: nowSeconds + 60 },
    ],
    [
      'none left',
      10,
      { current: 12, ttlMs: 999 },
      { used: 12, remaining: 0, resetAtSeconds: nowSeconds + 1 },
    ],
  ])('is %s', (_what, limit, count, expected) => {
    expect(usageOf(limit, count, now)).toEqual(expected === null ? null : { limit, ...expected })
  })
})

describe('no calls left', () => {
  it.each([
    [3600, 3600],
    [1, 1],
    [0, 1],
    [-5, 1],
    [100_000, 86_400],
  ])('%i seconds before the window is full again says Retry-After %i', (seconds, retryAfterSeconds) => {
    const subject = userSubject('a', defaults)
    expect(noCallsLeft(window(1000, 0, seconds, true), subject, now)).toMatchObject({
      code: 'rate_limit_exceeded',
      reason: 'no calls left: user',
      retryAfterSeconds,
    })
  })
})
