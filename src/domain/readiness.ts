import { refuse, type Refusal } from './refusal.ts'

/** What a process has found out about itself. */
export type ReadinessFacts = {
  /** the database's clock when it was asked */
  readonly databaseTime: Date
  readonly isMigrated: boolean
  readonly canSign: boolean
  /** it has been told to stop */
  readonly isStopping: boolean
}

/** How far this machine's clock may be from the database's before codes and tokens are judged wrongly. */
const skewLimitMs = 30_000

/** Seconds after which asking again may get another answer. */
const retryAfterSeconds = 5

/** Whether this machine's clock is so far from the database's that what it says of ends and beginnings is wrong. */
export function isClockWrong(databaseTime: Date, now: Date): boolean {
  return Math.abs(databaseTime.getTime() - now.getTime()) > skewLimitMs
}

/**
 * Decides whether a process may be sent requests.
 *
 * @param now  the moment at which the database told its time
 * @returns null when it may, else what is wrong first
 */
export function checkReadiness(facts: ReadinessFacts, now: Date): Refusal | null {
  if (facts.isStopping) return notReady('The process is about to stop', 'stopping')
  if (!facts.isMigrated) return notReady('The database lacks tables of this version', 'schema not migrated')
  if (isClockWrong(facts.databaseTime, now))
    return notReady(
      'The clock differs from the clock of the database',
      `skew ${Math.abs(facts.databaseTime.getTime() - now.getTime())} ms`,
    )
  return facts.canSign ? null : notReady('A signing key is missing', 'no active key for an algorithm')
}

function notReady(description: string, reason: string): Refusal {
  return refuse('temporarily_unavailable', description, reason, { retryAfterSeconds })
}
