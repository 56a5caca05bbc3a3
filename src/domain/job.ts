/** Work to be done after the request that caused it was answered. */
export type Job = {
  /** UUIDv7 */
  readonly id: string
  /** names what does the work */
  readonly kind: string
  /** whose: jobs of one kind with the same subject can be limited; null: nobody's */
  readonly subject: Buffer | null
  /** what the work needs, sealed: it may hold secrets, and addresses of people who have no account */
  readonly payload: Buffer
  /** not before this moment */
  readonly runAt: Date
  readonly createdAt: Date
}

/** A job lent to a runner. If it is heard of no more before the lease ends, another runner gets it. */
export type TakenJob = Job & {
  /** how often it was taken, this time included: also what tells this loan from a later one */
  readonly attempts: number
}

/** How many jobs of a kind one subject may have in so many seconds, whatever became of them. */
export type JobQuota = { readonly most: number; readonly seconds: number }

const firstPauseSeconds = 5
const longestPauseSeconds = 600

/** Attempts after which a job is given up: with the pauses between them about a day. */
export const mostAttempts = 150

/**
 * Seconds to wait after a failed attempt: doubling, and spread by up to a fifth in either direction, so that what failed
 * together does not come back together.
 *
 * @param attempts  how many failed, 1 or more
 * @param chance    at random, 0 to 1
 */
export function pauseSeconds(attempts: number, chance: number): number {
  const pause = Math.min(firstPauseSeconds * 2 ** (attempts - 1), longestPauseSeconds)
  return pause * (0.8 + 0.4 * chance)
}

/** How a job came out: done, or hopeless for a reason that may be kept and logged. What is thrown is tried again. */
export type JobOutcome = 'done' | { readonly hopeless: string }
