import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deleteApp, issueToken, login } from '../../client/index.ts'
import { registerTestApp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { endPrograms, stageOf, startProgram, programs, startServiceProcess } from '#test/support/process.ts'
import { credentialsOf } from '#test/support/tokens.ts'
import { findLoss, nothing, prepareActors, startHistory, summaryOf } from './history.ts'
import { createPair, databaseName, until, type Pair } from './postgres.ts'
import { startPgbouncer, type Pooler } from './proxies.ts'

let pair: Pair
let pooler: Pooler
let direct: string
const secret = 'the secret of a test'

beforeAll(async () => {
  pair = await createPair('asynchronous')
  direct = `postgresql://latchkey@127.0.0.1:${pair.primary.port}/${databaseName}`
  // What nodes ask for at the beginning of each connection does not get through.
  for (const limit of [`statement_timeout = '2800ms'`, `idle_in_transaction_session_timeout = '10s'`])
    await pair.primary.ask(`alter role latchkey in database ${databaseName} set ${limit}`)
  const migration = startProgram(programs.command, { DATABASE_URL: direct, LATCHKEY_SECRET: secret }, [
    'migrate',
  ])
  const { status: code } = await migration.ended
  if (code !== 0) throw new Error(`not migrated: ${migration.said()}`)
})

afterEach(async () => {
  await endPrograms()
  await pooler.stop()
})

afterAll(() => pair.remove())

const startNode = (environment: NodeJS.ProcessEnv = {}) =>
  startServiceProcess({
    DATABASE_URL: pooler.url,
    LATCHKEY_SECRET: secret,
    LATCHKEY_ISSUER: 'http://localhost',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LOG_LEVEL: 'warn',
    ...environment,
  })

const say = (line: string) => void process.stdout.write(`${line}\n`)

async function sessionsAtServer(): Promise<number> {
  const rows = await pair.primary.ask(`select 1 from pg_stat_activity where usename = 'latchkey'`)
  return rows.length
}

describe('PgBouncer in transaction mode', () => {
  const few = { default_pool_size: 4 }

  it('with LATCHKEY_DATABASE_POOLER=transaction: two nodes are served whole by four connections', async () => {
    pooler = await startPgbouncer(pair.primary, 'transaction', few)
    const own = { LATCHKEY_DATABASE_POOLER: 'transaction' }
    const nodes = [await startNode(own), await startNode(own)] as const
    const actors = await prepareActors(nodes[0])
    const loads = [startHistory(nodes[0], actors), startHistory(nodes[1], actors)]
    await until('both have written', async () =>
      loads.every(({ history }) => history.redeemed.length > 10 && history.revoked.length > 10),
    )
    const sessions = await sessionsAtServer()
    for (const load of loads) await load.stop()
    say(loads.map(({ history }) => summaryOf(history)).join('\n'))
    expect(sessions).toBeLessThanOrEqual(4)
    for (const { history } of loads) {
      expect(history.answers.filter(({ status: code }) => code >= 300)).toEqual([])
      expect(await findLoss(nodes[0], actors, history, pair.primary)).toEqual(nothing)
    }
  })

  it('hears nothing of changed apps and refuses a deleted one within a second all the same', async () => {
    pooler = await startPgbouncer(pair.primary, 'transaction', few)
    const own = { LATCHKEY_DATABASE_POOLER: 'transaction' }
    const nodes = [await startNode(own), await startNode(own)] as const
    const { person } = await prepareActors(nodes[0])
    const app = await registerTestApp(stageOf(nodes[0]), person)
    const ask = () =>
      issueToken({ client: nodes[1].as(), body: { grant_type: 'client_credentials', ...credentialsOf(app) } })
    expect(status(await ask())).toBe(200)
    await deleteApp({ client: nodes[0].as(person.token), path: { appId: app.app_id }, throwOnError: true })
    const deletedAt = performance.now()
    await expect.poll(async () => status(await ask()), { timeout: 5_000, interval: 50 }).toBe(401)
    const ms = performance.now() - deletedAt
    say(`a deleted app was refused by the other node after ${ms.toFixed(0)} ms`)
    expect(ms).toBeLessThan(1_500)
  })

  it('leaves no advisory lock behind: a start takes one, and gives it back', async () => {
    pooler = await startPgbouncer(pair.primary, 'transaction', few)
    await startNode({ LATCHKEY_DATABASE_POOLER: 'transaction' })
    const held = await pair.primary.ask(`select 1 from pg_locks where locktype = 'advisory'`)
    expect(held).toEqual([])
  })

  it('without that setting fails: a statement is not there on the next connection', async () => {
    pooler = await startPgbouncer(pair.primary, 'transaction', few)
    const node = await startNode()
    const asked = Array.from({ length: 40 }, () =>
      login({ client: node.as(), body: { email: 'nobody@example.com', password: 'password123' } }),
    )
    const answers = (await Promise.all(asked)).map(status)
    say(
      `named statements: ${JSON.stringify(Object.fromEntries(Object.entries(Object.groupBy(answers, String)).map(([code, all]) => [code, all?.length])))}`,
    )
    expect(answers).toContain(500)
    expect(node.said()).toMatch(/prepared statement .{1,80} does(?: not exist)|42P05|26000/)
  })
})

describe('PgBouncer in session mode', () => {
  it('serves a node as PostgreSQL itself does, with as many connections', async () => {
    pooler = await startPgbouncer(pair.primary, 'session', { default_pool_size: 30 })
    const node = await startNode()
    const actors = await prepareActors(node)
    const load = startHistory(node, actors)
    await until('it has written', async () => load.history.redeemed.length > 10)
    await load.stop()
    say(`session mode: ${summaryOf(load.history)}`)
    expect(load.history.answers.filter(({ status: code }) => code >= 300)).toEqual([])
    expect(await findLoss(node, actors, load.history, pair.primary)).toEqual(nothing)
    expectRefused(
      await login({ client: node.as(), body: { email: 'x@example.com', password: 'no' } }),
      401,
      'invalid_credentials',
    )
  })

  it('refuses a connection that asks for limits, unless it is told to pass over them', async () => {
    pooler = await startPgbouncer(pair.primary, 'session', {
      ignore_startup_parameters: 'extra_float_digits',
    })
    const client = new Client({ connectionString: pooler.url, statement_timeout: 2_800 })
    client.on('error', () => {})
    await expect(client.connect()).rejects.toThrow(/unsupported startup parameter/)
  })
})
