import { wholeNumber } from '../declare.ts'

/** A limit as an option says it; `default`: the configured one. */
export type LimitOption = number | 'default'

/** Reads a limit for an option: a number of calls, or `default`. */
export function limitOrDefault(most: number): (text: string) => LimitOption {
  const read = wholeNumber(0, most)
  return (text) => (text === 'default' ? text : read(text))
}

/** The limit as it is stored: null for the configured one. */
export function storedLimit(limit: LimitOption): number | null {
  return limit === 'default' ? null : limit
}
