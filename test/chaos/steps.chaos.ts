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
    LATCHKEY_DATABASE_POOL: '4',
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

/** Asks, with the service killed at this question. Tells whether it came to that. */
async function askAndKill({ ask }: Prepared, step: number, moment: Moment) {
  const { service, proxy } = life
  const state = { isKilled: false }
  proxy.arm(step, moment, () => {
    state.isKilled = true
    process.kill(service.pid, 'SIGKILL')
  })
  const answer = await ask(service)
  const steps = proxy.disarm()
  const told = answer.response === undefined ? undefined : answer
  if (state.isKilled) expect(await service.ended).toEqual({ status: null, signal: 'SIGKILL' })
  return { told, isKilled: state.isKilled, steps }
}

/** Runs a flow once with a kill at this question, and looks at what became of it in the next life. */
async function runOnce(flow: Flow, step: number, moment: Moment) {
  const prepared = await flow(life.service, scene)
  const { told, isKilled, steps } = await askAndKill(prepared, step, moment)
  if (isKilled) await beginNextLife()
  else expect(told?.response?.ok).toBe(true)
  await prepared.check(life.service, told)
  return { isKilled, steps }
}

/** Kills at every question; in a short run of a long flow in the middle, and once everything is done and nobody has been told. */
async function killAtEach(flow: Flow): Promise<string> {
  const { steps } = await runOnce(flow, mostSteps, 'after')
  if (isShort) {
    await runOnce(flow, steps, 'after')
    if (steps > 5) await runOnce(flow, Math.ceil(steps / 2), 'before')
    return `${steps} questions, killed at ${steps > 5 ? 'two' : 'the last'}`
  }
  let kills = 0
  for (const moment of ['before', 'after'] as const)
    for (let step = 1; step < mostSteps; step += 1) {
      const { isKilled } = await runOnce(flow, step, moment)
      if (!isKilled) break
      kills += 1
    }
  expect(kills).toBeGreaterThanOrEqual(2)
  return `${steps} questions, killed ${kills} times`
}

describe('kill -9 at each question to the database', () => {
  it.each(Object.entries(flows))(
    'of %s leaves all of it or nothing, and nothing twice',
    async (name, flow) => {
      const from = history.entries.length
      const line = await killAtEach(flow)
      process.stdout.write(`${name}: ${line}, ${history.entries.length - from} requests\n`)
      expect(findBreaches(history.entries.slice(from))).toEqual([])
    },
  )
})
