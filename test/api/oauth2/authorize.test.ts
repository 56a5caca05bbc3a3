import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, type AppRegistrationResponse, type AuthorizationRequest } from '../../../client/index.ts'
import { createPkce, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { redeem, requestCode } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
})

afterAll(() => service.stop())

/** Sends the printed request with some members replaced; undefined leaves one out. */
function ask(more: Partial<AuthorizationRequest> = {}, token: string | undefined = person.token) {
  const body: AuthorizationRequest = {
    response_type: 'code',
    client_id: app.app_id,
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: 'random-state',
    code_challenge: createPkce().challenge,
    code_challenge_method: 'S256',
    ...more,
  }
  return authorize({ client: service.as(token), body })
}

/** Expects an answer in the redirect URI and returns its parameters. */
async function askForRedirect(more: Partial<AuthorizationRequest> = {}): Promise<URLSearchParams> {
  const answer = await ask(more)
  expect(status(answer)).toBe(200)
  const url = new URL(answer.data?.redirect_uri ?? '')
  expect(url.hash === '' ? url.search : url.hash).not.toBe('')
  return new URLSearchParams(url.hash === '' ? url.search : url.hash.slice(1))
}

describe('authorize', () => {
  it('sends the browser back with a code that works once, the state, and iss', async () => {
    const { verifier, challenge } = createPkce()
    const answer = await ask({ code_challenge: challenge })
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('no-store')
    const uri = new URL(answer.data?.redirect_uri ?? '')
    expect(uri.href.split('?')[0]).toBe(redirectUri)
    expect([...uri.searchParams.keys()]).toEqual(['code', 'state', 'iss'])
    expect(uri.searchParams.get('iss')).toBe(service.url)
    const requested = { code: uri.searchParams.get('code') ?? '', verifier }
    expect(status(await redeem(service, app, requested))).toBe(200)
    expectRefused(await redeem(service, app, requested), 400, 'invalid_grant')
  })

  it('gives every request a code of its own', async () => {
    const codes = await Promise.all([1, 2, 3].map(async () => (await askForRedirect()).get('code')))
    expect(new Set(codes).size).toBe(3)
    expect(service.log.join('\n')).not.toContain(codes[0])
  })

  it.each(['', 'a b&c=d+e%20"\\é\u202e', '%26code=mine', 'x'.repeat(2048)])(
    'hands the state %j back',
    async (state) => {
      const answer = await askForRedirect({ state })
      expect(answer.getAll('state')).toEqual(state === '' ? [] : [state])
      expect(answer.getAll('code')).toHaveLength(1)
    },
  )

  it.each([
    ['an unknown app', { client_id: 'app_AAAAAAAAAAAAAAAAAAAAAA' }],
    ['no app', { client_id: '' }],
    ['no redirect URI', { redirect_uri: '' }],
    ['a longer path', { redirect_uri: `${redirectUri}/more` }],
    ['another query', { redirect_uri: `${redirectUri}?next=evil` }],
    ['another case', { redirect_uri: 'https://example.com/Callback' }],
    ['user information', { redirect_uri: 'https://example.com@evil.example/callback' }],
    ['a backslash', { redirect_uri: 'https://evil.example\\@example.com/callback' }],
    ['a port', { redirect_uri: 'https://example.com:8443/callback' }],
    ['a fragment', { redirect_uri: `${redirectUri}#x` }],
    ['encoded dots', { redirect_uri: 'https://example.com/x/%2e%2e/callback' }],
    ['an upper-case host', { redirect_uri: 'https://EXAMPLE.com/callback' }],
    [
      'a host with the registered one in front',
      { redirect_uri: 'https://example.com.evil.example/callback' },
    ],
    ['a script', { redirect_uri: 'javascript:alert(1)' }],
    ['white space', { redirect_uri: ` ${redirectUri}` }],
  ])('sends nobody anywhere for %s', async (_, more) => {
    const answer = await ask(more)
    expectRefused(answer, 400, 'invalid_request')
    expect(answer.error).not.toHaveProperty('redirect_uri')
    expect(header(answer, 'location')).toBeNull()
  })

  it.each([
    ['unsupported_response_type', { response_type: 'id_token' }],
    ['unsupported_response_type', { response_type: 'code id_token' }],
    ['unauthorized_client', { response_type: 'token' }],
    ['invalid_request', { response_type: '' }],
    ['invalid_scope', { scope: 'openid read' }],
    ['invalid_scope', { scope: 'openid  profile' }],
    ['invalid_request', { code_challenge: '', code_challenge_method: '' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge_method: '' }],
    ['invalid_request', { code_challenge: 'too-short' }],
    ['invalid_request', { response_mode: 'form_post' }],
    ['invalid_request', { prompt: 'none login' }],
    ['invalid_request', { max_age: -1 }],
    ['invalid_request', { nonce: 'a\u0007b' }],
    ['invalid_target', { resource: '/relative' }],
    ['invalid_target', { resource: 'https://api.example.com/#x' }],
    ['request_not_supported', { request: 'eyJhbGciOiJub25lIn0..' }],
    ['request_uri_not_supported', { request_uri: 'https://example.com/request.jwt' }],
  ])('answers %s for %j inside the redirect URI, without a code', async (error, more) => {
    const answer = await askForRedirect(more)
    expect([...answer.keys()].toSorted()).toEqual(['error', 'error_description', 'error_uri', 'iss', 'state'])
    expect(answer.get('error')).toBe(error)
    expect(answer.get('state')).toBe('random-state')
    expect(answer.get('iss')).toBe(service.url)
  })

  it('keeps the query of the redirect URI, and answers in the fragment when asked', async () => {
    const own = `${redirectUri}?tenant=1`
    const withQuery = await registerTestApp(service, person, { redirect_uris: [own] })
    const more = { client_id: withQuery.app_id, redirect_uri: own }
    const { data } = await ask(more)
    expect(data?.redirect_uri).toMatch(/^https:\/\/example\.com\/callback\?tenant=1&code=/)
    const fragment = (await ask({ ...more, response_mode: 'fragment' })).data?.redirect_uri
    expect(fragment).toMatch(/^https:\/\/example\.com\/callback\?tenant=1#code=/)
  })

  it('lets the port of a loopback address differ, and nothing else of it', async () => {
    const native = await registerTestApp(service, person, {
      redirect_uris: ['http://127.0.0.1/callback'],
      token_endpoint_auth_method: 'none',
    })
    const redirect_uri = 'http://127.0.0.1:51004/callback'
    const requested = await requestCode(service, person, native, { redirect_uri })
    expect(status(await redeem(service, native, requested, { redirect_uri }))).toBe(200)
    for (const other of ['http://127.0.0.1:51004/other', 'http://localhost:51004/callback'])
      expectRefused(await ask({ client_id: native.app_id, redirect_uri: other }), 400, 'invalid_request')
  })

  it('asks a public app for PKCE, and lets a confidential one opt out', async () => {
    const without = { code_challenge: '', code_challenge_method: '' }
    const open = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
    expect((await askForRedirect({ client_id: open.app_id, ...without })).get('error')).toBe(
      'invalid_request',
    )
    const lax = await registerTestApp(service, person, { require_pkce: false })
    expect((await askForRedirect({ client_id: lax.app_id, ...without })).get('code')).toMatch(/^code_/)
  })

  it('grants the app’s scopes but offline_access when none is asked for', async () => {
    const scopes = ['openid', 'email', 'offline_access']
    const broad = await registerTestApp(service, person, { scopes })
    const requested = await requestCode(service, person, broad, { scope: undefined })
    expect((await redeem(service, broad, requested)).data?.scope).toBe('openid email')
  })

  it.each([
    [{ state: { $ne: 'x' } }],
    [{ scope: ['openid'] }],
    [{ consent: 'yes' }],
    [{ redirect_uri: [redirectUri] }],
  ])('refuses the malformed %j directly', async (more) => {
    expect(status(await ask(more as never))).toBe(400)
  })

  it('asks for a session', async () => {
    const answer = await ask({}, '')
    expectRefused(answer, 401, 'invalid_token')
    expect(header(answer, 'www-authenticate')).toBe('Bearer realm="latchkey"')
  })
})
