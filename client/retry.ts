import { retryAfterOf } from './errors.ts'

/** Seconds that are waited at most between two tries; a server that asks for more is not asked again. */
const longestPauseSeconds = 30
const firstPauseSeconds = 0.25

/** Only what changes nothing is sent twice (RFC 9110 §9.2.1): never a grant, whose repetition would burn it. */
const repeatable: ReadonlySet<string> = new Set(['GET', 'HEAD'])
/** Refusals that pass: too many requests, and a server or a gateway that cannot answer for the moment. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504])

/**
 * Decides whether and when a request is sent again.
 *
 * @param tried   how often it was sent so far, 1 or more
 * @param answer  what came; undefined when the network failed or the time was up
 * @returns seconds to wait first: what `Retry-After` asks for and, on top, a random part of a growing span ("full jitter"),
 *   so that clients which failed together do not come back together; null: it is not sent again
 */
export function decideRetry(
  method: string,
  tried: number,
  retries: number,
  answer: Response | undefined,
): number | null {
  if (tried > retries || !repeatable.has(method)) return null
  if (answer !== undefined && !passing.has(answer.status)) return null
  const asked = retryAfterOf(answer) ?? 0
  if (asked > longestPauseSeconds) return null
  return asked + Math.random() * Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (tried - 1))
}

/** Waits; ends early when the caller gives up. */
export function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, seconds * 1000)
    signal?.addEventListener('abort', end)
    if (signal?.aborted === true) end()
    function end(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
  })
}
