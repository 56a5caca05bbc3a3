import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getUserinfo, listApps, login } from '../../client/index.ts'
import { createPkce, obtainTokens, registerTestApp, signUp } from '#test/support/actors.ts'
import { application, printedDiscovery, text, timestamp } from '#src/cli/check/printed.ts'
import {
  expectCounted,
  expectPrinted,
  expectPrintedError,
  expectUncounted,
  printedPaths,
  send,
  type PrintedAnswer,
  type PrintedRequest,
} from '#test/support/golden.ts'
import { registerOperatorApp } from '#test/support/operator.ts'
import { startService, type TestService } from '#test/support/service.ts'
import type { AppCredentials } from '#test/support/tokens.ts'

let service: TestService

/** What one answer gave for the next request: the tests below run in the order of the contract. */
const seen = {
  userId: '',
  token: '',
  appId: '',
  appSecret: '',
  id: '',
  verifier: '',
  code: '',
  access: '',
  refresh: '',
}

const credentials = '{"email":"user@example.com","password":"password123"}'

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

/** What is not counted: the documents that everybody reads, and what is no operation. */
const uncounted = [/ \/\.well-known\//, /^GET \/openapi\.json$/, /^GET \/nowhere$/, /^GET \/oauth2\/token$/]

/** Asks, and holds the answer to what is printed of all of them. */
async function ask(request: PrintedRequest): Promise<PrintedAnswer> {
  const answer = await send(service.url, request)
  const call = `${request.method} ${request.path}`
  if (uncounted.some((pattern) => pattern.test(call))) expectUncounted(answer)
  else expectCounted(answer, service.clock.now())
  return answer
}

/** Authorizes with the printed body, and more behind it; keeps the code and its verifier. */
async function authorize(more = ''): Promise<PrintedAnswer> {
  const { verifier, challenge } = createPkce()
  const json = `{"response_type":"code","client_id":"${seen.appId}","redirect_uri":"https://example.com/callback","scope":"openid profile email","state":"random-state","code_challenge":"${challenge}","code_challenge_method":"S256"${more}}`
  const answer = await ask({ method: 'POST', path: '/oauth2/authorize', token: seen.token, json })
  seen.verifier = verifier
  seen.code = new URL(answer.body.redirect_uri).searchParams.get('code') ?? ''
  return answer
}

describe('printed contract, in order', () => {
  it('registers an account (POST /api/v1/auth/register)', async () => {
    const answer = await ask({ method: 'POST', path: '/api/v1/auth/register', json: credentials })
    expectPrinted(answer, 201, { id: text, email: 'user@example.com', created_at: timestamp })
    seen.userId = answer.body.id
  })

  it('logs in (POST /api/v1/auth/login)', async () => {
    const answer = await ask({ method: 'POST', path: '/api/v1/auth/login', json: credentials })
    const user = { id: seen.userId, email: 'user@example.com', created_at: timestamp }
    expectPrinted(answer, 200, {
      user,
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expires_in: 3600,
    })
    seen.token = answer.body.token
  })

  it.each(['user@example.com', 'nobody@example.com'])(
    'mails a reset link, or says so (POST /api/v1/auth/reset-password, %s)',
    async (email) => {
      const json = `{"email":"${email}"}`
      const answer = await ask({ method: 'POST', path: '/api/v1/auth/reset-password', json })
      expectPrinted(answer, 200, { message: 'Password reset email sent' })
      expect(Object.keys(answer.body)).toEqual(['message'])
    },
  )

  it('registers an app and shows its secret once (POST /api/v1/apps/register)', async () => {
    const json =
      '{"name":"My Application","description":"Application description","redirect_uris":["https://example.com/callback"],"scopes":["openid","profile","email"]}'
    const answer = await ask({ method: 'POST', path: '/api/v1/apps/register', token: seen.token, json })
    const app = { app_id: expect.stringMatching(/^app_/), app_secret: expect.stringMatching(/^secret_/) }
    expectPrinted(answer, 201, { ...app, application })
    expect(answer.body.application.app_id).toBe(answer.body.app_id)
    expect(answer.body.application).not.toHaveProperty('app_secret')
    seen.appId = answer.body.app_id
    seen.appSecret = answer.body.app_secret
    seen.id = answer.body.application.id
  })

  it('lists the caller’s apps (GET /api/v1/apps)', async () => {
    const answer = await ask({ method: 'GET', path: '/api/v1/apps', token: seen.token })
    expectPrinted(answer, 200, [{ ...application, id: seen.id, app_id: seen.appId }])
    expect(answer.body).toHaveLength(1)
    expect(JSON.stringify(answer.body)).not.toContain(seen.appSecret)
  })

  it('shows an app by both its ids, to its owner only (GET /api/v1/apps/:appId)', async () => {
    const stranger = await signUp(service)
    for (const reference of [seen.appId, seen.id]) {
      const path = `/api/v1/apps/${reference}`
      expectPrinted(await ask({ method: 'GET', path, token: seen.token }), 200, application)
      expectPrintedError(await ask({ method: 'GET', path, token: stranger.token }), 404, 'not_found')
    }
    const path = '/api/v1/apps/app_AAAAAAAAAAAAAAAAAAAAAA'
    expectPrintedError(await ask({ method: 'GET', path, token: stranger.token }), 404, 'not_found')
  })

  it('sends the browser back with a code and the state (POST /oauth2/authorize)', async () => {
    const uri = /^https:\/\/example\.com\/callback\?code=[^&]+&state=random-state(&|$)/
    expectPrinted(await authorize(), 200, { redirect_uri: expect.stringMatching(uri) })
  })
})

describe.each(['/oauth2/token', '/api/v1/oauth/token'])('printed contract at %s', (path) => {
  const issue = (json: string) => ask({ method: 'POST', path, json })
  const issueOwn = (app: AppCredentials) =>
    issue(
      `{"grant_type":"client_credentials","client_id":"${app.app_id}","client_secret":"${app.app_secret}"}`,
    )
  /** Calls allowed and left, after one more. */
  const count = async (app: AppCredentials) => expectCounted(await issueOwn(app), service.clock.now())
  const tokens = {
    access_token: text,
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: text,
    scope: 'openid profile email',
  }

  it('trades a code for tokens (authorization_code)', async () => {
    if (path !== '/oauth2/token') await authorize()
    const answer = await issue(
      `{"grant_type":"authorization_code","code":"${seen.code}","redirect_uri":"https://example.com/callback","client_id":"${seen.appId}","client_secret":"${seen.appSecret}","code_verifier":"${seen.verifier}"}`,
    )
    expectPrinted(answer, 200, tokens)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    seen.access = answer.body.access_token
    seen.refresh = answer.body.refresh_token
  })

  it('gives an app a token of its own (client_credentials)', async () => {
    const answer = await issueOwn({ app_id: seen.appId, app_secret: seen.appSecret })
    expectPrinted(answer, 200, { access_token: text, token_type: 'Bearer', expires_in: 3600 })
    for (const member of ['refresh_token', 'id_token']) expect(answer.body).not.toHaveProperty(member)
  })

  it('counts an app from 1000 an hour, and each by itself', async () => {
    const owner = await signUp(service)
    const [app, other] = [await registerTestApp(service, owner), await registerTestApp(service, owner)]
    for (const remaining of [999, 998]) expect(await count(app)).toEqual([1000, remaining])
    expect(await count(other)).toEqual([1000, 999])
    // Without a limit for the hour the headers show what is left of the day.
    const unhurried = await registerOperatorApp(service, { rateLimitHour: 0 })
    expect(await count(unhurried)).toEqual([10_000, 9999])
  })

  it('answers 429 in the one shape when no call is left', async () => {
    const app = await registerOperatorApp(service, { rateLimitHour: 1 })
    expect((await issueOwn(app)).status).toBe(200)
    const answer = await issueOwn(app)
    expectPrintedError(answer, 429, 'rate_limit_exceeded')
    expect(expectCounted(answer, service.clock.now())).toEqual([1, 0])
    const seconds = Number(answer.headers.get('retry-after'))
    const reset = Number(answer.headers.get('x-ratelimit-reset'))
    expect(Math.abs(service.clock.now().getTime() / 1000 + seconds - reset)).toBeLessThan(3)
  })

  it('gives fresh tokens and a new refresh token (refresh_token)', async () => {
    const answer = await issue(
      `{"grant_type":"refresh_token","refresh_token":"${seen.refresh}","client_id":"${seen.appId}","client_secret":"${seen.appSecret}"}`,
    )
    expectPrinted(answer, 200, tokens)
    expect(answer.body.refresh_token).not.toBe(seen.refresh)
    expect(answer.body.access_token).not.toBe(seen.access)
    seen.access = answer.body.access_token
  })

  it('issues what opens GET /oauth2/userinfo, by either header', async () => {
    const claims = { sub: seen.userId, email: 'user@example.com', email_verified: false }
    const request = { method: 'GET', path: '/oauth2/userinfo' } as const
    expectPrinted(await ask({ ...request, token: seen.access }), 200, claims)
    const headers = { 'X-Auth-Token': seen.access }
    expectPrinted(await ask({ ...request, headers }), 200, claims)
    expectPrinted(await ask({ ...request, token: seen.access, headers }), 200, claims)
    const different = await ask({ ...request, token: seen.access, headers: { 'X-Auth-Token': seen.token } })
    expectPrintedError(different, 400, 'invalid_request')
  })

  it('answers the printed error codes', async () => {
    const brief = await registerOperatorApp(service, { grantTypes: ['refresh_token'] })
    expectPrintedError(await issueOwn(brief), 400, 'unauthorized_client')
    const client = `"client_id":"${seen.appId}","client_secret":"${seen.appSecret}"`
    const bad = [
      [400, 'invalid_request', '{}'],
      [400, 'invalid_request', '{'],
      [400, 'unsupported_grant_type', `{"grant_type":"password",${client}}`],
      [400, 'invalid_scope', `{"grant_type":"client_credentials","scope":"openid",${client}}`],
      [400, 'invalid_grant', `{"grant_type":"refresh_token","refresh_token":"x",${client}}`],
      [401, 'invalid_client', '{"grant_type":"client_credentials","client_id":"app_x","client_secret":"x"}'],
    ] as const
    for (const [status, error, json] of bad) expectPrintedError(await issue(json), status, error)
  })
})

describe('printed contract', () => {
  it('takes X-Auth-Token for Authorization at every protected call', async () => {
    const request = { method: 'GET', path: '/api/v1/apps' } as const
    const headers = { 'X-Auth-Token': seen.token }
    expectPrinted(await ask({ ...request, headers }), 200, [application])
    expectPrinted(await ask({ ...request, headers, token: seen.token }), 200, [application])
    const token = (await signUp(service)).token
    expectPrintedError(await ask({ ...request, headers, token }), 400, 'invalid_request')
    expectPrintedError(await ask({ ...request, headers: { 'X-Auth-Token': 'x' } }), 401, 'invalid_token')
  })

  it('tells an app that its user denied (access_denied)', async () => {
    const answer = await authorize(',"consent":"deny"')
    const uri = /^https:\/\/example\.com\/callback\?error=access_denied&.*state=random-state(&|$)/
    expectPrinted(answer, 200, { redirect_uri: expect.stringMatching(uri) })
  })

  it('documents itself from the contract (GET /openapi.json)', async () => {
    const answer = await ask({ method: 'GET', path: '/openapi.json' })
    expectPrinted(answer, 200, { openapi: expect.stringMatching(/^3\.1\./), info: { title: text } })
    for (const path of printedPaths) expect(answer.body.paths).toHaveProperty([path])
    const page = await fetch(`${service.url}/docs`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  })

  it('lists the printed values at GET /.well-known/openid-configuration', async () => {
    const answer = await ask({ method: 'GET', path: '/.well-known/openid-configuration' })
    expectPrinted(answer, 200, printedDiscovery(service.url))
  })

  it('answers RFC 8414 at GET /.well-known/oauth-authorization-server', async () => {
    const answer = await ask({ method: 'GET', path: '/.well-known/oauth-authorization-server' })
    expectPrinted(answer, 200, {
      issuer: service.url,
      authorization_endpoint: `${service.url}/oauth2/authorize`,
      token_endpoint: `${service.url}/oauth2/token`,
      response_types_supported: expect.arrayContaining(['code']),
    })
  })

  it('serves the keys where discovery says they are', async () => {
    const discovery = await ask({ method: 'GET', path: '/.well-known/openid-configuration' })
    const path = new URL(discovery.body.jwks_uri).pathname
    const answer = await ask({ method: 'GET', path })
    const key = { kty: text, kid: text, use: 'sig', alg: text }
    expectPrinted(answer, 200, { keys: answer.body.keys.map(() => key) })
    expect(answer.body.keys).not.toEqual([])
  })

  it('answers errors of every protected call in the one shape', async () => {
    for (const path of ['/api/v1/apps', '/api/v1/apps/x', '/oauth2/userinfo']) {
      const answer = await ask({ method: 'GET', path })
      expectPrintedError(answer, 401, 'invalid_token')
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="latchkey"/)
    }
    expectPrintedError(await ask({ method: 'GET', path: '/nowhere' }), 404, 'not_found')
    expectPrintedError(await ask({ method: 'GET', path: '/oauth2/token' }), 405, 'method_not_allowed')
    const json = '{"email":"user@example.com","password":"password124"}'
    const wrong = await ask({ method: 'POST', path: '/api/v1/auth/login', json })
    expectPrintedError(wrong, 401, 'invalid_credentials')
    const twice = await ask({ method: 'POST', path: '/api/v1/auth/register', json: credentials })
    expectPrintedError(twice, 409, 'account_exists')
  })

  it('gives the same through the SDK', async () => {
    const body = { email: 'user@example.com', password: 'password123' }
    const { data } = await login({ client: service.as(), body, throwOnError: true })
    expect(data.user.id).toBe(seen.userId)
    const person = { ...data.user, password: body.password, token: data.token }
    expect((await listApps({ client: service.as(data.token) })).data).toMatchObject([application])
    const app = await registerTestApp(service, person)
    const tokens = await obtainTokens(service, person, app)
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'openid profile email' })
    const claims = await getUserinfo({ client: service.as(tokens.access_token) })
    expect(claims.data).toMatchObject({ sub: seen.userId, email: body.email, email_verified: false })
  })
})
