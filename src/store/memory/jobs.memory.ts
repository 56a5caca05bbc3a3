import type { Job, JobQuota, TakenJob } from '../../domain/job.ts'
import { after } from '../../domain/moment.ts'
import type { Jobs } from '../jobs.ts'
import type { JobRow, Tables } from './tables.ts'

/** Keeps a job with its cause. */
export function storeJob(tables: Tables, job: Job): void {
  tables.jobs.set(job.id, { ...job, attempts: 0, lockedUntil: null })
}

/** Whether the subject of a job has had its share. */
export function isOverQuota(tables: Tables, job: Job, { most, seconds }: JobQuota): boolean {
  const since = after(job.createdAt, -seconds)
  const alike = [...tables.jobs.values()].filter(
    ({ subject, kind, createdAt }) =>
      job.subject !== null && subject?.equals(job.subject) && kind === job.kind && createdAt > since,
  )
  return alike.length >= most
}

/** Jobs in memory. */
export function jobsIn(tables: Tables): Jobs {
  const { jobs } = tables
  /** What becomes of a loan counts while it is the latest of its job. */
  const settle = ({ id, attempts }: TakenJob, change: (row: JobRow) => JobRow): boolean => {
    const row = jobs.get(id)
    if (row === undefined || row.attempts !== attempts || row.runAt === null) return false
    jobs.set(id, change(row))
    return true
  }
  return {
    async add(job, quota) {
      if (quota !== null && isOverQuota(tables, job, quota)) return 'full'
      storeJob(tables, job)
      return 'added'
    },
    async take(kinds, count, leaseSeconds, now) {
      const due = [...jobs.values()].filter(
        ({ kind, runAt, lockedUntil }) =>
          kinds.includes(kind) &&
          runAt !== null &&
          runAt <= now &&
          (lockedUntil === null || lockedUntil <= now),
      )
      const first = due.toSorted((a, b) => +a.runAt! - +b.runAt! || (a.id < b.id ? -1 : 1)).slice(0, count)
      return first.map((row) => {
        const lent = { ...row, attempts: row.attempts + 1, lockedUntil: after(now, leaseSeconds) }
        jobs.set(row.id, lent)
        const { lockedUntil: _lockedUntil, ...taken } = lent
        return { ...taken, runAt: row.runAt! }
      })
    },
    done: async (job) =>
      settle(job, (row) => ({ ...row, runAt: null, lockedUntil: null, payload: Buffer.alloc(0) })),
    retry: async (job, runAt) => settle(job, (row) => ({ ...row, runAt, lockedUntil: null })),
    bury: async (job) => settle(job, (row) => ({ ...row, runAt: null, lockedUntil: null })),
  }
}
