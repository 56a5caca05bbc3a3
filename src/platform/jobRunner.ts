import type { TakenJob } from '../domain/job.ts'
import { attemptJob, type JobAttemptOptions } from './jobAttempt.ts'
import type { JobQueue } from './jobQueue.ts'

/** What works the jobs off. */
export type JobRunner = {
  /** Looks for jobs at once. */
  wake(): void
  /** Resolves when nothing is under way in this process and nothing is due. */
  idle(): Promise<void>
  /** Takes no more jobs and waits for those under way, for a few seconds; what is not done then is done by another runner. */
  stop(): Promise<void>
}

/** What a runner works with. */
export type JobRunnerOptions = JobAttemptOptions & { readonly queue: Pick<JobQueue, 'open' | 'onWake'> }

/** Jobs under way at once. */
const mostRunning = 4
/** How often jobs are looked for that another process put down, or that failed before. */
const pollMilliseconds = 1_000
/** After this a job counts as abandoned. Its handler has to come to an end before. */
const leaseSeconds = 60
const stopMilliseconds = 5_000

/** Starts working jobs off. A database that is away is asked again at every look. */
export function startJobRunner(options: JobRunnerOptions): JobRunner {
  const take = createTake(options)
  const running = new Set<Promise<void>>()
  const life = { isLookDue: false, isStopped: false }
  let looking: Promise<void> | null = null

  /** One look at a time; a call meanwhile makes it look once more. */
  function wake(): void {
    life.isLookDue = true
    looking ??= look().finally(() => (looking = null))
  }

  async function look(): Promise<void> {
    while (life.isLookDue && !life.isStopped) {
      life.isLookDue = false
      const free = mostRunning - running.size
      for (const job of free === 0 ? [] : await take(free)) start(job)
    }
  }

  function start(job: TakenJob): void {
    const work = attemptJob(job, options).finally(() => {
      running.delete(work)
      // Its place is free, and it may have been one of many.
      wake()
    })
    running.add(work)
  }

  async function idle(): Promise<void> {
    for (;;) {
      wake()
      await looking
      if (running.size === 0) return
      await Promise.all(running)
    }
  }

  async function stop(): Promise<void> {
    life.isStopped = true
    clearInterval(timer)
    await looking
    await atMost(stopMilliseconds, Promise.all(running))
  }

  const timer = setInterval(wake, pollMilliseconds).unref()
  options.queue.onWake(wake)
  wake()
  return { wake, idle, stop }
}

/** Takes jobs; none while the database is away, which is said once. */
function createTake({ jobs, handlers, clock, log }: JobRunnerOptions) {
  const kinds = Object.keys(handlers)
  let isAway = false
  return async (count: number): Promise<readonly TakenJob[]> => {
    try {
      const taken = await jobs.take(kinds, count, leaseSeconds, clock.now())
      isAway = false
      return taken
    } catch (error) {
      if (!isAway) log.warn({ err: error }, 'jobs cannot be taken for the moment')
      isAway = true
      return []
    }
  }
}

async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)))
  await Promise.race([work, late])
  clearTimeout(timer)
}
