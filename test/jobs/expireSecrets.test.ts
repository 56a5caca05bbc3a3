import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expireSecrets, type ExpiryProgress } from '#src/jobs/expireSecrets.ts'
import { noMetrics, type Metrics } from '#src/platform/metrics.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { expectRefused } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { redeem, refresh, refreshed, requestCode } from '#test/support/tokens.ts'

const day = 86_400

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

/** One turn, as the service takes it every five minutes. */
function turn(
  changes: Partial<Parameters<typeof expireSecrets>[1]> = {},
  progress: ExpiryProgress = new Map(),
) {
  return expireSecrets(progress, { ...service.running.context, ...changes })
}

async function rowsOf(table: string): Promise<number> {
  const [row] = await runAsAdmin(service.database, `select count(*)::int as count from ${table}`)
  return Number(row?.count)
}

describe('expireSecrets', () => {
  it('removes what is over, leaves what goes on, and a reused code still ends its grant', async () => {
    const person = await signUp(service)
    const scopes = ['openid', 'offline_access']
    const app = await registerTestApp(service, person, { scopes })
    const brief = await requestCode(service, person, app, { scope: 'openid' })
    const { data: bound } = await redeem(service, app, brief)
    const lasting = await requestCode(service, person, app, { scope: scopes.join(' ') })
    const { data: offline } = await redeem(service, app, lasting)
    expect([await rowsOf('sessions'), await rowsOf('grants'), await rowsOf('refresh_tokens')]).toEqual([
      1, 2, 2,
    ])

    // The session is unused for a week, and kept for another one.
    service.clock.advance(15 * day)
    const removed = await turn()
    expect(removed).toMatchObject({ session_tokens: 1, grants: 1, sessions: 1 })
    expect([await rowsOf('sessions'), await rowsOf('grants'), await rowsOf('refresh_tokens')]).toEqual([
      0, 1, 1,
    ])
    expectRefused(await refresh(service, app, bound?.refresh_token), 400, 'invalid_grant')
    expectRefused(await redeem(service, app, brief), 400, 'invalid_grant')

    const fresh = await refreshed(service, app, offline?.refresh_token)
    expect(await turn()).toEqual({})
    expectRefused(await redeem(service, app, lasting), 400, 'invalid_grant')
    expectRefused(await refresh(service, app, fresh.refresh_token), 400, 'invalid_grant')
    expect(await rowsOf('users')).toBe(1)
    expect(await rowsOf('clients')).toBe(1)
  })

  it('counts what it removes, and logs the numbers', async () => {
    await signUp(service)
    service.clock.advance(40 * day)
    const counted: [string, number][] = []
    const metrics: Metrics = { ...noMetrics, expired: (rule, rows) => void counted.push([rule, rows]) }
    const removed = await turn({ metrics })
    expect(removed).toMatchObject({ sessions: 1, session_tokens: 1 })
    expect(Object.fromEntries(counted)).toEqual(removed)
    const lines = service.log.filter((line) => line.includes('expired rows were removed'))
    expect(lines.at(-1)).toContain('"sessions":1')
  })

  it('goes on where a turn stopped, and at the beginning after the end', async () => {
    const progress: ExpiryProgress = new Map([['sessions', 'ffffffff-ffff-ffff-ffff-ffffffffffff']])
    await signUp(service)
    service.clock.advance(40 * day)
    expect(await turn({}, progress)).not.toHaveProperty('sessions')
    expect(progress.size).toBe(0)
    expect(await turn({}, progress)).toHaveProperty('sessions')
  })

  it('does nothing once the process is to stop', async () => {
    await signUp(service)
    service.clock.advance(40 * day)
    expect(await turn({ isStopping: () => true })).toEqual({})
    expect(await turn()).toHaveProperty('sessions')
  })

  it('of two nodes at once each row goes once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => signUp(service)))
    service.clock.advance(40 * day)
    const before = await rowsOf('session_tokens')
    const turns = await Promise.all([turn(), turn()])
    const removed = turns.reduce((sum, { session_tokens: rows = 0 }) => sum + rows, 0)
    expect(removed).toBe(before - (await rowsOf('session_tokens')))
    await turn()
    expect(await rowsOf('session_tokens')).toBe(0)
  })

  it('one rule that cannot be followed keeps none of the others from its turn', async () => {
    await signUp(service)
    service.clock.advance(40 * day)
    const { store } = service.running.context
    const expiry = {
      ...store.expiry,
      remove: (...from: Parameters<typeof store.expiry.remove>) =>
        from[0] === 'session_tokens'
          ? Promise.reject(new Error('a lock was not to be had'))
          : store.expiry.remove(...from),
    }
    expect(await turn({ store: { ...store, expiry } })).toHaveProperty('sessions')
    expect(service.log.some((line) => line.includes('could not be removed this time'))).toBe(true)
  })
})
