import { mostAttempts, pauseSeconds, type JobOutcome, type TakenJob } from '../domain/job.ts'
import { after } from '../domain/moment.ts'
import type { Jobs } from '../store/jobs.ts'
import type { Clock } from './clock.ts'
import type { JobQueue } from './jobQueue.ts'
import type { Log } from './log.ts'
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
}

const longestFailure = 300

/** Does a job that was taken, and writes down what became of it. Never throws. */
export async function attemptJob(job: TakenJob, options: JobAttemptOptions): Promise<void> {
  const { jobs, queue, handlers, clock, log } = options
  try {
    const outcome = await handlers[job.kind]!(queue.open(job), job)
    if (outcome === 'done') return void (await jobs.done(job, clock.now()))
    log.error({ jobId: job.id, kind: job.kind, reason: outcome.hopeless }, 'a job was given up')
    await jobs.bury(job, outcome.hopeless.slice(0, longestFailure), clock.now())
  } catch (error) {
    await noteFailure(job, error, options)
  }
}

async function noteFailure(
  job: TakenJob,
  error: unknown,
  { jobs, clock, random, log }: JobAttemptOptions,
): Promise<void> {
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
  }
}
