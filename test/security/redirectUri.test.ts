import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse, ClientRegistration } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { entryPoints, errorOf, post } from '#test/support/entryPoints.ts'
import { registered, strangers, unacceptable, withQuery } from '#test/support/redirectUris.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { requestCode } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let native: AppRegistrationResponse
let self: ClientRegistration

beforeAll(async () => {
  service = await startService(openRegistration)
  person = await signUp(service)
  const response_types: ('code' | 'token')[] = ['code', 'token']
  app = await registerTestApp(service, person, { redirect_uris: [registered, withQuery], response_types })
  self = await registerByItself(service, { redirect_uris: [registered] })
  native = await registerTestApp(service, person, {
    redirect_uris: ['http://127.0.0.1/cb', 'http://[::1]/cb', 'http://localhost/cb', 'com.example.app:/cb'],
    token_endpoint_auth_method: 'none',
  })
})

afterAll(() => service.stop())

function authorizeRaw(members: Readonly<Record<string, unknown>>) {
  const headers = { authorization: `Bearer ${person.token}` }
  return post(service, '/oauth2/authorize', members, { isJson: true, headers })
}

describe('a redirect URI in an authorization request', () => {
  it.each(strangers)(
    'is one of the registered strings or nobody is sent anywhere: %j',
    async (redirect_uri) => {
      const rest = { client_id: app.app_id, redirect_uri, state: 'x' }
      for (const request of [
        { response_type: 'code', scope: 'openid' },
        { response_type: 'code', scope: 'openid', response_mode: 'fragment' },
        { response_type: 'token', scope: 'openid' },
        { response_type: 'none', scope: 'openid' },
        { response_type: 'code', scope: 'admin' },
        { response_type: 'code', scope: 'openid', consent: 'deny' },
        { response_type: 'code', scope: 'openid', prompt: 'none' },
        { response_type: 'code', request: 'x' },
      ]) {
        const answer = await authorizeRaw({ ...request, ...rest })
        expect(errorOf(answer)).toBe('400 invalid_request')
        expect(answer.body).not.toHaveProperty('redirect_uri')
        expect(answer.headers.location).toBeUndefined()
        expect(answer.text).not.toContain('evil')
      }
    },
  )

  it.each(strangers)('sends no browser anywhere either, by GET and by form: %j', async (redirect_uri) => {
    const rest = { client_id: app.app_id, redirect_uri, state: 'x' }
    const requests: Record<string, string>[] = [
      { response_type: 'code', scope: 'openid', response_mode: 'form_post' },
      { response_type: 'code', scope: 'openid', response_mode: 'fragment' },
      { response_type: 'token', scope: 'openid' },
      { response_type: 'code', scope: 'openid', prompt: 'none' },
      { response_type: 'code', request: 'x' },
    ]
    for (const request of requests) {
      const query = new URLSearchParams({ ...request, ...rest }).toString()
      const byGet = { method: 'GET', path: `/oauth2/authorize?${query}`, headers: {} }
      for (const answer of [
        await send(service.url, byGet),
        await post(service, '/oauth2/authorize', { ...request, ...rest }),
      ]) {
        expect([answer.status, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
        expect([answer.headers.location, answer.headers['set-cookie']]).toEqual([undefined, undefined])
        expect(answer.headers['content-security-policy']).not.toContain('evil')
        expect(answer.text).not.toContain('evil')
      }
    }
  })

  it.each([
    [[registered]],
    [[registered, 'https://evil.example/']],
    [{ 0: registered }],
    [true],
    [1],
    [null],
  ])('is one string: %j', async (redirect_uri) => {
    const answer = await authorizeRaw({ response_type: 'code', client_id: app.app_id, redirect_uri })
    expect(errorOf(answer)).toBe('400 invalid_request')
  })

  it('is never assumed where there is only one', async () => {
    const single = await registerTestApp(service, person)
    expect(errorOf(await authorizeRaw({ response_type: 'code', client_id: single.app_id }))).toBe(
      '400 invalid_request',
    )
  })

  it('of another app is a stranger’s', async () => {
    const other = await registerTestApp(service, await signUp(service), {
      redirect_uris: ['https://evil.example/cb'],
    })
    const rest = { response_type: 'code', client_id: app.app_id, redirect_uri: 'https://evil.example/cb' }
    expect(other.application.redirect_uris).toEqual(['https://evil.example/cb'])
    expect(errorOf(await authorizeRaw(rest))).toBe('400 invalid_request')
  })

  it.each([
    'http://127.0.0.1:1/cb',
    'http://127.0.0.1:65535/cb',
    'http://[::1]:8080/cb',
    'http://127.0.0.1/cb',
  ])('may name any port of the loopback addresses (RFC 8252 §7.3): %s', async (redirect_uri) => {
    expect((await requestCode(service, person, native, { redirect_uri })).code).toMatch(/^code_/)
  })

  it.each([
    ...[
      'http://localhost:8080/cb',
      'http://127.0.0.1:0/cb',
      'http://127.0.0.1:65536/cb',
      'http://127.0.0.1:/cb',
    ],
    ...[
      'http://127.0.0.1:08080/cb',
      'http://127.0.0.1:80@evil.example/cb',
      'http://127.0.0.1.evil.example/cb',
    ],
    ...[
      'http://127.0.0.2:8080/cb',
      'http://127.1:8080/cb',
      'http://2130706433:8080/cb',
      'http://[::ffff:127.0.0.1]:1/cb',
    ],
    ...[
      'https://127.0.0.1:8080/cb',
      'http://127.0.0.1:8080/other',
      'http://127.0.0.1:8080/cb?x=1',
      'http://[0:0:0:0:0:0:0:1]:1/cb',
    ],
    ...[
      'com.example.app:/cb/',
      'com.example.app://cb',
      'COM.example.app:/cb',
      'com.example.app:/cb?x',
      'com.example.app2:/cb',
    ],
  ])('of an app on the user’s machine differs in nothing else: %s', async (redirect_uri) => {
    const answer = await authorizeRaw({ response_type: 'code', client_id: native.app_id, redirect_uri })
    expect(errorOf(answer)).toBe('400 invalid_request')
  })
})

describe('a redirect URI in a token request', () => {
  it('is the one of the authorization request, to the letter, at every entry point', async () => {
    for (const { name, ask } of entryPoints(service, app)) {
      const { code, verifier } = await requestCode(service, person, app, { redirect_uri: registered })
      const rest = { grant_type: 'authorization_code', code, code_verifier: verifier }
      // The second is registered too, but not the one that was asked with.
      for (const redirect_uri of [
        `${registered}/`,
        withQuery,
        'https://APP.example.com/cb',
        'https://evil.example/',
      ])
        expect([name, errorOf(await ask({ ...rest, redirect_uri }))]).toEqual([name, '400 invalid_grant'])
      expect([name, errorOf(await ask(rest))]).toEqual([name, '400 invalid_request'])
      expect([name, errorOf(await ask({ ...rest, redirect_uri: registered }))]).toEqual([name, '200 a token'])
    }
  })

  it('names the very port that the request named', async () => {
    const redirect_uri = 'http://127.0.0.1:4001/cb'
    const { code, verifier } = await requestCode(service, person, native, { redirect_uri })
    const rest = { grant_type: 'authorization_code', code, code_verifier: verifier }
    const [first] = entryPoints(service, native)
    for (const other of ['http://127.0.0.1:4002/cb', 'http://127.0.0.1/cb'])
      expect(errorOf(await first!.ask({ ...rest, redirect_uri: other }))).toBe('400 invalid_grant')
    expect(errorOf(await first!.ask({ ...rest, redirect_uri }))).toBe('200 a token')
  })
})

describe('a redirect URI of an app', () => {
  it.each(unacceptable)('is refused at registration and at every change: %j', async (uri) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${person.token}` }
    const path = `/api/v1/apps/${app.app_id}`
    for (const member of ['redirect_uris', 'post_logout_redirect_uris']) {
      const body = JSON.stringify({ name: 'x', [member]: [registered, uri] })
      const made = await send(service.url, { method: 'POST', path: '/api/v1/apps/register', headers, body })
      const changed = await send(service.url, { method: 'PATCH', path, headers, body })
      for (const answer of [made, changed]) {
        // A parameter of the answer does no harm after signing out, but one rule is one rule.
        expect([member, answer.status, answer.body.errors?.[0]?.path]).toEqual([member, 400, `/${member}/1`])
        if (uri.length > 2) expect(answer.body.error_description).not.toContain(uri)
      }
    }
    const shown = await send(service.url, {
      method: 'GET',
      path,
      headers: { authorization: headers.authorization },
    })
    expect(shown.body.redirect_uris).toEqual([registered, withQuery])
  })

  it.each(unacceptable)(
    'is refused where clients register themselves, and at every change: %j',
    async (uri) => {
      const type = { 'content-type': 'application/json' }
      const path = '/oauth2/register'
      for (const application_type of ['web', 'native'])
        for (const member of ['redirect_uris', 'post_logout_redirect_uris']) {
          const body = { redirect_uris: [registered], application_type, [member]: [registered, uri] }
          const made = await send(service.url, {
            method: 'POST',
            path,
            headers: type,
            body: JSON.stringify(body),
          })
          const changed = await send(service.url, {
            method: 'PUT',
            path: `${path}/${self.client_id}`,
            headers: { ...type, authorization: `Bearer ${self.registration_access_token}` },
            body: JSON.stringify({ ...body, client_id: self.client_id }),
          })
          for (const answer of [made, changed]) {
            expect([member, answer.status]).toEqual([member, 400])
            expect(answer.body.error).toMatch(/^invalid_(?:redirect_uri|client_metadata|request)$/)
            if (uri.length > 2) expect(answer.body.error_description).not.toContain(uri)
          }
        }
    },
  )
})
