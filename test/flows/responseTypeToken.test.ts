import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  authorize,
  updateApp,
  type AppRegistrationResponse,
  type AuthorizationRequest,
} from '../../client/index.ts'
import { redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive, expectDead, introspect } from '#test/support/tokens.ts'

let service: TestService
let person: Person

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
})

afterAll(() => service.stop())

const scopes = ['openid', 'email']

function ask(app: AppRegistrationResponse, more: Partial<AuthorizationRequest> = {}, token = person.token) {
  const request = {
    response_type: 'token',
    redirect_uri: redirectUri,
    scope: 'openid email',
    state: 'random-state',
  }
  return authorize({ client: service.as(token), body: { ...request, client_id: app.app_id, ...more } })
}

async function answerTo(app: AppRegistrationResponse, more: Partial<AuthorizationRequest> = {}) {
  const url = new URL((await ask(app, more)).data?.redirect_uri ?? '')
  return { query: url.searchParams, fragment: new URLSearchParams(url.hash.slice(1)) }
}

describe('response type token', () => {
  it.each(['jwt', 'opaque'] as const)(
    'gives a %s access token in the fragment, and nothing else',
    async (format) => {
      const app = await registerTestApp(service, person, {
        scopes,
        response_types: ['token'],
        access_token_format: format,
      })
      const { query, fragment } = await answerTo(app)
      expect(query.size).toBe(0)
      expect(Object.fromEntries(fragment)).toEqual({
        access_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: '3600',
        scope: 'openid email',
        state: 'random-state',
        iss: service.url,
      })
      const token = fragment.get('access_token') ?? ''
      await expectAlive(service, app, token)
      service.clock.advance(3601)
      await expectDead(service, app, token)
      person = await signUp(service)
    },
  )

  it('needs no PKCE and ignores offline_access, for which there is no refresh token', async () => {
    const app = await registerTestApp(service, person, {
      scopes: [...scopes, 'offline_access'],
      response_types: ['code', 'token'],
    })
    const { fragment } = await answerTo(app, { scope: 'openid offline_access', code_challenge: 'x' })
    expect(fragment.get('scope')).toBe('openid')
    expect(fragment.has('refresh_token')).toBe(false)
    expect(fragment.has('id_token')).toBe(false)
    expect(fragment.has('code')).toBe(false)
  })

  it('is not for an app that did not ask for it', async () => {
    const app = await registerTestApp(service, person, { scopes })
    const { query, fragment } = await answerTo(app)
    expect(query.size).toBe(0)
    expect(fragment.get('error')).toBe('unauthorized_client')
    expect(fragment.has('access_token')).toBe(false)
    const path = { appId: app.app_id }
    const body = { response_types: ['code' as const, 'token' as const] }
    await updateApp({ client: service.as(person.token), path, body, throwOnError: true })
    expect((await answerTo(app)).fragment.has('access_token')).toBe(true)
  })

  it('is all that an app has which asked for nothing else', async () => {
    const app = await registerTestApp(service, person, { scopes: ['openid'], response_types: ['token'] })
    expect(app.application).toMatchObject({
      response_types: ['token'],
      grant_types: ['implicit', 'client_credentials'],
    })
    const { query } = await answerTo(app, { response_type: 'code', scope: 'openid' })
    expect(query.get('error')).toBe('unauthorized_client')
    expect(query.has('code')).toBe(false)
  })

  it('never answers in a query, where servers and logs would see the token', async () => {
    const app = await registerTestApp(service, person, { scopes, response_types: ['token'] })
    for (const mode of ['query', 'form_post']) {
      const { query, fragment } = await answerTo(app, { response_mode: mode })
      expect(query.size).toBe(0)
      expect(fragment.get('error')).toBe('invalid_request')
    }
    expect((await answerTo(app, { response_mode: 'fragment' })).fragment.has('access_token')).toBe(true)
  })

  it('asks for consent like a code does', async () => {
    const app = await registerTestApp(service, await signUp(service), { scopes, response_types: ['token'] })
    expectRefused(await ask(app), 403, 'consent_required')
    const { fragment } = await answerTo(app, { consent: 'deny' })
    expect(fragment.get('error')).toBe('access_denied')
    expect(fragment.has('access_token')).toBe(false)
    expect((await answerTo(app, { consent: 'approve' })).fragment.has('access_token')).toBe(true)
    expect(status(await ask(app))).toBe(200)
  })

  it('goes to registered redirect URIs only', async () => {
    const app = await registerTestApp(service, person, { scopes, response_types: ['token'] })
    for (const redirect_uri of ['https://evil.example/', `${redirectUri}#`, `${redirectUri}?x`])
      expectRefused(await ask(app, { redirect_uri }), 400, 'invalid_request')
  })

  it('is for the resource that was asked for', async () => {
    const app = await registerTestApp(service, person, { scopes, response_types: ['token'] })
    const resource = 'https://api.example.com/'
    const { fragment } = await answerTo(app, { resource })
    expect(await introspect(service, app, fragment.get('access_token') ?? '')).toMatchObject({
      aud: resource,
    })
    expect((await answerTo(app, { resource: 'nowhere' })).fragment.get('error')).toBe('invalid_target')
  })
})
