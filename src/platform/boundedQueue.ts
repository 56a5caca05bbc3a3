/** How full a queue is at this moment. */
export type QueueLoad = { readonly running: number; readonly waiting: number }

/** Why the queue did not start a task: no place left, or it waited too long. */
export type QueueRefusal = 'full' | 'late'

/** A line before scarce work: few tasks run, some wait for a while, the rest is turned away at once. */
export type BoundedQueue = {
  /**
   * Runs the task when its turn comes and answers what it answers.
   *
   * @throws what `refuse` makes of a task that was never started
   */
  run<T>(task: () => Promise<T>): Promise<T>
  load(): QueueLoad
}

type Waiting = { readonly start: () => void; readonly timer: NodeJS.Timeout }

/**
 * Makes a queue, first come first served.
 *
 * @param limits.running            tasks in flight at once
 * @param limits.waiting            tasks that may wait for a place
 * @param limits.waitMilliseconds   how long each of them may wait
 * @param refuse                    makes the error for a task that is turned away
 */
export function createBoundedQueue(
  limits: { readonly running: number; readonly waiting: number; readonly waitMilliseconds: number },
  refuse: (why: QueueRefusal) => Error,
): BoundedQueue {
  let running = 0
  // A Set keeps the order of arrival and forgets one that gave up in constant time.
  const line = new Set<Waiting>()

  function place(): Promise<void> {
    if (running < limits.running) {
      running += 1
      return Promise.resolve()
    }
    if (line.size >= limits.waiting) return Promise.reject(refuse('full'))
    return new Promise((start, giveUp) => {
      const waiting: Waiting = {
        start,
        timer: setTimeout(() => {
          line.delete(waiting)
          giveUp(refuse('late'))
        }, limits.waitMilliseconds),
      }
      line.add(waiting)
    })
  }

  function leave(): void {
    for (const next of line) {
      line.delete(next)
      clearTimeout(next.timer)
      // The place goes over from hand to hand, so `running` stays: nobody can slip in between.
      next.start()
      return
    }
    running -= 1
  }

  return {
    async run(task) {
      await place()
      try {
        return await task()
      } finally {
        leave()
      }
    },
    load: () => ({ running, waiting: line.size }),
  }
}
