import { mostAttempts, pauseSeconds, type JobOutcome, type TakenJob } from '../domain/job.ts'
import { after } from '../domain/moment.ts'
import type { Jobs } from '../store/jobs.ts'
import type { Clock } from './clock.ts'
import type { JobQueue } from './jobQueue.ts'
import type { Log } from './log.ts'
import type { AttemptOutcome, Metrics } from './metrics.ts'
import type { Random } from './random.ts'
import { safeMessage } from './redaction.ts'

/** Does one kind of job. It may be called twice for the same job, when the first answer was lost. */
export type JobHandler = (payload: unknown, job: TakenJob) => Promise<JobOutcome>

/** What an attempt at a job works with. */
export type JobAttemptOptions = {
  readonly jobs: Jobs
  readonly queue: Pick<JobQueue, 'open'>
  readonly handlers: Readonly<Record<string, JobHandler>>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly metrics: Pick<Metrics, 'attempted'>
}

const longestFailure = 300

/** Does a job that was taken, and writes down what became of it. Never throws. */
export async function attemptJob(job: TakenJob, options: JobAttemptOptions): Promise<void> {
  const lagSeconds = Math.max(options.clock.now().getTime() - job.runAt.getTime(), 0) / 1000
  const begun = performance.now()
  const outcome = await attempt(job, options)
  const seconds = (performance.now() - begun) / 1000
  options.metrics.attempted({ kind: job.kind, outcome, seconds, lagSeconds })
}

async function attempt(job: TakenJob, options: JobAttemptOptions): Promise<AttemptOutcome> {
  const { jobs, queue, handlers, clock, log } = options
  try {
    const outcome = await handlers[job.kind]!(queue.open(job), job)
    if (outcome === 'done') {
      await jobs.done(job, clock.now())
      return 'done'
    }
    log.error({ jobId: job.id, kind: job.kind, reason: outcome.hopeless }, 'a job was given up')
    await jobs.bury(job, outcome.hopeless.slice(0, longestFailure), clock.now())
    return 'buried'
  } catch (error) {
    return noteFailure(job, error, options)
  }
}

async function noteFailure(
  job: TakenJob,
  error: unknown,
  { jobs, clock, random, log }: JobAttemptOptions,
): Promise<AttemptOutcome> {
  const { id: jobId, kind, attempts } = job
  const failure = (error instanceof Error ? safeMessage(error) : 'unknown').slice(0, longestFailure)
  const pause = pauseSeconds(attempts, random.bytes(1).readUInt8() / 255)
  const isLast = attempts >= mostAttempts
  if (isLast) log.error({ jobId, kind, attempts, err: error }, 'a job was given up')
  else log.warn({ jobId, kind, attempts, err: error }, 'a job failed and will be tried again')
  try {
    if (isLast) await jobs.bury(job, failure, clock.now())
    else await jobs.retry(job, after(clock.now(), pause), failure)
  } catch (storeError) {
    log.warn({ jobId, kind, err: storeError }, 'a job is left to the end of its lease')
    return 'retried'
  }
  return isLast ? 'buried' : 'retried'
}
