import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getOpenidConfiguration, registerClient } from '../../../client/index.ts'
import { redirectUri, signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService(openRegistration)
})

afterAll(() => service.stop())

/** @param token  an initial access token: the contract asks nobody for one, so the SDK is told by hand */
function register(body: object, by = service, token?: string) {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` }
  return registerClient({ client: by.as(), headers, body })
}

/** Clients there are, for what must not have happened. */
async function countClients(by = service): Promise<number> {
  const [row] = await runAsAdmin(by.database, 'select count(*)::int as count from clients')
  return Number(row?.count)
}

describe('registerClient', () => {
  it('answers everything as it is registered, with credentials that are shown once', async () => {
    const answer = await register({
      client_name: 'My Application',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      contacts: ['ops@example.com'],
      unknown_member: { a: 1 },
    })
    expect(status(answer)).toBe(201)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      client_id: expect.stringMatching(/^app_/),
      client_id_issued_at: expect.any(Number),
      client_secret: expect.stringMatching(/^secret_/),
      client_secret_expires_at: 0,
      registration_access_token: expect.stringMatching(/^regtoken_/),
      registration_client_uri: `${service.url}/oauth2/register/${answer.data!.client_id}`,
      client_name: 'My Application',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      scope: 'openid profile email address phone offline_access',
      token_endpoint_auth_method: 'client_secret_basic',
      id_token_signed_response_alg: 'RS256',
      subject_type: 'public',
      application_type: 'web',
      require_auth_time: false,
      backchannel_logout_session_required: false,
      frontchannel_logout_session_required: false,
      contacts: ['ops@example.com'],
    })
    const now = service.clock.now().getTime() / 1000
    expect(answer.data!.client_id_issued_at).toBeLessThanOrEqual(now)
    expect(answer.data!.client_id_issued_at).toBeGreaterThan(now - 60)
  })

  it('keeps neither secret nor token, only their digests', async () => {
    const made = await registerByItself(service)
    const tables = ['clients', 'client_secrets', 'client_registrations']
    const rows = await Promise.all(
      tables.map((table) => runAsAdmin(service.database, `select * from ${table}`)),
    )
    const text = JSON.stringify(rows) + service.log.join('\n')
    expect(text).not.toContain(made.client_secret)
    expect(text).not.toContain(made.registration_access_token)
  })

  it('makes no secret for a client that needs none', async () => {
    const made = await registerByItself(service, {
      token_endpoint_auth_method: 'none',
      application_type: 'native',
    })
    expect(made).not.toHaveProperty('client_secret')
    expect(made).not.toHaveProperty('client_secret_expires_at')
  })

  it.each<[string, object, string]>([
    ['no body member that is right', { redirect_uris: 'x' }, 'invalid_redirect_uri'],
    ['a redirect URI that is no text', { redirect_uris: [7] }, 'invalid_redirect_uri'],
    ['no redirect URI', {}, 'invalid_redirect_uri'],
    ['a fragment', { redirect_uris: [`${redirectUri}#x`] }, 'invalid_redirect_uri'],
    [
      'a method that we do not have',
      { token_endpoint_auth_method: 'tls_client_auth' },
      'invalid_client_metadata',
    ],
    ['an algorithm that we do not have', { id_token_signed_response_alg: 'none' }, 'invalid_client_metadata'],
    ['a name that is no text', { client_name: {} }, 'invalid_client_metadata'],
    ['keys that are no set', { jwks: [] }, 'invalid_client_metadata'],
    ['a plain jwks_uri', { jwks_uri: 'http://app.example.com/jwks' }, 'invalid_client_metadata'],
    ['a private jwks_uri', { jwks_uri: 'https://10.0.0.1/jwks' }, 'invalid_client_metadata'],
    ['a huge max age', { default_max_age: 1e12 }, 'invalid_client_metadata'],
    ['a list where a flag belongs', { require_auth_time: [] }, 'invalid_client_metadata'],
  ])('registers nothing with %s', async (_, body, code) => {
    const before = await countClients()
    expectRefused(
      await register({ ...(_ === 'no redirect URI' ? {} : { redirect_uris: [redirectUri] }), ...body }),
      400,
      code,
    )
    expect(await countClients()).toBe(before)
  })

  it.each(['[]', 'null', '"x"', '', '{', '{"a":1,"a":2}'])('takes no body like %j', async (body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await send(service.url, { method: 'POST', path: '/oauth2/register', headers, body })
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request'])
  })

  it('assigns nothing that a client may not say', async () => {
    const sly = {
      redirect_uris: [redirectUri],
      client_id: 'app_mine',
      client_secret: 'mine',
      first_party: true,
      firstParty: true,
      owner_id: 'x',
      resources: ['https://api.example.com'],
      require_pkce: false,
      rate_limit_hour: 0,
      registration_access_token: 'mine',
    }
    const { data } = await register(sly)
    expect([data!.client_id, data!.client_secret, data!.registration_access_token]).not.toContain('mine')
    const stored = await service.running.context.store.clients.findByClientId(data!.client_id, new Date())
    expect(stored!.client).toMatchObject({
      ownerId: null,
      firstParty: false,
      resources: [],
      rateLimitHour: null,
    })
  })

  it('is named by discovery where it works', async () => {
    const { data } = await getOpenidConfiguration({ client: service.as(), throwOnError: true })
    expect(data.registration_endpoint).toBe(`${service.url}/oauth2/register`)
  })
})

describe('registerClient, switched off', () => {
  let closed: TestService
  beforeAll(async () => {
    closed = await startService()
  })
  afterAll(() => closed.stop())

  it('is not there, and discovery says so', async () => {
    expectRefused(await register({ redirect_uris: [redirectUri] }, closed), 404, 'not_found')
    const { data } = await getOpenidConfiguration({ client: closed.as(), throwOnError: true })
    expect(data).not.toHaveProperty('registration_endpoint')
    expect(await countClients(closed)).toBe(0)
  })
})

describe('registerClient with initial access tokens', () => {
  const tokens = ['first-initial-access-token', 'second-initial-access-token']
  let vouched: TestService
  beforeAll(async () => {
    vouched = await startService({
      LATCHKEY_CLIENT_REGISTRATION: 'token',
      LATCHKEY_CLIENT_REGISTRATION_TOKEN: tokens.join(','),
      LATCHKEY_CLIENT_REGISTRATION_HOUR: '1',
    })
  })
  afterAll(() => vouched.stop())

  it.each(tokens)('registers whoever has one, as many clients as they like: %s', async (token) => {
    for (let times = 0; times < 3; times += 1) {
      const { data } = await register({ redirect_uris: [redirectUri], scope: 'openid read' }, vouched, token)
      expect(data!.scope).toBe('openid read')
    }
  })

  it('refuses everybody else', async () => {
    const before = await countClients(vouched)
    const person = await signUp(vouched)
    const own = await register({ redirect_uris: [redirectUri] }, vouched, tokens[0])
    for (const token of [
      undefined,
      'First-initial-access-token',
      tokens.join(','),
      person.token,
      own.data!.registration_access_token,
      own.data!.client_secret,
    ])
      expectRefused(await register({ redirect_uris: [redirectUri] }, vouched, token), 401, 'invalid_token')
    expect(await countClients(vouched)).toBe(before + 1)
    expect(vouched.log.join('\n')).not.toContain(tokens[0])
  })

  it('does not choose between two different ones', async () => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${tokens[0]}`,
      'x-auth-token': tokens[1]!,
    }
    const body = JSON.stringify({ redirect_uris: [redirectUri] })
    const answer = await send(vouched.url, { method: 'POST', path: '/oauth2/register', headers, body })
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request'])
  })
})

describe('registerClient, open', () => {
  let narrow: TestService
  beforeAll(async () => {
    narrow = await startService({
      LATCHKEY_CLIENT_REGISTRATION: 'open',
      LATCHKEY_CLIENT_REGISTRATION_TOKEN: 'an-initial-access-token',
      LATCHKEY_CLIENT_REGISTRATION_HOUR: '2',
      LATCHKEY_CLIENT_REGISTRATION_PKCE: 'always',
    })
  })
  afterAll(() => narrow.stop())

  it('lets an address register so many clients in an hour, and more with a token', async () => {
    const body = { redirect_uris: [redirectUri] }
    expect(status(await register(body, narrow))).toBe(201)
    expect(status(await register(body, narrow))).toBe(201)
    const refused = await register(body, narrow)
    expectRefused(refused, 429, 'rate_limit_exceeded')
    expect(Number(header(refused, 'retry-after'))).toBeGreaterThan(3000)
    expect(status(await register(body, narrow, 'an-initial-access-token'))).toBe(201)
    expectRefused(await register(body, narrow, 'another'), 429, 'rate_limit_exceeded')
    narrow.clock.advance(3601)
    const { data } = await register(body, narrow)
    const stored = await narrow.running.context.store.clients.findByClientId(
      data!.client_id,
      narrow.clock.now(),
    )
    expect(stored!.client.requirePkce).toBe(true)
  })
})
