import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mostAttempts, type TakenJob } from '#src/domain/job.ts'
import { createJobQueue } from '#src/platform/jobQueue.ts'
import type { JobHandler } from '#src/platform/jobAttempt.ts'
import { startJobRunner, type JobRunner } from '#src/platform/jobRunner.ts'
import { createLog } from '#src/platform/log.ts'
import { noMetrics } from '#src/platform/metrics.ts'
import { systemRandom } from '#src/platform/random.ts'
import { createSealing } from '#src/platform/sealing.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { createMovableClock, type MovableClock } from '#test/support/clock.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { endLease } from '#test/support/lease.ts'
import { openFaultProxy, type FaultProxy } from '#test/support/faultProxy.ts'

let database: TestDatabase
let proxy: FaultProxy
let store: Store
let clock: MovableClock
const log: string[] = []
const runners: JobRunner[] = []

beforeAll(async () => {
  database = await createDatabase()
  proxy = await openFaultProxy(database.connection)
  store = await openStore({ connection: proxy.connection })
  clock = createMovableClock()
})

afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  log.length = 0
})

afterAll(async () => {
  await store.close()
  await proxy.close()
  await database.drop()
})

const sealing = createSealing(['a secret'])
const queue = createJobQueue({ sealing, random: systemRandom })

function startRunner(handlers: Readonly<Record<string, JobHandler>>, from = queue): JobRunner {
  const runner = startJobRunner({
    jobs: store.jobs,
    queue: from,
    handlers,
    clock,
    random: systemRandom,
    log: createLog({ level: 'debug', destination: { write: (line) => log.push(line) } }),
    metrics: noMetrics,
  })
  runners.push(runner)
  return runner
}

let kinds = 0
const someKind = () => `kind-${++kinds}`

async function enqueue(kind: string, payload: unknown = null): Promise<void> {
  await store.jobs.add(queue.make(kind, payload, clock.now()), null)
  queue.wake()
}

async function rowOf(kind: string): Promise<Record<string, unknown>> {
  const [row] = await runAsAdmin(database.connection, 'select * from jobs where kind = $1', [kind])
  return row ?? {}
}

/** A handler that waits until it is let go on, and how many wait. */
function createGate(): { readonly handler: JobHandler; readonly waiting: () => number; open(): void } {
  let waiting = 0
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  const handler: JobHandler = async () => {
    waiting += 1
    await opened
    return 'done'
  }
  return { handler, waiting: () => waiting, open: () => open() }
}

describe('a job', () => {
  it('is done at once when this process put it down, with what it was given', async () => {
    const kind = someKind()
    const seen: unknown[] = []
    startRunner({
      [kind]: async (payload, job) => {
        seen.push({ payload, attempts: job.attempts })
        return 'done'
      },
    })
    await enqueue(kind, { to: 'ann@example.com', list: [1, 'ü'] })
    await expect.poll(() => seen, { interval: 5, timeout: 500 }).toHaveLength(1)
    expect(seen).toEqual([{ payload: { to: 'ann@example.com', list: [1, 'ü'] }, attempts: 1 }])
  })

  it('is found by a runner that was not told', async () => {
    const kind = someKind()
    const done: TakenJob[] = []
    startRunner({ [kind]: async (_, job) => (done.push(job), 'done') })
    await store.jobs.add(queue.make(kind, null, clock.now()), null)
    await expect.poll(() => done, { timeout: 5_000 }).toHaveLength(1)
  })

  it('is sealed until then', async () => {
    const kind = someKind()
    await enqueue(kind, { token: 'a-secret-of-some-length' })
    const { payload } = await rowOf(kind)
    expect((payload as Buffer).toString('latin1')).not.toContain('secret')
  })

  it('is opened with a former secret', async () => {
    const kind = someKind()
    await enqueue(kind, 'kept')
    const seen: unknown[] = []
    const rotated = createJobQueue({ sealing: createSealing(['newer', 'a secret']), random: systemRandom })
    await startRunner({ [kind]: async (payload) => (seen.push(payload), 'done') }, rotated).idle()
    expect(seen).toEqual(['kept'])
  })
})

describe('a crowd of jobs', () => {
  it('is worked off four at a time', async () => {
    const kind = someKind()
    const gate = createGate()
    const runner = startRunner({ [kind]: gate.handler })
    for (let count = 0; count < 10; count++) await enqueue(kind)
    await expect.poll(gate.waiting).toBe(4)
    gate.open()
    await runner.idle()
    expect(gate.waiting()).toBe(10)
  })

  it('is shared by two runners, and none is done twice', async () => {
    const kind = someKind()
    const done: string[] = []
    const handler: JobHandler = async (payload) => (done.push(String(payload)), 'done')
    const names = Array.from({ length: 60 }, (_, index) => `job ${index}`)
    for (const name of names) await store.jobs.add(queue.make(kind, name, clock.now()), null)
    const both = [startRunner({ [kind]: handler }), startRunner({ [kind]: handler })]
    await Promise.all(both.map((runner) => runner.idle()))
    expect(done.toSorted()).toEqual(names.toSorted())
  })
})

describe('a job that fails', () => {
  it('is tried again after pauses that double, each spread by a fifth', async () => {
    const kind = someKind()
    let attempts = 0
    const runner = startRunner({
      [kind]: async () => {
        attempts += 1
        if (attempts < 4) throw new Error('no route to mail.example.com for ann@example.com')
        return 'done'
      },
    })
    await enqueue(kind)
    for (const [failed, pause] of [5, 10, 20].entries()) {
      await runner.idle()
      expect(attempts).toBe(failed + 1)
      const { run_at: runAt, failure } = await rowOf(kind)
      const seconds = ((runAt as Date).getTime() - clock.now().getTime()) / 1000
      expect(seconds).toBeGreaterThan(pause * 0.8 - 2)
      expect(seconds).toBeLessThan(pause * 1.2)
      expect(failure).toBe('no route to mail.example.com for [redacted]')
      clock.advance(pause * 1.2)
    }
    await runner.idle()
    expect(attempts).toBe(4)
    expect(await rowOf(kind)).toMatchObject({ run_at: null, failed_at: null, failure: null })
    expect(log.join('')).not.toContain('ann@example.com')
  })

  it('is given up after the last attempt, or as soon as it is hopeless', async () => {
    const [endless, hopeless] = [someKind(), someKind()]
    await enqueue(endless)
    await enqueue(hopeless)
    const before = 'update jobs set attempts = $1 where kind = $2'
    await runAsAdmin(database.connection, before, [mostAttempts - 1, endless])
    const runner = startRunner({
      [endless]: () => Promise.reject(new Error('again')),
      [hopeless]: async () => ({ hopeless: 'SMTP 550' }),
    })
    await runner.idle()
    expect(await rowOf(endless)).toMatchObject({ run_at: null, failure: 'again', attempts: mostAttempts })
    expect(await rowOf(hopeless)).toMatchObject({ run_at: null, failure: 'SMTP 550', attempts: 1 })
    expect(log.filter((line) => line.includes('a job was given up'))).toHaveLength(2)
  })

  it('that no secret opens is tried again, too: the secret may come back', async () => {
    const kind = someKind()
    await enqueue(kind)
    const other = createJobQueue({ sealing: createSealing(['another']), random: systemRandom })
    await startRunner({ [kind]: async () => 'done' }, other).idle()
    expect(await rowOf(kind)).toMatchObject({ attempts: 1, failed_at: null })
    expect((await rowOf(kind))['failure']).toContain('LATCHKEY_SECRET')
  })
})

describe('a runner', () => {
  it('outlives a database that is away, and says so once', async () => {
    const kind = someKind()
    const done: unknown[] = []
    const runner = startRunner({ [kind]: async (payload) => (done.push(payload), 'done') })
    await enqueue(kind, 'before')
    await runner.idle()
    await proxy.set('refusing')
    for (let look = 0; look < 3; look++) await runner.idle()
    expect(log.filter((line) => line.includes('jobs cannot be taken'))).toHaveLength(1)
    await proxy.set('healthy')
    await enqueue(kind, 'after')
    await runner.idle()
    expect(done).toEqual(['before', 'after'])
  })

  it('leaves a job whose end it could not write down to the end of the lease', async () => {
    const kind = someKind()
    let attempts = 0
    const runner = startRunner({
      [kind]: async () => {
        attempts += 1
        if (attempts === 1) await proxy.set('refusing')
        return 'done'
      },
    })
    await enqueue(kind)
    await runner.idle()
    await proxy.set('healthy')
    await runner.idle()
    expect(attempts).toBe(1)
    await endLease(database, kind)
    await runner.idle()
    expect(attempts).toBe(2)
    expect(await rowOf(kind)).toMatchObject({ run_at: null, attempts: 2 })
  })

  it('that stops finishes what is under way, and leaves the rest to the next', async () => {
    const kind = someKind()
    const gate = createGate()
    const runner = startRunner({ [kind]: gate.handler })
    for (let count = 0; count < 6; count++) await enqueue(kind)
    await expect.poll(gate.waiting).toBe(4)
    const stopping = runner.stop()
    gate.open()
    await stopping
    expect(gate.waiting()).toBe(4)
    const done: unknown[] = []
    await startRunner({ [kind]: async (payload) => (done.push(payload), 'done') }).idle()
    expect(done).toHaveLength(2)
  })
})
