import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, login, type AppRegistrationResponse } from '../../client/index.ts'
import {
  authorizeApp,
  obtainTokens,
  registerTestApp,
  signIn,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { databaseOf } from '#test/support/behindService.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive, expectDead, refresh, requestCode, redeem } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({
    LATCHKEY_SESSION_IDLE_SECONDS: '900',
    LATCHKEY_SESSION_ABSOLUTE_SECONDS: '3600',
  })
})

afterAll(() => service.stop())

const opens = async (token: string) => status(await listApps({ client: service.as(token) }))

describe('a session', () => {
  it('is not prolonged by requests that are refused', async () => {
    const { token } = await signUp(service)
    const header = { 'x-auth-token': 'another', authorization: `Bearer ${token}` }
    service.clock.advance(600)
    expect((await send(service.url, { method: 'GET', path: '/api/v1/apps', headers: header })).status).toBe(
      400,
    )
    service.clock.advance(301)
    expect(await opens(token)).toBe(401)
  })

  it('is opened by credentials only: nobody’s token is adopted, and none comes as a cookie', async () => {
    const { email, password, token } = await signUp(service)
    const headers = { cookie: `session=${token}; token=${token}; sid=${token}` }
    expect((await send(service.url, { method: 'GET', path: '/api/v1/apps', headers })).status).toBe(401)
    const answer = await login({ client: service.as(token), body: { email, password } })
    expect(answer.data?.token).not.toBe(token)
    expect(answer.response?.headers.getSetCookie()).toEqual([])
    expect(await opens(token)).toBe(200)
  })

  it('is its token’s exact text', async () => {
    const { token } = await signUp(service)
    const [header = '', payload = '', signature = ''] = token.split('.')
    for (const other of [
      `${token}=`,
      `${header}.${payload}.`,
      `${header}.${payload}.${signature}A`,
      token.toLowerCase(),
      `${token}.x`,
    ])
      expect(await opens(other)).toBe(401)
  })

  it('is not refused because somebody else at the same address guesses', async () => {
    const { email, password, token } = await signUp(service)
    const guess = (text: string) =>
      send(service.url, { method: 'GET', path: '/api/v1/apps', headers: { 'x-auth-token': text } })
    // Few at a time: how many a busy machine serves at once is another question.
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        Array.from({ length: 5 }, (_, index) => guess(`guess-${round}-${index}`)),
      )
      expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401])
    }
    expect(await opens(token)).toBe(200)
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)
  })

  it('shuts every door when its user is suspended, and opens them again when that is taken back', async () => {
    const owner = await signUp(service)
    const database = await databaseOf(service)
    const apps = [
      await registerTestApp(service, owner),
      await registerTestApp(service, owner, { access_token_format: 'opaque' }),
    ]
    const given = await Promise.all(apps.map((app) => obtainTokens(service, owner, app)))
    const codes = await Promise.all(apps.map((app) => requestCode(service, owner, app)))
    await runAsAdmin(database, 'update users set suspended_at = now() where id = $1', [owner.id])
    await expectShut(owner, apps, given, codes)
    await runAsAdmin(database, 'update users set suspended_at = null where id = $1', [owner.id])
    expect(await opens(owner.token)).toBe(200)
    for (const [index, app] of apps.entries()) {
      await expectAlive(service, app, given[index]!.access_token)
      expect(status(await redeem(service, app, codes[index]!))).toBe(200)
      expect(status(await refresh(service, app, given[index]!.refresh_token))).toBe(200)
    }
  })

  it('takes what was given in it along when it is ended, and leaves the others of the user', async () => {
    const owner = await signUp(service)
    const app = await registerTestApp(service, owner, { scopes: ['openid', 'offline_access'] })
    const bound = await obtainTokens(service, owner, app, { scope: 'openid' })
    const offline = await obtainTokens(service, owner, app, { scope: 'openid offline_access' })
    const elsewhere = { ...owner, token: await signIn(service, owner.email) }
    const other = await obtainTokens(service, elsewhere, app, { scope: 'openid' })
    const { sid } = JSON.parse(Buffer.from(owner.token.split('.')[1] ?? '', 'base64url').toString()) as {
      sid: string
    }
    await service.running.context.store.sessions.end(sid, service.clock.now())
    expect([await opens(owner.token), await opens(elsewhere.token)]).toEqual([401, 200])
    await expectDead(service, app, bound.access_token)
    expectRefused(await refresh(service, app, bound.refresh_token), 400, 'invalid_grant')
    await expectAlive(service, app, offline.access_token)
    expect(status(await refresh(service, app, offline.refresh_token))).toBe(200)
    await expectAlive(service, app, other.access_token)
  })

  it('is as old as its sign-in: max_age, prompt and fresh consent cannot be got round', async () => {
    const owner = await signUp(service)
    const app = await registerTestApp(service, owner, {
      scopes: ['openid', 'offline_access'],
      require_pkce: false,
    })
    service.clock.advance(301)
    for (const more of [
      { max_age: 300 },
      { max_age: '300' },
      { max_age: 0 },
      { max_age: '0' },
      { prompt: 'login' },
      { prompt: 'login consent' },
      { scope: 'openid offline_access' },
    ]) {
      const asked = authorizeApp(service, owner, app.app_id, { scope: 'openid', ...more })
      await expect(asked).rejects.toMatchObject({ error: 'insufficient_user_authentication' })
      const silent = await authorizeApp(service, owner, app.app_id, {
        scope: 'openid',
        ...more,
        prompt: 'none',
      })
      if (!('prompt' in more))
        expect([silent.get('error'), silent.has('code')]).toEqual(['login_required', false])
    }
    for (const max_age of ['-1', '1e9', '0x10', ' 300', '300 ', '9999999999', 1.5, 'Infinity']) {
      const asked = authorizeApp(service, owner, app.app_id, { scope: 'openid', max_age: max_age as string })
      const answer = await asked.catch(
        (error: { error: string }) => new URLSearchParams({ error: error.error }),
      )
      expect([max_age, answer.get('error')]).toEqual([max_age, 'invalid_request'])
    }
  })
})

async function expectShut(
  owner: Person,
  apps: readonly AppRegistrationResponse[],
  given: readonly { access_token: string; refresh_token?: string }[],
  codes: readonly { code: string; verifier: string }[],
): Promise<void> {
  const { email, password } = owner
  expect(await opens(owner.token)).toBe(401)
  expectRefused(await login({ client: service.as(), body: { email, password } }), 401, 'invalid_credentials')
  for (const [index, app] of apps.entries()) {
    await expectDead(service, app, given[index]!.access_token)
    expectRefused(await refresh(service, app, given[index]!.refresh_token), 400, 'invalid_grant')
    expectRefused(await redeem(service, app, codes[index]!), 400, 'invalid_grant')
  }
}
