import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getLiveness, getReadiness } from '../../client/index.ts'
import { status } from '#test/support/answers.ts'
import {
  expectCalm,
  isServed,
  prepareWorkload,
  startLoad,
  type Load,
  type Sample,
  type Workload,
} from '#test/support/load.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import { databaseUrl, endPrograms, startServiceProcess, type ServiceProcess } from '#test/support/process.ts'
import { longOrShort, pass } from './duration.ts'

/** A way for PostgreSQL to be away: from `begin` on, until `end`. */
type Fault = { readonly name: string; begin(): Promise<void>; end(): Promise<void> }

const rounds = longOrShort(3, 1)
const faultSeconds = longOrShort(10, 2)
/** From the end of a fault until everything is served again. */
const recoveryMs = 3_000

let postgres: OwnPostgres
let holders: Client[] = []

beforeAll(async () => {
  postgres = await createPostgres({ max_connections: '30' })
})

afterAll(async () => {
  await endPrograms()
  await postgres.remove()
})

const startLife = () =>
  startServiceProcess({
    DATABASE_URL: databaseUrl(postgres.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LOG_LEVEL: 'warn',
  })

async function connect(): Promise<Client> {
  const client = new Client({ ...postgres.connection })
  client.on('error', () => {})
  await client.connect()
  holders.push(client)
  return client
}

async function letGo(): Promise<void> {
  await Promise.all(holders.map((client) => client.end()))
  holders = []
}

/** Statements that no request gets past, while a statement of nobody's sleeps on their tables. */
async function lockTables(): Promise<void> {
  const holder = await connect()
  // Somebody's transaction may hold one of them and want another: whoever loses such a deadlock asks again.
  for (;;) {
    try {
      await holder.query('begin; lock table users, sessions, grants, clients in access exclusive mode')
      break
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01') throw error
      await holder.query('rollback')
    }
  }
  void holder.query('select pg_sleep(600)').catch(() => {})
}

async function unlockTables(): Promise<void> {
  const admin = await connect()
  await admin.query(`select pg_cancel_backend(pid) from pg_stat_activity where query like '%pg_sleep(600)%'
    and pid <> pg_backend_pid()`)
  await letGo()
}

/** Takes what connection slots there are, and those of the service, which asks for new ones in vain. */
async function takeSlots(): Promise<void> {
  for (;;) {
    try {
      await connect()
    } catch (error) {
      expect(error).toMatchObject({ code: '53300' })
      const ofService = `from pg_stat_activity where application_name = 'latchkey'`
      const { rowCount } = await holders[0]!.query(`select pg_terminate_backend(pid) ${ofService}`)
      if (rowCount === 0) return
    }
  }
}

const faults: readonly Fault[] = [
  { name: 'frozen', begin: async () => postgres.freeze(), end: async () => postgres.thaw() },
  { name: 'restarted', begin: () => postgres.stop(), end: () => postgres.start() },
  { name: 'killed', begin: () => postgres.kill(), end: () => postgres.start() },
  { name: 'without a free slot', begin: takeSlots, end: letGo },
  { name: 'locked by a slow statement', begin: lockTables, end: unlockTables },
]

const startEverything = (works: readonly Workload[]) =>
  startLoad(
    works.flatMap((work) => Object.values(work)),
    30,
  )

const askReadiness = async (service: ServiceProcess) => status(await getReadiness({ client: service.as() }))

/** Was asked after the moment. */
const since = (moment: number) => (each: Sample) => each.at - each.ms > moment

/** Expects calm throughout, and that whatever was asked later than the recovery after the fault's end was served. */
function expectRecovered({ samples }: Load, endedAt: number): void {
  expectCalm(samples)
  const later = samples.filter(since(endedAt + recoveryMs))
  const notNow = samples.filter((each) => !isServed(each)).length
  process.stdout.write(`${samples.length} asked, ${notNow} "not now", ${later.length} after the recovery\n`)
  expect(notNow).toBeGreaterThan(0)
  expect(later.length).toBeGreaterThan(0)
  expect(later.filter((each) => !isServed(each)).slice(0, 5)).toEqual([])
}

describe('under load, a PostgreSQL that is', () => {
  let service: ServiceProcess
  let works: readonly Workload[]

  beforeAll(async () => {
    service = await startLife()
    works = [await prepareWorkload(service), await prepareWorkload(service)]
  })

  it.each(faults)(
    '$name: nothing waits too long or is refused for good, everything recovers',
    async (fault) => {
      for (let round = 1; round <= rounds; round++) {
        const load = startEverything(works)
        await pass(1)
        await fault.begin()
        await pass(faultSeconds)
        const readiness = await askReadiness(service)
        const liveness = status(await getLiveness({ client: service.as() }))
        // Whatever was seen, the next fault begins with a PostgreSQL that is whole.
        await fault.end()
        // A table that is locked does not keep the database from telling the time.
        if (fault !== faults.at(-1)) expect(readiness).toBe(503)
        expect(liveness).toBe(200)
        const endedAt = performance.now()
        await expect.poll(() => askReadiness(service), { timeout: recoveryMs, interval: 50 }).toBe(200)
        await pass(recoveryMs / 1_000 + 0.5)
        await load.stop()
        expectRecovered(load, endedAt)
      }
      expect(process.kill(service.pid, 0)).toBe(true)
    },
  )

  it('restarted ten times in a row: the process lives, and every refresh token that was given works', async () => {
    const load = startEverything(works)
    for (let restart = 1; restart <= longOrShort(10, 3); restart++) {
      await postgres.stop()
      await postgres.start()
      await pass(0.3)
    }
    const endedAt = performance.now()
    await pass(recoveryMs / 1_000 + 0.5)
    await load.stop()
    expectRecovered(load, endedAt)
  })
})

describe('told to stop, the service ends in order while PostgreSQL is', () => {
  let service: ServiceProcess
  let work: Workload

  beforeEach(async () => {
    service = await startLife()
    work = await prepareWorkload(service)
  })

  it.each(faults.slice(0, longOrShort(faults.length, 2)))('$name', async (fault) => {
    const load = startEverything([work])
    await pass(0.5)
    await fault.begin()
    await pass(0.5)
    const toldAt = performance.now()
    const ending = await service.end('SIGTERM')
    const took = performance.now() - toldAt
    await load.stop()
    await fault.end()
    expect(ending).toEqual({ status: 0, signal: null })
    expect(took).toBeLessThan(9_500)
    expectCalm(load.samples.filter((each) => !since(toldAt)(each)).filter(wasTaken))
  })
})

/** A request that met the closing door got no answer; every other was under way and has one. */
function wasTaken({ status: code, error }: Sample): boolean {
  return code !== 0 || !/fetch failed/.test(error ?? '')
}
