import type { Job, JobQuota, TakenJob } from '../domain/job.ts'

/**
 * Jobs: work that follows from a request, kept with it and done after it. A job is done at least once, by one runner at a
 * time. What becomes of a loan is only written while it is the latest of its job: false from a runner that was too slow.
 */
export type Jobs = {
  /**
   * Stores a job; the same work whatever the subject is. Jobs of one subject are stored one after the other, so that a quota
   * holds for those that come at once.
   *
   * @param quota  null: without a limit
   * @returns `full` when its subject has had its share, and then nothing was stored
   */
  add(job: Job, quota: JobQuota | null): Promise<'added' | 'full'>
  /**
   * Takes jobs of these kinds that are due and lent to nobody, the longest due first, for `leaseSeconds`. One statement. The
   * store's own clock tells when a loan ends: a process whose clock is wrong takes nothing that another is at work with.
   */
  take(kinds: readonly string[], count: number, leaseSeconds: number, now: Date): Promise<readonly TakenJob[]>
  /** It is done. Its payload is forgotten at once; the rest is kept for an hour, for quotas. */
  done(job: TakenJob, now: Date): Promise<boolean>
  /** It failed and is due again at `runAt`. `failure` says why, without secrets. */
  retry(job: TakenJob, runAt: Date, failure: string): Promise<boolean>
  /** It failed for good: kept for 30 days as a dead letter, which nobody takes. */
  bury(job: TakenJob, failure: string, now: Date): Promise<boolean>
}
