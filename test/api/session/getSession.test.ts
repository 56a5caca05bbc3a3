import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSession, getSession, login } from '../../../client/index.ts'
import { password, signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, trade } from '#test/support/sessions.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'

describe('getSession', () => {
  it('shows the session whose token is presented: since when, with what, whose', async () => {
    const { id, email } = await signUp(service)
    const { data: opened } = await login({
      client: service.as(),
      body: { email, password },
      headers: { 'user-agent': firefox },
      throwOnError: true,
    })
    const answer = await getSession({ client: service.as(opened.token) })
    expect(header(answer, 'cache-control')).toBe('no-store')
    const now = Math.floor(service.clock.now().getTime() / 1000)
    expect(answer.data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: 'api',
      device: 'Firefox on Linux',
      address: '127.0.0.1',
      created_at: expect.stringMatching(/Z$/),
      last_used_at: expect.stringMatching(/Z$/),
      expires_at: expect.stringMatching(/Z$/),
      auth_time: expect.any(Number),
      amr: ['pwd'],
      acr: 'aal1',
      scope: 'full read write',
      app_password_id: null,
      current: true,
      user: { id, email, created_at: expect.stringMatching(/Z$/) },
    })
    expect(Math.abs(now - answer.data!.auth_time)).toBeLessThan(3)
    expect(JSON.stringify(answer.data)).not.toContain('Mozilla')
  })

  it('says when it was used last, which is written once a minute', async () => {
    const { token } = await signUp(service)
    const { data: session } = await getSession({ client: service.as(token), throwOnError: true })
    const lastUse = async () => (await getSession({ client: service.as(token) })).data?.last_used_at
    service.clock.advance(59)
    for (let times = 0; times < 3; times++) expect(await lastUse()).toBe(session.created_at)
    service.clock.advance(3)
    // What is shown was read before this use was noted.
    await lastUse()
    const noted = await lastUse()
    expect(Date.parse(noted!) - Date.parse(session.created_at)).toBeGreaterThan(60_000)
    service.clock.advance(30)
    expect([await lastUse(), await lastUse()]).toEqual([noted, noted])
  })

  it('opens to a session made from an app password that may look', async () => {
    const person = await signUp(service)
    const { app_password, id } = await giveAppPassword(service, person, { scopes: ['read'] })
    const { access_token, session_id } = await trade(service, app_password)
    const { data } = await getSession({ client: service.as(access_token) })
    expect(data).toMatchObject({
      id: session_id,
      scope: 'read',
      app_password_id: id,
      user: { id: person.id },
    })
    const writer = await giveAppPassword(service, person, { scopes: ['write'] })
    const blind = await trade(service, writer.app_password)
    const answer = await getSession({ client: service.as(blind.access_token) })
    expectRefused(answer, 403, 'insufficient_scope')
    expect(header(answer, 'www-authenticate')).toContain('scope="read"')
  })

  it('has nothing to show for an app password by itself', async () => {
    const { app_password } = await giveAppPassword(service, await signUp(service))
    expectRefused(await getSession({ client: service.as(app_password) }), 404, 'not_found')
  })

  it('takes either header, or both with the same token', async () => {
    const { token } = await signUp(service)
    const { access_token: other } = (await createSession({ client: service.as(token), throwOnError: true }))
      .data
    const ask = (headers: Record<string, string>) =>
      send(service.url, { method: 'GET', path: '/api/v1/session', headers })
    expect((await ask({ 'x-auth-token': token })).status).toBe(200)
    expect((await ask({ 'x-auth-token': token, authorization: `Bearer ${token}` })).status).toBe(200)
    expect((await ask({ 'x-auth-token': other, authorization: `Bearer ${token}` })).status).toBe(400)
  })

  it('asks for a session', async () => {
    expect(status(await getSession({ client: service.as() }))).toBe(401)
  })
})
