import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  authorize,
  getOauthMetadata,
  getOpenidConfiguration,
  listApps,
  login,
  register,
  registerApp,
  updateApp,
  type AppRegistrationRequest,
} from '../../client/index.ts'
import { obtainTokens, redirectUri, registerTestApp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive } from '#test/support/tokens.ts'

let service: TestService
let person: Person

const password = 'fifteen letters'

beforeAll(async () => {
  service = await startService({ LATCHKEY_PROFILE: 'strict' })
  const body = { email: 'ada@example.com', password }
  const { data: user } = await register({ client: service.as(), body, throwOnError: true })
  const { data } = await login({ client: service.as(), body, throwOnError: true })
  person = { ...user, password, token: data.token }
})

afterAll(() => service.stop())

async function expectNoSuchApp(body: Partial<AppRegistrationRequest>, path: string): Promise<void> {
  const client = service.as(person.token)
  const before = (await listApps({ client })).data
  const asked = { name: 'Lax', redirect_uris: [redirectUri], ...body }
  const refusal = expectRefused(await registerApp({ client, body: asked }), 400, 'invalid_client_metadata')
  expect(failingPaths(refusal)).toEqual([path])
  expect((await listApps({ client })).data).toEqual(before)
  const app = await registerTestApp(service, person)
  const change = await updateApp({ client, path: { appId: app.app_id }, body })
  expectRefused(change, 400, 'invalid_client_metadata')
}

describe('strict profile', () => {
  it('runs the code flow with PKCE as ever', async () => {
    const app = await registerTestApp(service, person)
    const tokens = await obtainTokens(service, person, app)
    await expectAlive(service, app, tokens.access_token)
  })

  it('knows no response type token', async () => {
    await expectNoSuchApp({ response_types: ['token'] }, '/response_types')
    await expectNoSuchApp({ response_types: ['code', 'token'] }, '/response_types')
    const app = await registerTestApp(service, person)
    const request = { response_type: 'token', client_id: app.app_id, redirect_uri: redirectUri }
    const { data } = await authorize({ client: service.as(person.token), body: request })
    expect(data?.redirect_uri).toContain('#error=unsupported_response_type')
    expect(data?.redirect_uri).not.toContain('access_token=')
  })

  it('lets no app sign its ID tokens with HS256', async () => {
    await expectNoSuchApp({ id_token_signed_response_alg: 'HS256' }, '/id_token_signed_response_alg')
  })

  it('lets no app opt out of PKCE', async () => {
    await expectNoSuchApp({ require_pkce: false }, '/require_pkce')
    const app = await registerTestApp(service, person)
    const request = { response_type: 'code', client_id: app.app_id, redirect_uri: redirectUri }
    const { data } = await authorize({ client: service.as(person.token), body: request })
    const answer = new URL(data?.redirect_uri ?? '').searchParams
    expect(answer.get('error')).toBe('invalid_request')
    expect(answer.has('code')).toBe(false)
  })

  it('asks for passwords of 15 characters', async () => {
    for (const short of ['password123', 'fourteen chars', 'é'.repeat(14)]) {
      const body = { email: 'grace@example.com', password: short }
      const refusal = expectRefused(await register({ client: service.as(), body }), 400, 'invalid_request')
      expect(failingPaths(refusal)).toEqual(['/password'])
      expectRefused(await login({ client: service.as(), body }), 401, 'invalid_credentials')
    }
    const body = { email: 'grace@example.com', password: 'é'.repeat(15) }
    expect(status(await register({ client: service.as(), body }))).toBe(201)
  })

  it('refuses common passwords, in whatever case', async () => {
    for (const common of ['passwordpassword', '1qaz2wsx3edc4rfv', 'QWERTY123456789', '12345678987654321']) {
      const body = { email: 'joan@example.com', password: common }
      const refusal = expectRefused(await register({ client: service.as(), body }), 400, 'invalid_request')
      expect(failingPaths(refusal)).toEqual(['/password'])
      expectRefused(await login({ client: service.as(), body }), 401, 'invalid_credentials')
    }
  })

  it('advertises none of what it lacks', async () => {
    const { data } = await getOpenidConfiguration({ client: service.as() })
    expect(data?.response_types_supported).toEqual(['code'])
    expect(data?.grant_types_supported).toEqual(['authorization_code', 'client_credentials', 'refresh_token'])
    expect(data?.id_token_signing_alg_values_supported).toEqual(['RS256', 'ES256', 'EdDSA'])
    const metadata = (await getOauthMetadata({ client: service.as() })).data
    expect(metadata?.response_types_supported).toEqual(['code'])
    expect(metadata?.grant_types_supported).not.toContain('implicit')
  })
})
