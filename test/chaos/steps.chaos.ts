import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startHistory } from '#test/support/history.ts'
import { findBreaches } from '#test/support/invariants.ts'
import { startMailbox, type Mailbox } from '#test/support/mailbox.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import { databaseUrl, endPrograms, startServiceProcess, type ServiceProcess } from '#test/support/process.ts'
import { openStepProxy, type Moment, type StepProxy } from '#test/support/stepProxy.ts'
import { isShort } from './duration.ts'
import { flows, type Flow, type Prepared, type Scene } from './stepFlows.ts'

/** One life of the service, from its start until it is killed, and its way to the database. */
type Life = { readonly service: ServiceProcess; readonly proxy: StepProxy }

/** More questions than any flow asks. */
const mostSteps = 60

const history = startHistory()
let postgres: OwnPostgres
let mailbox: Mailbox
let life: Life
let nextLife: Promise<Life>
let scene: Scene

beforeAll(async () => {
  // PostgreSQL itself is not killed here: nothing has to be on the disk.
  postgres = await createPostgres({ fsync: 'off' })
  mailbox = await startMailbox()
  life = await startLife()
  nextLife = startLife()
  const person = await signUp(life.service)
  const isMailWaiting = async () => {
    const waiting = `select 1 from jobs where kind = 'deliverMail' and failed_at is null`
    return (await runAsAdmin(postgres.connection, waiting)).length > 0
  }
  const app = await registerTestApp(life.service, person, { id_token_signed_response_alg: 'ES256' })
  scene = { person, app, mailbox, history, isMailWaiting }
})

afterAll(async () => {
  await nextLife
  await endPrograms()
  await mailbox.stop()
  await postgres.remove()
})

async function startLife(): Promise<Life> {
  const proxy = await openStepProxy(postgres.connection)
  const service = await startServiceProcess({
    DATABASE_URL: databaseUrl(proxy.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_ISSUER: 'http://localhost',
    LATCHKEY_REGISTRATION: 'open',
    // Room for all flows at once: none of them is put off.
    LATCHKEY_DATABASE_POOL: '24',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LOG_LEVEL: 'warn',
    SMTP_URL: mailbox.url,
  })
  return { service: history.watch(service, `life ${service.pid}`), proxy }
}

/** The next life begins where this one was killed; the one after it is under way by then. */
async function beginNextLife(): Promise<void> {
  const former = life
  life = await nextLife
  nextLife = startLife()
  await former.proxy.close()
}

/** Lets them ask, with the service killed at this question. Tells what was answered, and whether it came to that. */
async function askAndKill(all: readonly Prepared[], step: number, moment: Moment) {
  const { service, proxy } = life
  const state = { isKilled: false }
  proxy.arm(step, moment, () => {
    state.isKilled = true
    process.kill(service.pid, 'SIGKILL')
  })
  const answers = await Promise.all(all.map(({ ask }) => ask(service)))
  proxy.disarm()
  const told = answers.map((answer) => (answer.response === undefined ? undefined : answer))
  if (state.isKilled) expect(await service.ended).toEqual({ status: null, signal: 'SIGKILL' })
  else expect(told.map((answer) => answer?.response?.ok)).toEqual(told.map(() => true))
  return { told, isKilled: state.isKilled }
}

/**
 * Runs flows at once with a kill at this question of theirs, and looks at what became of them in the next life.
 *
 * @returns whether it came to the kill: they may ask fewer questions
 */
async function runOnce(together: readonly Flow[], step: number, moment: Moment): Promise<boolean> {
  const all: Prepared[] = []
  for (const flow of together) all.push(await flow(life.service, scene))
  const { told, isKilled } = await askAndKill(all, step, moment)
  if (isKilled) await beginNextLife()
  for (const [index, each] of all.entries()) await each.check(life.service, told[index])
  return isKilled
}

/** Kills at every question of a flow, and tells how often. */
async function killAtEach(flow: Flow): Promise<number> {
  let kills = 0
  for (const moment of ['before', 'after'] as const)
    for (let step = 1; step < mostSteps; step += 1) {
      if (!(await runOnce([flow], step, moment))) break
      kills += 1
    }
  return kills
}

/** What was written down since, against the promises. */
const expectPromises = (from: number) => expect(findBreaches(history.entries.slice(from))).toEqual([])

describe.skipIf(isShort)('kill -9 at each question to the database', () => {
  it.each(Object.entries(flows))(
    'of %s leaves all of it or nothing, and nothing twice',
    async (name, flow) => {
      const from = history.entries.length
      const kills = await killAtEach(flow)
      process.stdout.write(`${name}: killed ${kills} times, ${history.entries.length - from} requests\n`)
      expect(kills).toBeGreaterThanOrEqual(2)
      expectPromises(from)
    },
  )
})

describe('kill -9 while all flows are under way', () => {
  it.each([
    [6, 'after'],
    [18, 'before'],
    [30, 'after'],
    [42, 'after'],
  ] as const)('at question %i leaves all of each or nothing, and nothing twice', async (step, moment) => {
    const from = history.entries.length
    expect(await runOnce(Object.values(flows), step, moment)).toBe(true)
    expectPromises(from)
  })
})
