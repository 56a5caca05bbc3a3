import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, createSession, deleteSession, listApps } from '../../../client/index.ts'
import { obtainTokens, redirectUri, registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, sessionsOf, trade } from '#test/support/sessions.ts'
import { expectAlive, expectDead, redeem, refresh, requestCode } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function end(token: string) {
  return deleteSession({ client: service.as(token) })
}

describe('deleteSession', () => {
  it('ends the session with all its tokens, and no other one', async () => {
    const { email, token } = await signUp(service)
    const other = await signIn(service, email)
    const { access_token: renewed } = await trade(service, token)
    expect(status(await end(renewed))).toBe(204)
    for (const dead of [token, renewed]) {
      expectRefused(await listApps({ client: service.as(dead) }), 401, 'invalid_token')
      expectRefused(await createSession({ client: service.as(dead) }), 401, 'invalid_token')
      expectRefused(await end(dead), 401, 'invalid_token')
      const headers = { 'x-auth-token': dead }
      expect((await send(service.url, { method: 'GET', path: '/api/v1/apps', headers })).status).toBe(401)
      const body = { response_type: 'code', client_id: 'app_x', redirect_uri: redirectUri }
      expectRefused(await authorize({ client: service.as(dead), body }), 401, 'invalid_token')
    }
    expect(await sessionsOf(service, other)).toHaveLength(1)
  })

  it('takes the codes and tokens with it that apps got in it, but not those with offline_access', async () => {
    const person = await signUp(service)
    const scopes = ['openid', 'offline_access']
    const app = await registerTestApp(service, person, { scopes })
    const offlineApp = await registerTestApp(service, person, { scopes })
    const bound = await obtainTokens(service, person, app, { scope: 'openid' })
    const offline = await obtainTokens(service, person, offlineApp, { scope: 'openid offline_access' })
    const code = await requestCode(service, person, app, { scope: 'openid' })
    await expectAlive(service, app, bound.access_token)
    expect(status(await end(person.token))).toBe(204)
    await expectDead(service, app, bound.access_token)
    expectRefused(await refresh(service, app, bound.refresh_token), 400, 'invalid_grant')
    expectRefused(await redeem(service, app, code), 400, 'invalid_grant')
    await expectAlive(service, offlineApp, offline.access_token)
    expect(status(await refresh(service, offlineApp, offline.refresh_token))).toBe(200)
  })

  it('ends a session made from an app password, whatever its scope; the app password works on', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person, { scopes: ['read'] })
    const { access_token } = await trade(service, secret)
    expect(status(await end(access_token))).toBe(204)
    expect(await isLive(service, access_token)).toBe(false)
    expect(await isLive(service, (await trade(service, secret)).access_token)).toBe(true)
    expect(await isLive(service, person.token)).toBe(true)
  })

  it('has nothing to end for an app password by itself', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    expectRefused(await end(secret), 404, 'not_found')
    expect(status(await listApps({ client: service.as(secret) }))).toBe(200)
  })

  it('is one end, however many ask for it at once', async () => {
    const { email, token } = await signUp(service)
    const statuses = (await Promise.all([end(token), end(token), end(token)])).map(status)
    for (const each of statuses) expect([204, 401]).toContain(each)
    expect(statuses).toContain(204)
    expect(await sessionsOf(service, await signIn(service, email))).toHaveLength(1)
  })
})
