import type { Job, TakenJob } from '../../domain/job.ts'
import type { Jobs } from '../jobs.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database, Run } from './database.ts'
import type { Statement } from './statement.ts'
import { jobColumns, takenJobColumns } from './rows.ts'

const row = slots(jobColumns, 1)
const most = `$${row.next}::integer`
const since = `$${row.next + 1}::timestamptz`

/** How long a job is kept after it has come to its end, in seconds. */
const keepDone = 3600
const keepFailed = 30 * 86_400

/** Who finishes one job clears a few old ones away, so that nothing piles up and nobody has much to do. */
const sweep = `swept as (
        delete from jobs o using (
          select id from jobs where delete_at <= $3::timestamptz limit 20 for update skip locked
        ) old where o.id = old.id
      )`

/** A loan is over when the job was lent again, or came to its end. */
const lent = 'j.id = $1 and j.attempts = $2 and j.run_at is not null'

/** Where a job stands among the parameters of a statement that stores one with its cause. */
export const jobSlots = (first: number) => slots<Job>(jobColumns, first)

/** The advisory locks under which the jobs of one subject are added, apart from those that a single number names. */
const turnLock = 72_616_333

/** The statements, by port method. */
export const jobStatements = {
  takeTurn: {
    name: 'jobs.takeTurn',
    text: `select pg_advisory_xact_lock(${turnLock}, $1::integer)`,
  },
  add: {
    name: 'jobs.add',
    text: `insert into jobs (${row.names}, attempts)
      select ${row.parameters}, 0
      where ${most} is null or ${most} > (
        select count(*) from jobs j
        where j.subject = ${row.at('subject')} and j.kind = ${row.at('kind')} and j.created_at > ${since}
      )
      returning 1`,
  },
  take: {
    name: 'jobs.take',
    text: `with due as (
        select j.id from jobs j
        where j.kind = any($1::text[]) and j.run_at <= $4::timestamptz
          and (j.locked_until is null or j.locked_until <= clock_timestamp())
        order by j.run_at, j.id
        limit $2
        for update of j skip locked
      )
      update jobs j set attempts = j.attempts + 1, locked_until = clock_timestamp() + make_interval(secs => $3::integer)
      from due where j.id = due.id
      returning ${selection(takenJobColumns, 'j')}`,
  },
  done: {
    name: 'jobs.done',
    text: `with done as (
        update jobs j set run_at = null, locked_until = null, payload = '', failure = null,
          delete_at = $3::timestamptz + interval '${keepDone} seconds'
        where ${lent} returning 1
      ), ${sweep}
      select 1 from done`,
  },
  retry: {
    name: 'jobs.retry',
    text: `update jobs j set run_at = $3, locked_until = null, failure = $4 where ${lent} returning 1`,
  },
  bury: {
    name: 'jobs.bury',
    text: `with buried as (
        update jobs j set run_at = null, locked_until = null, failure = $4, failed_at = $3::timestamptz,
          delete_at = $3::timestamptz + interval '${keepFailed} seconds'
        where ${lent} returning 1
      ), ${sweep}
      select 1 from buried`,
  },
} satisfies Record<string, Statement>

/**
 * Adds a job within a quota. What is counted has to stay true until the job is stored, so those who add for one subject take
 * turns; a statement sees what was there when it began, hence a statement of its own for the lock.
 *
 * @param add  one statement: the job is stored if the count allows it
 */
export async function addInTurn(
  { subject }: Pick<Job, 'subject'>,
  add: (run: Run) => Promise<unknown[]>,
  database: Pick<Database, 'write' | 'transaction'>,
): Promise<'added' | 'full'> {
  const added =
    subject === null
      ? await add(database.write)
      : await database.transaction(async (run) => {
          await run(jobStatements.takeTurn, [subject.readInt32BE()])
          return add(run)
        })
  return added.length === 1 ? 'added' : 'full'
}

/** Jobs on the given database. */
export function jobsOn(database: Database): Jobs {
  const write = async (statement: Statement, values: readonly unknown[]) =>
    (await database.write(statement, values)).length === 1
  return {
    async add(job, quota) {
      const from = quota === null ? null : new Date(job.createdAt.getTime() - quota.seconds * 1000)
      const values = [...row.values(job), quota?.most ?? null, from]
      return addInTurn(job, (run) => run(jobStatements.add, values), database)
    },
    async take(kinds, count, leaseSeconds, now) {
      const rows = await database.write(jobStatements.take, [kinds, count, leaseSeconds, now])
      return rows.map((taken) => readRow<TakenJob>(takenJobColumns, 'j', taken))
    },
    done: ({ id, attempts }, now) => write(jobStatements.done, [id, attempts, now]),
    retry: ({ id, attempts }, runAt, failure) => write(jobStatements.retry, [id, attempts, runAt, failure]),
    bury: ({ id, attempts }, failure, now) => write(jobStatements.bury, [id, attempts, now, failure]),
  }
}
