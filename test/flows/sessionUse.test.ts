import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  deleteAppPassword,
  deleteSession,
  listActivity,
  listApps,
  revokeOtherSessions,
  revokeSession,
} from '../../client/index.ts'
import { signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, sessionsOf, trade } from '#test/support/sessions.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({
    LATCHKEY_SESSION_IDLE_SECONDS: '3600',
    LATCHKEY_SESSION_ABSOLUTE_SECONDS: '10000',
    LATCHKEY_SESSION_TOKEN_SECONDS: '7200',
  })
})

afterAll(() => service.stop())

async function use(token: string, times = 1): Promise<void> {
  const calls = Array.from({ length: times }, () => listApps({ client: service.as(token) }))
  for (const answer of await Promise.all(calls)) expect(status(answer)).toBe(200)
}

/** Changes with every write of a row, and with nothing else. */
async function versionOf(table: 'sessions' | 'app_passwords', id: string): Promise<unknown> {
  const [row] = await runAsAdmin(
    service.database,
    `select xmin::text, ctid::text from ${table} where id = $1`,
    [id],
  )
  return row
}

describe('the use of a session', () => {
  it('is written at most once a minute, however many requests come at once', async () => {
    const { token } = await signUp(service)
    const id = (await sessionsOf(service, token))[0]!.id
    const fresh = await versionOf('sessions', id)
    await use(token, 20)
    expect(await versionOf('sessions', id)).toEqual(fresh)
    service.clock.advance(61)
    await use(token, 20)
    const noted = await versionOf('sessions', id)
    expect(noted).not.toEqual(fresh)
    service.clock.advance(50)
    await use(token, 20)
    expect(await versionOf('sessions', id)).toEqual(noted)
  })

  it('of an app password is written as rarely', async () => {
    const { id, app_password: secret } = await giveAppPassword(service, await signUp(service))
    await use(secret)
    const noted = await versionOf('app_passwords', id)
    service.clock.advance(50)
    await use(secret, 20)
    expect(await versionOf('app_passwords', id)).toEqual(noted)
    service.clock.advance(11)
    await use(secret)
    expect(await versionOf('app_passwords', id)).not.toEqual(noted)
  })
})

describe('the renewal of a session', () => {
  it('counts as its use, and never moves its absolute end', async () => {
    let { token } = await signUp(service)
    for (let passed = 0; passed < 9000; passed += 3000) {
      service.clock.advance(3000)
      token = (await trade(service, token)).access_token
    }
    service.clock.advance(990)
    const last = await trade(service, token)
    expect(last.expires_in).toBeLessThanOrEqual(10)
    service.clock.advance(11)
    expectRefused(await listApps({ client: service.as(last.access_token) }), 401, 'invalid_token')
  })

  it('does not keep alive what nobody uses, though its token has not expired', async () => {
    const { token } = await signUp(service)
    service.clock.advance(1000)
    const { access_token: renewed } = await trade(service, token)
    service.clock.advance(3500)
    await use(renewed)
    service.clock.advance(3661 - 60)
    expectRefused(await listApps({ client: service.as(renewed) }), 401, 'invalid_token')
  })
})

describe('the history of an account', () => {
  it('tells of sessions and app passwords what their owner did to them, and nothing that was refused', async () => {
    const person = await signUp(service)
    const client = service.as(person.token)
    const [own] = await sessionsOf(service, person.token)
    const { id: appPasswordId, app_password: secret } = await giveAppPassword(service, person)
    const [lost, other] = [await trade(service, secret), await trade(service, secret)]
    const path = { sessionId: lost.session_id }
    for (const expected of [204, 404]) expect(status(await revokeSession({ client, path }))).toBe(expected)
    await revokeOtherSessions({ client, throwOnError: true })
    for (const expected of [204, 404])
      expect(status(await deleteAppPassword({ client, path: { appPasswordId } }))).toBe(expected)
    await deleteSession({ client, throwOnError: true })

    const again = service.as(await signIn(service, person.email))
    const { data } = await listActivity({ client: again, throwOnError: true })
    expect(data.map(({ kind, session_id }) => [kind, session_id]).slice(1)).toEqual([
      ['signed_out', own?.id],
      ['app_password_removed', own?.id],
      ['signed_out', other.session_id],
      ['signed_out', lost.session_id],
      ['app_password_created', own?.id],
      ['signed_in', own?.id],
    ])
    expect(JSON.stringify(data)).not.toContain('apppw_')
  })
})
