/** A counter. */
export type Count = {
  /** calls in the window so far, the one that is being counted included */
  readonly current: number
  /** milliseconds until the window is over, 1 to its length. It ends on a whole second */
  readonly ttlMs: number
}

/**
 * Counts calls in windows. A window begins with the first call it counts, at that call's whole second, and is over after
 * its length; then the next call begins another. Wherever the counters are, the moments come from this process's clock.
 */
export type Limiter = {
  /**
   * Counts one call.
   *
   * @param key       one counter; its text before the first colon is its kind, and each kind has room of its own
   * @param windowMs  length of the window in milliseconds; windows of different lengths count apart under one key
   */
  increment(key: string, windowMs: number): Promise<Count>
  /** True while the counters that nodes share are away and this process counts alone, more strictly. */
  isAlone(): boolean
  /** Reads a counter without counting; null when no window is under way. */
  peek(key: string, windowMs: number): Promise<Count | null>
  close(): void
}
