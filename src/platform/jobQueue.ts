import type { Job } from '../domain/job.ts'
import type { Random } from './random.ts'
import type { Sealing } from './sealing.ts'

/** Where work for later is put down. What it needs is sealed, whatever it is. */
export type JobQueue = {
  /**
   * Makes a job that is due at once. It is stored by the statement of its cause, or by `store.jobs.add`.
   *
   * @param payload  anything that JSON can hold
   * @param subject  null: nobody's
   */
  make(kind: string, payload: unknown, now: Date, subject?: Buffer | null): Job
  /** What was given to `make`. Throws when no secret of `LATCHKEY_SECRET` opens it. */
  open(job: Job): unknown
  /** Tells the runner of this process that there is something to do: others find it when they look next. */
  wake(): void
  /** Calls the listener at every `wake`. */
  onWake(listener: () => void): void
}

const label = 'outbox'

/** Makes the queue of a process. */
export function createJobQueue(options: { readonly sealing: Sealing; readonly random: Random }): JobQueue {
  const { sealing, random } = options
  const listeners: (() => void)[] = []
  return {
    make: (kind, payload, now, subject = null) => ({
      id: random.uuid(now),
      kind,
      subject,
      payload: sealing.seal(label, Buffer.from(JSON.stringify(payload))),
      runAt: now,
      createdAt: now,
    }),
    open: ({ payload }) => JSON.parse(sealing.open(label, payload).toString()) as unknown,
    wake: () => listeners.forEach((listener) => listener()),
    onWake: (listener) => void listeners.push(listener),
  }
}
