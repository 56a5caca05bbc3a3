import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { deleteApp, updateApp } from '../../client/index.ts'
import { entries } from '#test/support/contract.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send, type Answer } from '#test/support/wire.ts'

const configured = 'https://console.example.com'
const registered = 'https://spa.example.com'
const stranger = 'https://evil.example.com'
const local = 'http://localhost:5173'

let service: TestService
let production: TestService
let person: Person

beforeAll(async () => {
  const settings = { LATCHKEY_ORIGINS: `${configured},https://other.example.com` }
  service = await startService(settings)
  production = await startService({
    ...settings,
    LATCHKEY_ISSUER: 'https://auth.example.com',
    LATCHKEY_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789',
    LATCHKEY_PASSWORD_MEMORY_KIB: '17920',
    LATCHKEY_PASSWORD_PASSES: '2',
    HOST: '127.0.0.1',
  })
  person = await signUp(service)
  await registerTestApp(service, person, { redirect_uris: [`${registered}/callback`] })
})
afterAll(async () => {
  await production.stop()
  await service.stop()
})

type CallOptions = {
  readonly method?: string
  readonly on?: TestService
  readonly headers?: Readonly<Record<string, string>>
}

function call(
  path: string,
  origin: string | null,
  { method = 'GET', on = service, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const own: Record<string, string> = origin === null ? {} : { origin }
  return send(on.running.url, { method, path, headers: { ...own, ...headers } })
}

function ask(path: string, origin: string, wanted: string, on = service): Promise<Answer> {
  const headers = {
    'access-control-request-method': wanted,
    'access-control-request-headers': 'authorization',
  }
  return call(path, origin, { method: 'OPTIONS', on, headers })
}

function allowed({ headers }: Answer) {
  return headers['access-control-allow-origin']
}

/** What CORS adds to an answer. */
function corsHeaders({ headers }: Answer) {
  return Object.keys(headers).filter((name) => name.startsWith('access-control-'))
}

const exposed =
  'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, Link, X-Count, ETag, X-Request-Id, WWW-Authenticate'

describe('CORS', () => {
  it.each([
    '/.well-known/openid-configuration',
    '/.well-known/oauth-authorization-server',
    '/.well-known/jwks.json',
    '/openapi.json',
  ])('lets every page read %s', async (path) => {
    for (const origin of [stranger, 'null', null]) {
      const answer = await call(path, origin)
      expect(answer.status).toBe(200)
      expect(allowed(answer)).toBe('*')
      expect(answer.headers['access-control-expose-headers']).toBe(exposed)
      expect(answer.headers.vary).toBeUndefined()
    }
    expect(allowed(await call(path, stranger, { headers: { 'if-none-match': '*' } }))).toBe('*')
    const preflight = await ask(path, stranger, 'GET')
    expect(preflight.status).toBe(204)
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET',
    })
  })

  it.each([
    ['/oauth2/token', 'POST'],
    ['/api/v1/oauth/token', 'POST'],
    ['/oauth2/revoke', 'POST'],
    ['/oauth2/userinfo', 'GET'],
    ['/oauth2/userinfo', 'POST'],
  ])('lets pages at redirect URIs and configured ones call %s by %s', async (path, method) => {
    for (const origin of [registered, configured]) {
      const answer = await call(path, origin, { method })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(allowed(answer)).toBe(origin)
      expect(answer.headers['access-control-expose-headers']).toBe(exposed)
      expect(answer.headers.vary).toMatch(/(^|, )Origin$/)
      const preflight = await ask(path, origin, method)
      expect(preflight.status).toBe(204)
      expect(allowed(preflight)).toBe(origin)
      expect(preflight.headers['access-control-allow-methods']).toContain(method)
      expect(preflight.headers['access-control-allow-headers']).toBe(
        'Authorization, Content-Type, If-None-Match, X-Auth-Token',
      )
      expect(preflight.headers['access-control-max-age']).toBe('600')
      expect(preflight.headers.allow).toContain(method)
      expect(preflight.headers.vary).toBe('Origin')
      expect(preflight.headers['x-request-id']).toBeDefined()
    }
  })

  it.each([
    stranger,
    'null',
    'https://spa.example.com.evil.example.com',
    'https://spa.example.com:8443',
    'http://spa.example.com',
    'https://SPA.example.com',
    `${registered}/`,
    `${registered}/callback`,
    'https://example.com\u0000',
    "https://spa.example.com' or '1'='1",
    local,
  ])('lets nobody else call the token endpoint: %s', async (origin) => {
    const answer = await call('/oauth2/token', encodeURI(origin), { method: 'POST' })
    expect(allowed(answer)).toBeUndefined()
    expect(corsHeaders(answer)).toEqual([])
    expect(answer.headers.vary).toBe('Origin')
    expect(corsHeaders(await ask('/oauth2/token', encodeURI(origin), 'POST'))).toEqual([])
  })

  it('lets configured pages call the API, in development those of this machine too, and no others', async () => {
    for (const path of ['/api/v1/apps', '/api/v1/apps/app_x']) {
      for (const origin of [configured, local, 'http://127.0.0.1:3000', 'http://[::1]:3000']) {
        const answer = await call(path, origin)
        expect([answer.status, allowed(answer)]).toEqual([401, origin])
        expect(answer.headers.vary).toBe('Authorization, X-Auth-Token, Origin')
      }
      for (const origin of [registered, stranger, 'null', 'http://localhost.evil.example.com'])
        expect(corsHeaders(await call(path, origin))).toEqual([])
    }
    const preflight = await ask('/api/v1/apps/app_x', configured, 'PATCH')
    expect(preflight.headers['access-control-allow-methods']).toBe('DELETE, GET, PATCH')
  })

  it('in production lets configured pages only', async () => {
    expect(allowed(await call('/api/v1/apps', configured, { on: production }))).toBe(configured)
    for (const origin of [local, 'https://auth.example.com'])
      expect(corsHeaders(await call('/api/v1/apps', origin, { on: production }))).toEqual([])
    expect(allowed(await ask('/api/v1/auth/login', configured, 'POST', production))).toBe(configured)
    expect(corsHeaders(await ask('/api/v1/auth/login', local, 'POST', production))).toEqual([])
  })

  it('lets configured pages authorize an app in JSON, and none by the form and the redirect of the same URL', async () => {
    const post = (origin: string, type: string) =>
      call('/oauth2/authorize', origin, { method: 'POST', headers: { 'content-type': type } })
    const form = 'application/x-www-form-urlencoded'
    for (const origin of [configured, local]) {
      expect(allowed(await post(origin, 'application/json'))).toBe(origin)
      expect(corsHeaders(await post(origin, form))).toEqual([])
      expect(corsHeaders(await call('/oauth2/authorize', origin))).toEqual([])
      const preflight = await ask('/oauth2/authorize', origin, 'POST')
      expect([allowed(preflight), preflight.headers['access-control-allow-methods']]).toEqual([
        origin,
        'POST',
      ])
    }
    for (const origin of [registered, stranger, 'null']) {
      expect(corsHeaders(await post(origin, 'application/json'))).toEqual([])
      expect(corsHeaders(await ask('/oauth2/authorize', origin, 'POST'))).toEqual([])
    }
    expect(corsHeaders(await ask('/oauth2/authorize', local, 'POST', production))).toEqual([])
  })

  it('is on answers that no handler gave, and leaves their status alone', async () => {
    const answers = [
      await call('/api/v1/apps', configured, { headers: { accept: 'image/png' } }),
      await call('/api/v1/apps', configured, { method: 'PUT' }),
      await send(service.url, {
        method: 'POST',
        path: '/api/v1/auth/login',
        headers: { origin: configured, 'content-type': 'text/plain' },
        body: 'x',
      }),
      await send(service.url, {
        method: 'POST',
        path: '/oauth2/token',
        headers: { origin: registered, 'content-type': 'application/json' },
        body: '{',
      }),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([406, 405, 415, 400])
    for (const answer of answers) expect(allowed(answer)).toBeDefined()
  })

  it('never allows credentials, and never opens what browsers walk through', async () => {
    for (const { id, method, path, callers } of entries) {
      const url = path.replaceAll(/\{\w+\}/g, 'x')
      const answers = [
        await ask(url, configured, method),
        await ask(url, registered, method),
        await ask(url, local, method),
      ]
      for (const answer of answers) {
        expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
        // The preflight of this URL is about its half in JSON.
        if (callers === 'nobody' && id !== 'submitAuthorization') expect(corsHeaders(answer)).toEqual([])
      }
    }
    const closed = entries.filter(({ callers }) => callers === 'nobody')
    for (const entry of entries.filter(({ audience }) => audience === 'browser'))
      expect(closed).toContain(entry)
    expect(closed.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['submitAuthorization', 'introspectToken', 'getLiveness']),
    )
  })

  it('adds nothing to a preflight that names no method, or one the URL does not have', async () => {
    const odd = await call('/oauth2/token', registered, { method: 'OPTIONS' })
    expect(odd.status).toBe(204)
    const wrong = await ask('/oauth2/token', registered, 'DELETE')
    expect(wrong.headers['access-control-allow-methods']).toBe('POST')
  })

  it('follows an app as its redirect URIs change, a minute behind', async () => {
    const first = 'https://first.example.com'
    const second = 'https://second.example.com'
    const app = await registerTestApp(service, person, { redirect_uris: [`${first}/cb`] })
    const calls = async () => [
      allowed(await call('/oauth2/token', first, { method: 'POST' })),
      allowed(await call('/oauth2/token', second, { method: 'POST' })),
    ]
    expect(await calls()).toEqual([first, undefined])
    const client = service.as(person.token)
    const path = { appId: app.app_id }
    await updateApp({ client, path, body: { redirect_uris: [`${second}/cb`] }, throwOnError: true })
    // What was looked up a moment ago is believed for a minute, or for five seconds where it was a no.
    expect(await calls()).toEqual([first, undefined])
    service.clock.advance(6)
    expect(await calls()).toEqual([first, second])
    service.clock.advance(55)
    expect(await calls()).toEqual([undefined, second])
    await deleteApp({ client, path, throwOnError: true })
    service.clock.advance(61)
    expect(await calls()).toEqual([undefined, undefined])
  })
})
