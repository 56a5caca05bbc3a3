import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listSessions, login } from '../../../client/index.ts'
import { password, registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { openConsent } from '#test/support/authorization.ts'
import { createBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, sessionsOf, trade } from '#test/support/sessions.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({
    LATCHKEY_SESSION_IDLE_SECONDS: '7200',
    LATCHKEY_SESSION_ABSOLUTE_SECONDS: '14400',
  })
})

afterAll(() => service.stop())

describe('listSessions', () => {
  it('lists where its user is signed in, those used last first, and marks the one that asks', async () => {
    const { email, token } = await signUp(service)
    service.clock.advance(1)
    const phone = await login({
      client: service.as(),
      body: { email, password },
      headers: { 'user-agent': 'latchkey-phone/1.0' },
      throwOnError: true,
    })
    const answer = await listSessions({ client: service.as(token) })
    expect(header(answer, 'x-count')).toBe('2')
    expect(answer.data).toMatchObject([
      { device: 'latchkey-phone', kind: 'api', address: '127.0.0.1', current: false },
      { current: true, app_password_id: null, scope: 'full read write' },
    ])
    service.clock.advance(61)
    await sessionsOf(service, token)
    expect((await sessionsOf(service, token)).map(({ current }) => current)).toEqual([true, false])
    // Now the phone was used last.
    expect(await sessionsOf(service, phone.data.token)).toMatchObject([
      { device: 'latchkey-phone', current: true },
      {},
    ])
  })

  it('tells browsers from programs, and shows what was made from an app password', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, await signUp(service))
    await openConsent(service, createBrowser(service), app.app_id, person, { scope: 'openid' })
    const { id, app_password } = await giveAppPassword(service, person, { scopes: ['read'] })
    service.clock.advance(1)
    const made = await trade(service, app_password)
    const sessions = await sessionsOf(service, person.token)
    expect(sessions.map(({ kind }) => kind).toSorted()).toEqual(['api', 'api', 'browser'])
    expect(sessions[0]).toMatchObject({ id: made.session_id, app_password_id: id, scope: 'read', amr: [] })
  })

  it('leaves out what is over: ended, unused for too long, at its absolute end', async () => {
    const { email, token } = await signUp(service)
    await signIn(service, email)
    let own = token
    const pass = async (seconds: number) => {
      service.clock.advance(seconds)
      own = (await trade(service, own)).access_token
    }
    await pass(3500)
    await pass(3500)
    expect(await sessionsOf(service, own)).toHaveLength(2)
    await pass(300)
    expect(await sessionsOf(service, own)).toMatchObject([{ current: true }])
    await pass(3500)
    await pass(3500)
    service.clock.advance(200)
    expect(status(await listSessions({ client: service.as(own) }))).toBe(401)
    expect(await sessionsOf(service, await signIn(service, email))).toHaveLength(1)
  })

  it('shows nobody else’s', async () => {
    const [one, other] = [await signUp(service), await signUp(service)]
    const [ids, others] = [await sessionsOf(service, one.token), await sessionsOf(service, other.token)]
    expect([ids.length, others.length]).toEqual([1, 1])
    expect(ids[0]?.id).not.toBe(others[0]?.id)
  })

  it('is closed to app passwords and what is made from them', async () => {
    const { app_password: secret } = await giveAppPassword(service, await signUp(service))
    for (const token of [secret, (await trade(service, secret)).access_token])
      expectRefused(await listSessions({ client: service.as(token) }), 403, 'insufficient_scope')
  })
})
