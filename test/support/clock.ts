import type { Clock } from '#src/platform/clock.ts'

/** The real clock, some way ahead of itself. */
export type MovableClock = Clock & { advance(seconds: number): void }

/** Makes a clock that tests move instead of sleeping. */
export function createMovableClock(): MovableClock {
  let aheadMs = 0
  return {
    now: () => new Date(Date.now() + aheadMs),
    advance: (seconds) => {
      aheadMs += seconds * 1000
    },
  }
}
