import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Job, TakenJob } from '#src/domain/job.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { endLease } from '#test/support/lease.ts'
import { after, someHash, someId, start } from './specimens.ts'

let database: TestDatabase
let store: Store
let other: Store

beforeAll(async () => {
  database = await createDatabase()
  store = await openStore(database)
  other = await openStore(database)
})

afterAll(async () => {
  await store.close()
  await other.close()
  await database.drop()
})

let kinds = 0

/** A kind of job that no other test has. */
function someKind(): string {
  return `kind-${++kinds}`
}

function someJob(kind: string, more: Partial<Job> = {}): Job {
  return {
    id: someId(),
    kind,
    subject: null,
    payload: randomBytes(40),
    runAt: start,
    createdAt: start,
    ...more,
  }
}

async function addJobs(kind: string, count: number): Promise<readonly Job[]> {
  const jobs = Array.from({ length: count }, () => someJob(kind))
  for (const job of jobs) await store.jobs.add(job, null)
  return jobs
}

/** Takes jobs at a moment, with a lease of a minute. */
function take(kind: string, seconds = 1, count = 10, from: Store = store): Promise<readonly TakenJob[]> {
  return from.jobs.take([kind], count, 60, after(seconds))
}

async function rowOf({ id }: Pick<Job, 'id'>): Promise<Record<string, unknown> | undefined> {
  const [row] = await runAsAdmin(database.connection, 'select * from jobs where id = $1', [id])
  return row
}

describe('take', () => {
  it('gives what is due, the longest due first, as it was stored', async () => {
    const kind = someKind()
    const late = someJob(kind, { runAt: after(-5), subject: someHash() })
    const due = someJob(kind)
    const coming = someJob(kind, { runAt: after(30) })
    for (const job of [due, coming, late, someJob(someKind())]) await store.jobs.add(job, null)
    expect(await take(kind)).toEqual([
      { ...late, attempts: 1 },
      { ...due, attempts: 1 },
    ])
    expect(await take(kind, 2)).toEqual([])
    expect(await take(kind, 30)).toEqual([{ ...coming, attempts: 1 }])
  })

  it('gives no more than is asked for', async () => {
    const kind = someKind()
    await addJobs(kind, 3)
    expect(await take(kind, 1, 2)).toHaveLength(2)
    expect(await take(kind, 1, 2)).toHaveLength(1)
  })

  it('lends no job to two of eight runners that ask at once', async () => {
    const kind = someKind()
    const jobs = await addJobs(kind, 200)
    const taken: TakenJob[] = []
    const run = async (runner: Store) => {
      for (;;) {
        const mine = await take(kind, 1, 7, runner)
        taken.push(...mine)
        await Promise.all(mine.map((job) => runner.jobs.done(job, after(2))))
        if (mine.length === 0) return
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, index) => run(index % 2 === 0 ? store : other)))
    // Who was passed over because another held the row may have left early: what is left is taken now.
    await run(store)
    expect(taken.map(({ id }) => id).toSorted()).toEqual(jobs.map(({ id }) => id).toSorted())
    expect(taken.every(({ attempts }) => attempts === 1)).toBe(true)
  })

  it('lends a job again when its lease has ended, and hears nothing more of the first loan', async () => {
    const kind = someKind()
    await addJobs(kind, 1)
    const [first] = await take(kind)
    // However late it is by the clock of whoever asks.
    expect(await take(kind, 3_600)).toEqual([])
    await endLease(database, kind)
    const [second] = await take(kind, 61, 10, other)
    expect(second).toEqual({ ...first, attempts: 2 })
    expect(await store.jobs.done(first!, after(62))).toBe(false)
    expect(await store.jobs.retry(first!, after(62), 'late')).toBe(false)
    expect(await store.jobs.bury(first!, 'late', after(62))).toBe(false)
    expect(await other.jobs.done(second!, after(63))).toBe(true)
  })
})

describe('what becomes of a job', () => {
  it('done: it is never lent again, and what it held is forgotten', async () => {
    const kind = someKind()
    const [job] = await addJobs(kind, 1)
    const [taken] = await take(kind)
    expect(await store.jobs.done(taken!, after(2))).toBe(true)
    expect(await store.jobs.done(taken!, after(3))).toBe(false)
    expect(await take(kind, 86_400)).toEqual([])
    expect(await rowOf(job!)).toMatchObject({
      payload: Buffer.alloc(0),
      failure: null,
      delete_at: after(3602),
    })
  })

  it('failed: it is lent again when its pause is over', async () => {
    const kind = someKind()
    const [job] = await addJobs(kind, 1)
    const [first] = await take(kind)
    expect(await store.jobs.retry(first!, after(11), 'no connection')).toBe(true)
    expect(await rowOf(job!)).toMatchObject({ failure: 'no connection', failed_at: null })
    expect(await take(kind, 10)).toEqual([])
    expect(await take(kind, 11)).toEqual([{ ...first, runAt: after(11), attempts: 2 }])
  })

  it('given up: it lies there with its reason and payload for a month, and is never lent', async () => {
    const kind = someKind()
    const [job] = await addJobs(kind, 1)
    const [taken] = await take(kind)
    expect(await store.jobs.bury(taken!, 'SMTP 550', after(5))).toBe(true)
    expect(await take(kind, 86_400)).toEqual([])
    expect(await rowOf(job!)).toMatchObject({
      payload: job!.payload,
      failure: 'SMTP 550',
      failed_at: after(5),
      delete_at: after(5 + 30 * 86_400),
    })
  })

  it('is cleared away some time later by whoever finishes another', async () => {
    const kind = someKind()
    const [done, buried] = await addJobs(kind, 2)
    const [one, two] = await take(kind)
    await store.jobs.done(one!, after(2))
    await store.jobs.bury(two!, 'x', after(2))
    // Each clears a few away: as many as it takes for whatever the other tests have left.
    const finishOthers = async (seconds: number) => {
      await addJobs(kind, 20)
      for (const job of await take(kind, seconds, 20)) await store.jobs.done(job, after(seconds))
    }
    await finishOthers(3602)
    expect(await rowOf(done!)).toBeUndefined()
    expect(await rowOf(buried!)).toBeDefined()
    await finishOthers(31 * 86_400)
    expect(await rowOf(buried!)).toBeUndefined()
  })
})

describe('a quota', () => {
  const quota = { most: 2, seconds: 3600 }

  it('counts the jobs of a kind and a subject, done ones too, and stores none beyond', async () => {
    const [kind, another] = [someKind(), someKind()]
    const subject = someHash()
    const add = (job: Partial<Job>, of = kind) => store.jobs.add(someJob(of, { subject, ...job }), quota)
    expect([await add({}), await add({ createdAt: after(10) })]).toEqual(['added', 'added'])
    for (const job of await take(kind)) await store.jobs.done(job, after(20))
    expect(await add({ createdAt: after(30) })).toBe('full')
    expect(await take(kind, 40)).toEqual([])
    expect(await add({ subject: someHash() })).toBe('added')
    expect(await add({}, another)).toBe('added')
    expect(await add({ createdAt: after(3601) })).toBe('added')
    expect(await add({ createdAt: after(3602) })).toBe('full')
  })

  it('of nobody is none', async () => {
    const kind = someKind()
    for (let count = 0; count < 4; count++) expect(await store.jobs.add(someJob(kind), quota)).toBe('added')
  })

  it('holds for orders that come at once, whichever process they come to', async () => {
    const kind = someKind()
    for (let round = 1; round <= 20; round++) {
      const subject = someHash()
      // Connections are opened by the first round: only from then on the orders really come at once.
      const orders = Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? store : other).jobs.add(someJob(kind, { subject }), quota),
      )
      const added = (await Promise.all(orders)).filter((outcome) => outcome === 'added')
      expect(added).toHaveLength(quota.most)
    }
  })
})
