import { networkOf } from './address.ts'
import type { Client } from './oauth/client.ts'
import { refuse, type Refusal } from './refusal.ts'

/** Calls allowed in an hour and in a day; 0: that window is not limited. */
export type RateLimits = { readonly hour: number; readonly day: number }

/** The windows that calls are counted in. A window begins with the first call it counts. */
export const windowSeconds = { hour: 3600, day: 86_400 } as const

/** The name of a window. */
export type WindowName = keyof typeof windowSeconds

/** Whom a call is counted for. `key` is one counter per window; its text before the colon is its kind. */
export type RateSubject = { readonly key: string; readonly limits: RateLimits }

/** Who called from the same machine, or from the same subscriber's network (IPv6 gives each of them a /64 at least). */
const addressBits = { ipv4: 32, ipv6: 64 } as const

/** An app that has proven itself. Its own limits win over the configured ones; 0 there means no limit. */
export function appSubject(
  client: Pick<Client, 'id' | 'rateLimitHour' | 'rateLimitDay'>,
  defaults: RateLimits,
): RateSubject {
  const limits = { hour: client.rateLimitHour ?? defaults.hour, day: client.rateLimitDay ?? defaults.day }
  return { key: `app:${client.id}`, limits }
}

/** A user who is signed in, without an app. */
export function userSubject(userId: string, defaults: RateLimits): RateSubject {
  return { key: `user:${userId}`, limits: defaults }
}

/** Somebody of whom only the address is known: /32 for IPv4, /64 for IPv6. */
export function addressSubject(address: string, defaults: RateLimits): RateSubject {
  return { key: `address:${networkOf(address, addressBits)}`, limits: defaults }
}

/** How one window stands after the call that was just counted. */
export type WindowCount = {
  readonly limit: number
  /** calls left; 0 also when the window is exceeded */
  readonly remaining: number
  /** whole seconds since 1970 */
  readonly resetAtSeconds: number
  readonly isExceeded: boolean
}

/** How a window stands for who only looks. */
export type WindowUsage = {
  readonly limit: number
  /** calls that were tried, refused ones included */
  readonly used: number
  readonly remaining: number
  /** whole seconds since 1970; null: no window is under way */
  readonly resetAtSeconds: number | null
}

/**
 * Says how much of a window is used up.
 *
 * @param count  what was counted, and for how many milliseconds it still holds; null: nothing
 * @returns null for a window without a limit
 */
export function usageOf(
  limit: number,
  count: { readonly current: number; readonly ttlMs: number } | null,
  now: Date,
): WindowUsage | null {
  if (limit === 0) return null
  if (count === null) return { limit, used: 0, remaining: limit, resetAtSeconds: null }
  // Windows end on whole seconds.
  const resetAtSeconds = Math.round((now.getTime() + count.ttlMs) / 1000)
  return { limit, used: count.current, remaining: Math.max(limit - count.current, 0), resetAtSeconds }
}

/**
 * Picks the window that a caller has to watch: the one with the fewest calls left, and of two with as many the one that
 * stays empty longer.
 */
export function tightestOf(windows: readonly [WindowCount, ...WindowCount[]]): WindowCount {
  const [first, ...others] = windows
  return others.reduce((tightest, each) => (isTighter(each, tightest) ? each : tightest), first)
}

function isTighter(one: WindowCount, other: WindowCount): boolean {
  if (one.isExceeded !== other.isExceeded) return one.isExceeded
  if (one.remaining !== other.remaining) return one.remaining < other.remaining
  return one.remaining === 0 && one.resetAtSeconds > other.resetAtSeconds
}

/** The answer to a call for which no call was left: 429, until the window that is used up is full again. */
export function noCallsLeft(window: WindowCount, subject: RateSubject, now: Date): Refusal {
  const seconds = Math.ceil(window.resetAtSeconds - now.getTime() / 1000)
  return refuse(
    'rate_limit_exceeded',
    'Too many requests; try again later',
    `no calls left: ${kindOf(subject)}`,
    {
      retryAfterSeconds: Math.min(Math.max(seconds, 1), windowSeconds.day),
    },
  )
}

/** `app`, `user` or `address`. */
function kindOf({ key }: RateSubject): string {
  return key.slice(0, key.indexOf(':'))
}
