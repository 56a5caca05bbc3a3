import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getLiveness, getReadiness } from '../../client/index.ts'
import { password, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let holder: Client
let person: Person
let port: number

beforeAll(async () => {
  service = await startService({ LATCHKEY_DRAIN_SECONDS: '1' })
  person = await signUp(service)
  port = Number(new URL(service.url).port)
  holder = new Client({ ...service.database })
  await holder.connect()
})

afterAll(async () => {
  await holder.end()
  await service.stop()
})

/** Sends a login on a connection that is kept alive for as long as the service likes, as a proxy's are. */
function sendLogin(): Promise<IncomingMessage> {
  const sent = request({
    agent: new Agent({ keepAlive: true }),
    ...{ host: '127.0.0.1', port, path: '/api/v1/auth/login', method: 'POST' },
    headers: { 'content-type': 'application/json' },
  })
  sent.end(JSON.stringify({ email: person.email, password }))
  return once(sent, 'response').then(([answer]) => answer as IncomingMessage)
}

async function countLockWaits(): Promise<unknown> {
  const [row] = await runAsAdmin(
    service.database,
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return row?.['count']
}

describe('a service that is told to stop', () => {
  it('says so to readiness, serves for the configured while, finishes what is under way, and lets go', async () => {
    await holder.query('begin')
    await holder.query('select from users where id = $1 for update', [person.id])
    const login = sendLogin()
    await expect.poll(countLockWaits).toBe(1)
    const silent = connect(port, '127.0.0.1')
    await once(silent, 'connect')

    const begun = performance.now()
    const stopped = service.running.stop()
    const client = service.as()
    const readiness = await getReadiness({ client })
    expect(expectRefused(readiness, 503, 'temporarily_unavailable').error_description).toMatch(/stop/)
    expect(status(await getLiveness({ client }))).toBe(200)
    const isAccepting = async () => (await getLiveness({ client })).response !== undefined
    await expect.poll(isAccepting, { timeout: 2_000 }).toBe(false)
    expect(performance.now() - begun).toBeGreaterThan(900)

    await holder.query('rollback')
    const answer = await login
    expect(answer.statusCode).toBe(200)
    expect(answer.headers.connection).toBe('close')
    answer.resume()
    const answered = performance.now()
    await stopped
    expect(performance.now() - answered).toBeLessThan(1_000)
    silent.destroy()
  })
})
