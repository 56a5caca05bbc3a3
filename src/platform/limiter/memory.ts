import type { Clock } from '../clock.ts'
import type { Limiter } from '../limiter.ts'

type Window = { current: number; readonly endsAt: number }

/** Windows kept of each kind: some 20 MB together when all are taken. */
const mostPerKind = 50_000

/**
 * Counters in this process. Of each kind of key the newest 50,000 windows are kept: whoever makes up addresses pushes out
 * other addresses, never the counters of apps and users.
 *
 * @param weight  what one call counts: 1; more makes limits that are meant for all nodes together stricter here
 * @param most    windows kept of each kind
 */
export function createMemoryLimiter(clock: Clock, weight = 1, most = mostPerKind): Limiter {
  const kinds = new Map<string, Map<string, Window>>()

  function windowsOf(kind: string): Map<string, Window> {
    const windows = kinds.get(kind) ?? new Map<string, Window>()
    kinds.set(kind, windows)
    return windows
  }

  /** Taken out before it is put in, so that the order of the map is the order in which windows began. */
  function begin(windows: Map<string, Window>, name: string, endsAt: number): Window {
    const window = { current: 0, endsAt }
    windows.delete(name)
    windows.set(name, window)
    if (windows.size > most) windows.delete(windows.keys().next().value!)
    return window
  }

  return {
    async increment(key, windowMs) {
      const now = clock.now().getTime()
      const windows = windowsOf(key.slice(0, key.indexOf(':')))
      const name = `${windowMs}:${key}`
      const known = windows.get(name)
      const isAlive = known !== undefined && known.endsAt > now
      const window = isAlive ? known : begin(windows, name, endOfWindow(now, windowMs))
      window.current += weight
      return { current: window.current, ttlMs: Math.min(window.endsAt - now, windowMs) }
    },
    isAlone: () => false,
    async peek(key, windowMs) {
      const now = clock.now().getTime()
      const known = kinds.get(key.slice(0, key.indexOf(':')))?.get(`${windowMs}:${key}`)
      if (known === undefined || known.endsAt <= now) return null
      return { current: known.current, ttlMs: Math.min(known.endsAt - now, windowMs) }
    },
    close: () => kinds.clear(),
  }
}

/** When a window that begins now is over: a whole second, so that it can be told in seconds without rounding. */
export function endOfWindow(now: number, windowMs: number): number {
  return Math.floor(now / 1000) * 1000 + windowMs
}
