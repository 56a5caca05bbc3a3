import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getJwks, getLiveness, getOpenidConfiguration, getReadiness } from '../../client/index.ts'
import { status } from '#test/support/answers.ts'
import { expectCalm, isServed, prepareWorkload, type Sample, type Workload } from '#test/support/load.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import { databaseUrl, endPrograms, startServiceProcess, type ServiceProcess } from '#test/support/process.ts'

const connections = 24
/** For so long an app may be known from memory without proof, in milliseconds (docs/decisions/0050). */
const recallMs = 1_000

let postgres: OwnPostgres
let service: ServiceProcess
let work: Workload

beforeAll(async () => {
  postgres = await createPostgres({ max_connections: String(connections) })
  service = await startServiceProcess({
    DATABASE_URL: databaseUrl(postgres.connection),
    LATCHKEY_SECRET: 'the secret of a test',
  })
  work = await prepareWorkload(service)
})

afterAll(async () => {
  await endPrograms()
  await postgres.remove()
})

async function timed<T>(ask: () => Promise<T>) {
  const begun = performance.now()
  return { answer: await ask(), ms: performance.now() - begun }
}

const askReadiness = async () => status(await getReadiness({ client: service.as() }))

/** What needs no database goes on, and readiness says within two seconds that the rest does not. */
async function expectTruth(): Promise<void> {
  const readiness = await timed(askReadiness)
  expect(readiness.answer).toBe(503)
  expect(readiness.ms).toBeLessThan(2_000)
  for (const ask of [getLiveness, getJwks, getOpenidConfiguration]) {
    const { answer, ms } = await timed(async () => status(await ask({ client: service.as() })))
    expect(answer).toBe(200)
    expect(ms).toBeLessThan(1_000)
  }
}

/** Everything at once, once. */
const askEverything = () => Promise.all(Object.values(work).map((ask) => ask()))

/**
 * Of what was asked in an outage nothing was served, but for tokens that an app asked for itself, and these only within the
 * second in which it may be known from memory.
 *
 * @param awayAt  when nothing could be heard of the database any more, by `performance.now()`
 */
function expectRecalledOnly(samples: readonly Sample[], awayAt: number): void {
  expectCalm(samples)
  const isRecalled = ({ name, at, ms }: Sample) => name === 'clientCredentials' && at - ms < awayAt + recallMs
  expect(samples.filter((each) => isServed(each) && !isRecalled(each))).toEqual([])
}

/** Beyond that second nothing at all is served, "not now" is the answer to everything. Waits for its end, by the clock of the other process. */
async function expectNothingRecalled(awayAt: number, crowd = 1): Promise<void> {
  await pause(Math.max(0, awayAt + recallMs - performance.now()))
  const samples = (await Promise.all(Array.from({ length: crowd }, askEverything))).flat()
  expectCalm(samples)
  expect(samples.map((each) => [each.name, each.status])).toEqual(samples.map(({ name }) => [name, 503]))
}

/** The same process serves everything again within three seconds from now. */
async function expectRecovery(): Promise<void> {
  await expect.poll(askReadiness, { timeout: 3_000, interval: 50 }).toBe(200)
  expect((await askEverything()).filter((each) => !isServed(each))).toEqual([])
  expect(process.kill(service.pid, 0)).toBe(true)
}

describe('a PostgreSQL of flesh and blood', () => {
  it('frozen: nothing waits longer than 8 seconds, nothing is refused for good, everything recovers', async () => {
    postgres.freeze()
    const awayAt = performance.now()
    const [samples] = await Promise.all([askEverything(), expectTruth()])
    expectRecalledOnly(samples, awayAt)
    await expectNothingRecalled(awayAt, 5)
    postgres.thaw()
    await expectRecovery()
  })

  it('frozen for a moment: nobody notices more than the moment', async () => {
    postgres.freeze()
    const asked = askEverything()
    await expectTruth()
    postgres.thaw()
    expectCalm(await asked)
    await expectRecovery()
  })

  it('restarted while nobody asks: the next request is served', async () => {
    await postgres.stop()
    await postgres.start()
    await expectRecovery()
  })

  it('stopped: "not now" at once, and service as soon as it is back', async () => {
    await postgres.stop()
    const awayAt = performance.now()
    const [samples] = await Promise.all([askEverything(), expectTruth()])
    expectRecalledOnly(samples, awayAt)
    expect(Math.max(...samples.map(({ ms }) => ms))).toBeLessThan(1_000)
    await expectNothingRecalled(awayAt)
    await postgres.start()
    await expectRecovery()
  })

  it('killed while it works: nothing is refused for good, and nothing that was acknowledged is lost', async () => {
    const asked = askEverything()
    await postgres.kill()
    expectCalm(await asked)
    await postgres.start()
    await expectRecovery()
  })

  it('without a free connection slot: "not now", and service as soon as there is one', async () => {
    const others = await takeEverySlot()
    const awayAt = performance.now()
    const [samples] = await Promise.all([askEverything(), expectTruth()])
    expectRecalledOnly(samples, awayAt)
    await expectNothingRecalled(awayAt)
    await Promise.all(others.map((client) => client.end()))
    await expectRecovery()
  })

  it('frozen while the service is told to stop: what is under way is answered, and the end is in order', async () => {
    postgres.freeze()
    const asked = [askEverything(), askEverything()]
    // Of the lists and registrations some wait for their turn, which never comes: by then all have arrived.
    await Promise.race([work.list(), work.list(), work.list()])
    const begun = performance.now()
    const ending = service.end('SIGTERM')
    expectCalm((await Promise.all(asked)).flat())
    expect(await ending).toEqual({ status: 0, signal: null })
    expect(performance.now() - begun).toBeLessThan(8_000)
  })
})

/** Takes every connection slot, those of the service as well, until it has none left and PostgreSQL refuses (53300). */
async function takeEverySlot(): Promise<readonly Client[]> {
  const taken: Client[] = []
  for (;;) {
    const client = new Client({ ...postgres.connection })
    client.on('error', () => {})
    try {
      await client.connect()
      taken.push(client)
    } catch (error) {
      expect(error).toMatchObject({ code: '53300' })
      const ofService = `from pg_stat_activity where application_name = 'latchkey'`
      const { rowCount } = await taken[0]!.query(`select pg_terminate_backend(pid) ${ofService}`)
      if (rowCount === 0) return taken
    }
  }
}
