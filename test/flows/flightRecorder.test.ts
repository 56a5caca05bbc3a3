import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import {
  authorizeApp,
  createPkce,
  obtainTokens,
  password,
  redirectUri,
  registerTestApp,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { programs } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf } from '#test/support/tokens.ts'
import { send, type Answer, type WireRequest } from '#test/support/wire.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let folder: string

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
  folder = mkdtempSync(join(tmpdir(), 'latchkey-log-'))
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await service.stop()
})

type Values = Readonly<Record<string, string>>

function form(path: string, values: Values, headers: Values = {}): WireRequest {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return { method: 'POST', path, headers: { ...type, ...headers }, body: String(new URLSearchParams(values)) }
}

function json(path: string, values: Values, token: string): WireRequest {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  return { method: 'POST', path, headers, body: JSON.stringify(values) }
}

/** The printed authorization request with some members replaced or, by an empty text, left out. */
function authorization(more: Values = {}): WireRequest {
  const values = {
    response_type: 'code',
    client_id: app.app_id,
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: 'state-that-nobody-sees',
    nonce: 'nonce-that-nobody-sees',
    code_challenge: createPkce().challenge,
    code_challenge_method: 'S256',
    ...more,
  }
  const sent = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  return json('/oauth2/authorize', sent, person.token)
}

/** A code of the app, and the body that trades it. */
async function exchange(more: Values = {}): Promise<Values> {
  const { verifier, challenge } = createPkce()
  const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
  const answer = await authorizeApp(service, person, app.app_id, pkce)
  return {
    grant_type: 'authorization_code',
    code: answer.get('code') ?? '',
    redirect_uri: redirectUri,
    client_id: app.app_id,
    client_secret: app.app_secret ?? '',
    code_verifier: verifier,
    ...more,
  }
}

/** Where an error answer says that it is explained: in its body, or in the redirect URI it gives or sends to. */
function errorUriOf(answer: Answer): string {
  const { location } = answer.headers
  if (location !== undefined) return new URL(location).searchParams.get('error_uri') ?? ''
  if (answer.body?.redirect_uri === undefined) return answer.body?.error_uri
  return new URL(answer.body.redirect_uri).searchParams.get('error_uri') ?? ''
}

async function pageOf(answer: Answer): Promise<string> {
  const id = answer.headers['x-request-id'] as string
  expect(errorUriOf(answer)).toBe(`${service.url}/dev/requests/${id}`)
  const page = await fetch(errorUriOf(answer))
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  return page.text()
}

/** What `latchkey explain` prints about a request, from the log of this service. */
function explained(answer: Answer): string {
  const file = join(folder, 'service.log')
  writeFileSync(file, service.log.join(''))
  const words = [programs.command, 'explain', String(answer.headers['x-request-id']), file]
  return execFileSync(process.execPath, words, { encoding: 'utf8' })
}

/** Every text of a request that is nobody's business. */
function secretsOf({ headers, body, path }: WireRequest): string[] {
  const values = String(body ?? '').startsWith('{')
    ? Object.entries(JSON.parse(String(body)) as Values)
    : [...new URLSearchParams(String(body ?? '')), ...new URL(path, service.url).searchParams]
  const open = new Set(
    'client_id redirect_uri scope grant_type response_type code_challenge_method'.split(' '),
  )
  const inBody = values.filter(([name]) => !open.has(name)).map(([, value]) => value)
  const inHeaders = [headers['authorization'], headers['x-auth-token']].flatMap((text) =>
    text === undefined ? [] : [text.split(' ').at(-1)!],
  )
  return [...inBody, ...inHeaders, person.email, password].filter((text) => text.length > 4)
}

/** Mistakes that everybody makes once: the request, and what its page has to name. */
const mistakes: readonly (readonly [
  mistake: string,
  request: () => WireRequest | Promise<WireRequest>,
  named: { readonly check: string; readonly spec: string; readonly fix: RegExp },
])[] = [
  [
    'a redirect URI that is not registered',
    () => authorization({ redirect_uri: 'https://example.com/callback2' }),
    { check: 'redirect URI registered', spec: 'RFC 6749 §3.1.2.3', fix: /Register exactly this URI/ },
  ],
  [
    'no PKCE',
    () => authorization({ code_challenge: '', code_challenge_method: '' }),
    { check: 'PKCE', spec: 'RFC 7636 §4.3', fix: /code_challenge_method=S256/ },
  ],
  [
    'no PKCE in the browser',
    () => {
      const query = {
        response_type: 'code',
        client_id: app.app_id,
        redirect_uri: redirectUri,
        state: 'state-of-nobody',
      }
      return { method: 'GET', path: `/oauth2/authorize?${String(new URLSearchParams(query))}`, headers: {} }
    },
    { check: 'PKCE', spec: 'RFC 7636 §4.3', fix: /code_challenge_method=S256/ },
  ],
  [
    'plain PKCE',
    () => authorization({ code_challenge_method: 'plain' }),
    { check: 'PKCE', spec: 'RFC 9700 §2.1.1', fix: /hashed verifier/ },
  ],
  [
    'a verifier of another attempt',
    async () => form('/oauth2/token', await exchange({ code_verifier: createPkce().verifier })),
    { check: 'code verifier', spec: 'RFC 7636 §4.6', fix: /base64url\(SHA-256/ },
  ],
  [
    'a code that was used before',
    async () => {
      const request = form('/oauth2/token', await exchange())
      expect((await send(service.url, request)).status).toBe(200)
      return request
    },
    { check: 'code unused', spec: 'RFC 6749 §4.1.2', fix: /Trade each code once/ },
  ],
  [
    'the secret in two places',
    async () =>
      form('/oauth2/token', await exchange(), {
        authorization: basicOf(app.app_id, app.app_secret ?? '').Authorization,
      }),
    { check: 'one client authentication method', spec: 'RFC 6749 §2.3', fix: /one place only/ },
  ],
  [
    'the wrong media type',
    async () => ({
      ...form('/oauth2/token', await exchange()),
      headers: { 'content-type': 'text/plain' },
    }),
    { check: 'Content-Type', spec: 'RFC 9110 §15.5.16', fix: /Set Content-Type/ },
  ],
  [
    'a scope the application does not have',
    () => authorization({ scope: 'openid unheard-of' }),
    { check: 'scope', spec: 'RFC 6749 §3.3', fix: /registered with/ },
  ],
  [
    'a session token where an access token belongs',
    () => ({ method: 'GET', path: '/oauth2/userinfo', headers: { authorization: `Bearer ${person.token}` } }),
    { check: 'token kind', spec: 'RFC 6750 §3.1', fix: /never interchangeable/ },
  ],
  [
    'an expired token',
    async () => {
      const { access_token: token } = await obtainTokens(service, person, app)
      service.clock.advance(3601)
      return { method: 'GET', path: '/oauth2/userinfo', headers: { authorization: `Bearer ${token}` } }
    },
    { check: 'token valid', spec: 'RFC 6750 §3.1', fix: /Refresh it/ },
  ],
]

describe('the flight recorder', () => {
  it.each(mistakes)('tells what is wrong with %s', async (_mistake, prepare, { check, spec, fix }) => {
    const request = await prepare()
    const answer = await send(service.url, request)
    const page = await pageOf(answer)
    expect(page).toContain(`aria-label="failed">✗</b>${check}</li>`)
    expect(page.match(/✗/g)).toHaveLength(1)
    expect(page).toContain(spec)
    expect(page).toMatch(fix)
    const told = explained(answer)
    expect(told).toContain(`✗ ${check}\n`)
    expect(told).toContain(spec)
    expect(told).toMatch(fix)
    for (const secret of secretsOf(request)) {
      expect(page).not.toContain(secret)
      expect(told).not.toContain(secret)
      expect(service.log.join('')).not.toContain(secret)
    }
  })

  it('lists every member that does not fit, by name and never by value', async () => {
    const body = { name: '', scopes: 'none', colour: 'secret-red' }
    const { token } = await signUp(service)
    const page = await pageOf(await send(service.url, json('/api/v1/apps/register', body, token)))
    for (const text of ['/name', 'must not be empty', '/scopes', '✗</b>contract'])
      expect(page).toContain(text)
    expect(page).not.toContain('secret-red')
    expect(page).not.toContain('colour')
  })

  it('shows neither a secret in the place of a name nor one in the place of a harmless value', async () => {
    const body = `${app.app_secret}=1&client_id=${app.app_secret}&grant_type=${password}&redirectUri=x`
    const answer = await send(service.url, { ...form('/oauth2/token', {}), body })
    const page = await pageOf(answer)
    expect(page).not.toContain(app.app_secret)
    expect(page).not.toContain(password)
    expect(page).toContain('an app secret (secret_…)')
    expect(page).toContain('perhaps redirect_uri is meant')
  })

  it.each([
    [{ method: 'GET', path: '/nowhere?token=nobodys', headers: {} }, 'URL'],
    [{ method: 'DELETE', path: '/oauth2/token', headers: {} }, 'method'],
    [{ method: 'GET', path: '/api/v1/apps', headers: { accept: 'image/png' } }, 'Accept'],
    [{ method: 'GET', path: '/api/v1/apps', headers: {} }, 'token presented'],
    [{ method: 'GET', path: '/api/v1/apps?count=1&count=2', headers: {} }, 'readable request'],
    [
      { method: 'POST', path: '/oauth2/token', headers: { 'content-type': 'application/json' }, body: '{' },
      'readable request',
    ],
  ])('has a page for whatever the corridor refuses: %j', async (request, check) => {
    expect(await pageOf(await send(service.url, request))).toContain(`✗</b>${check}</li>`)
  })

  it('keeps the last 200 only', async () => {
    const nowhere = { method: 'GET', path: '/nowhere', headers: {} }
    const first = await send(service.url, nowhere)
    await pageOf(first)
    for (let count = 0; count < 200; count += 1) await send(service.url, nowhere)
    expect((await fetch(errorUriOf(first))).status).toBe(404)
  })
})
