import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateApp, type AppRegistrationRequest, type AppRegistrationResponse } from '../../client/index.ts'
import { obtainTokens, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import {
  credentialsOf,
  expectAlive,
  expectDead,
  introspect,
  refresh,
  refreshed,
} from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const scopes = ['openid', 'profile', 'email', 'offline_access']

type Owned = { readonly person: Person; readonly app: AppRegistrationResponse }

/** A person with an app, both fresh: the clock moves during these tests. */
async function ownApp(body: Partial<AppRegistrationRequest> = {}): Promise<Owned> {
  const person = await signUp(service)
  return { person, app: await registerTestApp(service, person, { scopes, ...body }) }
}

/** An app's tokens for its owner, who signs in again first when the clock has moved. */
async function start({ person, app }: Owned, scope = 'openid email') {
  const tokens = await obtainTokens(service, person, app, { scope })
  return { ...tokens, refresh_token: tokens.refresh_token ?? '' }
}

describe.each(['jwt', 'opaque'] as const)('refresh token with %s access tokens', (format) => {
  const own = () => ownApp({ access_token_format: format })

  it('is replaced at every use, by a chain of which each link works once', async () => {
    const owned = await own()
    const tokens = [await start(owned)]
    for (let use = 0; use < 5; use++)
      tokens.push({ ...tokens[0]!, ...(await refreshed(service, owned.app, tokens.at(-1)?.refresh_token)) })
    expect(new Set(tokens.map((each) => each.refresh_token)).size).toBe(6)
    expect(new Set(tokens.map((each) => each.access_token)).size).toBe(6)
    for (const { access_token, token_type, expires_in, scope } of tokens) {
      expect({ token_type, expires_in, scope }).toEqual({
        token_type: 'Bearer',
        expires_in: 3600,
        scope: 'openid email',
      })
      await expectAlive(service, owned.app, access_token)
    }
    expect(await introspect(service, owned.app, tokens[4]!.refresh_token)).toEqual({ active: false })
    expect(await introspect(service, owned.app, tokens[5]!.refresh_token)).toMatchObject({ active: true })
  })

  it('gets the same successor and a fresh access token when it is repeated within 60 seconds', async () => {
    const owned = await own()
    const { refresh_token } = await start(owned)
    const first = await refreshed(service, owned.app, refresh_token)
    service.clock.advance(45)
    const again = await refreshed(service, owned.app, refresh_token)
    expect(again.refresh_token).toBe(first.refresh_token)
    expect(again.access_token).not.toBe(first.access_token)
    await expectAlive(service, owned.app, first.access_token)
    await expectAlive(service, owned.app, again.access_token)
    expect(status(await refresh(service, owned.app, again.refresh_token))).toBe(200)
  })

  it('may be repeated within 60 seconds of its first use, which a repetition does not prolong', async () => {
    const owned = await own()
    const { refresh_token } = await start(owned)
    const first = await refreshed(service, owned.app, refresh_token)
    for (const seconds of [25, 25]) {
      service.clock.advance(seconds)
      expect((await refreshed(service, owned.app, refresh_token)).refresh_token).toBe(first.refresh_token)
    }
    service.clock.advance(15)
    expectRefused(await refresh(service, owned.app, refresh_token), 400, 'invalid_grant')
    await expectDead(service, owned.app, first.access_token)
  })

  it('gives 20 parallel uses the same successor', async () => {
    const owned = await own()
    const { refresh_token } = await start(owned)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refresh(service, owned.app, refresh_token)),
    )
    expect(answers.map(status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(new Set(answers.map(({ data }) => data?.refresh_token)).size).toBe(1)
    expect(new Set(answers.map(({ data }) => data?.access_token)).size).toBe(20)
    for (const { data } of answers) await expectAlive(service, owned.app, data?.access_token ?? '')
    expect(status(await refresh(service, owned.app, answers[0]?.data?.refresh_token))).toBe(200)
  })

  it('ends the grant when it is repeated too late', async () => {
    const owned = await own()
    const { refresh_token, access_token } = await start(owned)
    const next = await refreshed(service, owned.app, refresh_token)
    service.clock.advance(61)
    expectRefused(await refresh(service, owned.app, refresh_token), 400, 'invalid_grant')
    expectRefused(await refresh(service, owned.app, next.refresh_token), 400, 'invalid_grant')
    for (const token of [access_token, next.access_token]) await expectDead(service, owned.app, token)
  })

  it('ends the grant when it is repeated after its successor was used', async () => {
    const owned = await own()
    const { refresh_token } = await start(owned)
    const second = await refreshed(service, owned.app, refresh_token)
    const third = await refreshed(service, owned.app, second.refresh_token)
    expectRefused(await refresh(service, owned.app, refresh_token), 400, 'invalid_grant')
    for (const token of [second.refresh_token, third.refresh_token])
      expectRefused(await refresh(service, owned.app, token), 400, 'invalid_grant')
    for (const token of [second.access_token, third.access_token]) await expectDead(service, owned.app, token)
  })

  it('ends the grant when an older generation comes back', async () => {
    const owned = await own()
    const { refresh_token } = await start(owned)
    let last = await refreshed(service, owned.app, refresh_token)
    for (let use = 0; use < 3; use++) last = await refreshed(service, owned.app, last.refresh_token)
    expectRefused(await refresh(service, owned.app, refresh_token), 400, 'invalid_grant')
    expectRefused(await refresh(service, owned.app, last.refresh_token), 400, 'invalid_grant')
    await expectDead(service, owned.app, last.access_token)
  })

  it('is worth nothing to another app, which ends nothing either, however often it tries', async () => {
    const [owned, thief] = [await own(), await own()]
    const { refresh_token } = await start(owned)
    const next = await refreshed(service, owned.app, refresh_token)
    service.clock.advance(61)
    for (const token of [refresh_token, next.refresh_token])
      expectRefused(await refresh(service, thief.app, token), 400, 'invalid_grant')
    const withoutSecret = await refresh(service, { app_id: owned.app.app_id }, refresh_token)
    expectRefused(withoutSecret, 401, 'invalid_client')
    await expectAlive(service, owned.app, next.access_token)
    expect(status(await refresh(service, owned.app, next.refresh_token))).toBe(200)
  })
})

describe('refresh token', () => {
  it('ends one grant, not the others of the same app and user', async () => {
    const owned = await ownApp()
    const [first, second] = [await start(owned), await start(owned)]
    await refreshed(service, owned.app, first.refresh_token)
    service.clock.advance(61)
    expectRefused(await refresh(service, owned.app, first.refresh_token), 400, 'invalid_grant')
    await expectAlive(service, owned.app, second.access_token)
    expect(status(await refresh(service, owned.app, second.refresh_token))).toBe(200)
  })

  it('narrows the scope of one access token and not of the grant', async () => {
    const owned = await ownApp()
    const { refresh_token } = await start(owned, 'openid profile email')
    const narrow = await refresh(service, owned.app, refresh_token, { scope: 'openid' })
    expect(narrow.data?.scope).toBe('openid')
    const introspected = await introspect(service, owned.app, narrow.data?.access_token ?? '')
    expect(introspected.scope).toBe('openid')
    const wide = await refreshed(service, owned.app, narrow.data?.refresh_token)
    expect(wide.scope).toBe('openid profile email')
  })

  it('never widens the scope, and survives the attempt', async () => {
    const owned = await ownApp()
    const { refresh_token } = await start(owned, 'openid')
    for (const scope of ['openid email', 'openid offline_access', 'admin', 'openid  '])
      expectRefused(await refresh(service, owned.app, refresh_token, { scope }), 400, 'invalid_scope')
    const resource = 'https://api.example.com/'
    expectRefused(await refresh(service, owned.app, refresh_token, { resource }), 400, 'invalid_target')
    expect((await refreshed(service, owned.app, refresh_token)).scope).toBe('openid')
  })

  it('loses with its next use what was taken from the app', async () => {
    const owned = await ownApp()
    const { refresh_token } = await start(owned, 'openid email')
    const { person, app } = owned
    const path = { appId: app.app_id }
    await updateApp({
      client: service.as(person.token),
      path,
      body: { scopes: ['openid'] },
      throwOnError: true,
    })
    expect((await refreshed(service, app, refresh_token)).scope).toBe('openid')
  })

  it('works for a public app, which it is bound to', async () => {
    const owned = await ownApp({ token_endpoint_auth_method: 'none' })
    const { refresh_token } = await start(owned)
    const next = await refreshed(service, owned.app, refresh_token)
    const other = await ownApp({ token_endpoint_auth_method: 'none' })
    expectRefused(await refresh(service, other.app, next.refresh_token), 400, 'invalid_grant')
    expect(status(await refresh(service, owned.app, next.refresh_token))).toBe(200)
  })

  it.each(['', 'refresh_', 'refresh_AAAA', 'nonsense'])('is not %j', async (token) => {
    const { app } = await ownApp()
    expectRefused(await refresh(service, app, token), 400, token === '' ? 'invalid_request' : 'invalid_grant')
  })

  it('is told to no log', async () => {
    const owned = await ownApp()
    const { refresh_token } = await start(owned)
    const next = await refreshed(service, owned.app, refresh_token)
    const log = service.log.join('\n')
    for (const secret of [
      refresh_token,
      next.refresh_token,
      next.access_token,
      credentialsOf(owned.app).client_secret,
    ])
      expect(log).not.toContain(secret)
  })

  it('belongs to its session, not to others of the same user', async () => {
    const owned = await ownApp()
    const elsewhere = { ...owned.person, token: await signIn(service, owned.person.email) }
    const [here, there] = [await start(owned), await start({ ...owned, person: elsewhere })]
    await refreshed(service, owned.app, here.refresh_token)
    await refreshed(service, owned.app, there.refresh_token)
  })
})
