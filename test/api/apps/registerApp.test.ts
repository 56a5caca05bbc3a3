import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  deleteApp,
  getApp,
  issueToken,
  listApps,
  registerApp,
  type AppRegistrationRequest,
} from '../../../client/index.ts'
import { redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function ask(person: Person, body: object) {
  const given: AppRegistrationRequest = { name: 'My Application', redirect_uris: [redirectUri], ...body }
  return registerApp({ client: service.as(person.token), body: given })
}

async function appsOf({ token }: Person): Promise<unknown[]> {
  return (await listApps({ client: service.as(token), throwOnError: true })).data
}

/** Expects a refusal and that the person still has no app. */
async function expectNoApp(body: object, code: string, path: string): Promise<void> {
  const person = await signUp(service)
  expect(failingPaths(expectRefused(await ask(person, body), 400, code))).toEqual([path])
  expect(await appsOf(person)).toEqual([])
}

describe('registerApp', () => {
  it('registers an app with everything that was left out at its default', async () => {
    const person = await signUp(service)
    const answer = await ask(person, { scopes: ['openid', 'email'] })
    expect(status(answer)).toBe(201)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data?.app_id).toMatch(/^app_[\w-]{22}$/)
    expect(answer.data?.app_secret).toMatch(/^secret_[\w-]{49}$/)
    expect(answer.data?.application).toMatchObject({
      app_id: answer.data?.app_id,
      name: 'My Application',
      description: '',
      redirect_uris: [redirectUri],
      scopes: ['openid', 'email'],
      response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      require_pkce: true,
      id_token_signed_response_alg: 'RS256',
      access_token_format: 'jwt',
      post_logout_redirect_uris: [],
      rate_limit_hour: 1000,
      rate_limit_day: 10_000,
      first_party: false,
    })
    expect(await appsOf(person)).toEqual([answer.data?.application])
  })

  it('shows the secret once: it works, and no other answer has it', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const body = { grant_type: 'client_credentials' as const, ...credentialsOf(app) }
    expect(status(await issueToken({ client: service.as(), body }))).toBe(200)
    const shown = await getApp({ client: service.as(person.token), path: { appId: app.app_id } })
    expect(JSON.stringify([shown.data, await appsOf(person), service.log])).not.toContain(app.app_secret)
  })

  it('gives a public app no secret', async () => {
    const answer = await ask(await signUp(service), { token_endpoint_auth_method: 'none' })
    expect(status(answer)).toBe(201)
    expect(Object.keys(answer.data ?? {}).toSorted()).toEqual(['app_id', 'application'])
    expect(answer.data?.application).toMatchObject({
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
    })
  })

  it('gives an app without redirect URIs tokens of its own only', async () => {
    const { data } = await ask(await signUp(service), { redirect_uris: [], scopes: ['read'] })
    expect(data?.application).toMatchObject({ response_types: [], grant_types: ['client_credentials'] })
  })

  it('gives two registrations in the same second two ids and two secrets', async () => {
    const person = await signUp(service)
    const apps = await Promise.all([1, 2, 3].map(() => registerTestApp(service, person)))
    expect(new Set(apps.map(({ app_id }) => app_id)).size).toBe(3)
    expect(new Set(apps.map(({ app_secret }) => app_secret)).size).toBe(3)
    expect(await appsOf(person)).toHaveLength(3)
  })

  it('asks for a session', async () => {
    const answer = await registerApp({ client: service.as(), body: { name: 'My Application' } })
    expectRefused(answer, 401, 'invalid_token')
    expect(header(answer, 'www-authenticate')).toBe('Bearer realm="latchkey"')
  })

  it.each([
    'http://example.com/callback',
    'https://example.com/callback#fragment',
    'https://example.com@evil.example/callback',
    'https://*.example.com/callback',
    'https://example.com/a/../callback',
    'https://EXAMPLE.com/callback',
    'https://example.com/%2e%2e/callback',
    'https://example.com/callback?code=mine',
    'javascript:alert(1)',
    'data:text/html,x',
    'myapp:/callback',
    '/callback',
  ])('refuses the redirect URI %s and registers nothing', async (uri) => {
    await expectNoApp({ redirect_uris: [redirectUri, uri] }, 'invalid_redirect_uri', '/redirect_uris/1')
  })

  it.each(['http://127.0.0.1:4711/callback', 'http://[::1]/callback', 'com.example.app:/callback'])(
    'takes the redirect URI %s of an app on the user’s own machine',
    async (uri) => {
      expect(status(await ask(await signUp(service), { redirect_uris: [uri] }))).toBe(201)
    },
  )

  it.each([
    [{ scopes: ['openid', 'admin'] }, 'invalid_scope', '/scopes/1'],
    [{ scopes: ['open id'] }, 'invalid_scope', '/scopes/0'],
    [{ redirect_uris: [], grant_types: ['authorization_code'] }, 'invalid_redirect_uri', '/redirect_uris'],
    [{ grant_types: ['refresh_token'] }, 'invalid_client_metadata', '/grant_types'],
    [{ response_types: ['code'], grant_types: ['implicit'] }, 'invalid_client_metadata', '/response_types'],
    [
      { token_endpoint_auth_method: 'none', grant_types: ['client_credentials'], redirect_uris: [] },
      'invalid_client_metadata',
      '/grant_types',
    ],
    [{ token_endpoint_auth_method: 'none', require_pkce: false }, 'invalid_client_metadata', '/require_pkce'],
    [
      { token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'HS256' },
      'invalid_client_metadata',
      '/id_token_signed_response_alg',
    ],
    [{ id_token_signed_response_alg: 'none' }, 'invalid_request', '/id_token_signed_response_alg'],
    [{ name: '' }, 'invalid_request', '/name'],
    [{ name: 'My \u202enoitacilppA' }, 'invalid_request', '/name'],
    [{ redirect_uris: redirectUri }, 'invalid_redirect_uri', '/redirect_uris'],
    [{ redirect_uris: [{ $ne: '' }] }, 'invalid_redirect_uri', '/redirect_uris/0'],
  ])('refuses %j and registers nothing', expectNoApp)

  it.each([
    'first_party',
    'rate_limit_hour',
    'app_id',
    'app_secret',
    'owner_id',
    'resources',
    '__proto__',
    'constructor',
  ])('lets nobody set %s', async (member) => {
    const body = JSON.parse(`{"name":"My Application","${member}":1}`) as AppRegistrationRequest
    const person = await signUp(service)
    expectRefused(await registerApp({ client: service.as(person.token), body }), 400, 'invalid_request')
    expect(await appsOf(person)).toEqual([])
  })

  it('gives an account a hundred apps and no more, also when they are registered at once', async () => {
    const person = await signUp(service)
    const one = await ask(person, {})
    for (let apps = 1; apps < 98; apps++) await ask(person, {})
    const answers = await Promise.all(Array.from({ length: 4 }, () => ask(person, {})))
    expect(answers.map(status).toSorted()).toEqual([201, 201, 409, 409])
    expectRefused(await ask(person, {}), 409, 'conflict')
    expect(await appsOf(person)).toHaveLength(100)
    expect(status(await ask(await signUp(service), {}))).toBe(201)
    const path = { appId: one.data?.app_id ?? '' }
    expect(status(await deleteApp({ client: service.as(person.token), path }))).toBe(204)
    expect(status(await ask(person, {}))).toBe(201)
  })
})
