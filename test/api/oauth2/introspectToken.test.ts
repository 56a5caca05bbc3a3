import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { introspectToken, issueToken, type AppRegistrationResponse } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf, credentialsOf, introspect } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person, { scopes: ['openid', 'profile', 'email', 'read'] })
})

afterAll(() => service.stop())

describe('introspectToken', () => {
  it('tells an app what its access token is', async () => {
    const { access_token: token } = await obtainTokens(service, person, app)
    const answer = await introspectToken({ client: service.as(), body: { token, ...credentialsOf(app) } })
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      active: true,
      scope: 'openid profile email',
      client_id: app.app_id,
      token_type: 'Bearer',
      iat: expect.any(Number),
      exp: (answer.data?.iat ?? 0) + 3600,
      sub: person.id,
      aud: service.url,
      iss: service.url,
      jti: expect.any(String),
    })
  })

  it('tells an app what its refresh token is, never as a token to accept', async () => {
    const { refresh_token: token = '' } = await obtainTokens(service, person, app)
    const answer = await introspect(service, app, token)
    expect(answer).toMatchObject({ active: true, client_id: app.app_id, sub: person.id })
    expect(answer).not.toHaveProperty('token_type')
  })

  it('tells an app about a token of its own, whose subject is the app', async () => {
    const body = { grant_type: 'client_credentials' as const, ...credentialsOf(app) }
    const { data } = await issueToken({ client: service.as(), body, throwOnError: true })
    expect(await introspect(service, app, data.access_token)).toMatchObject({
      active: true,
      sub: app.app_id,
      client_id: app.app_id,
      scope: 'read',
    })
  })

  it('takes Basic credentials and any hint', async () => {
    const { access_token: token } = await obtainTokens(service, person, app)
    const headers = basicOf(app.app_id, app.app_secret ?? '')
    const body = { token, token_type_hint: 'refresh_token' }
    const { data } = await introspectToken({ client: service.as(), body, headers })
    expect(data?.active).toBe(true)
  })

  it('says exactly that it is inactive of everything else', async () => {
    const tokens = await obtainTokens(service, person, app)
    const other = await registerTestApp(service, person)
    const nothing = [
      'nonsense',
      'access_AAAA',
      person.token,
      tokens.id_token ?? '',
      app.app_secret ?? '',
      `${tokens.access_token}x`,
      tokens.access_token.replace(/\.[^.]+$/, '.'),
    ]
    for (const token of nothing) expect(await introspect(service, app, token)).toEqual({ active: false })
    for (const token of [tokens.access_token, tokens.refresh_token ?? ''])
      expect(await introspect(service, other, token)).toEqual({ active: false })
  })

  it('says nothing more of a token that has expired', async () => {
    const { access_token: token } = await obtainTokens(service, await signUp(service), app, {
      consent: 'approve',
    })
    service.clock.advance(3601)
    expect(await introspect(service, app, token)).toEqual({ active: false })
  })

  it('refuses public apps and whoever is not the app', async () => {
    const owner = await signUp(service)
    const [own, open] = [
      await registerTestApp(service, owner),
      await registerTestApp(service, owner, { token_endpoint_auth_method: 'none' }),
    ]
    const { access_token: token } = await obtainTokens(service, owner, open)
    const given = await obtainTokens(service, owner, own)
    const bodies = [
      { token, client_id: open.app_id },
      { token: given.access_token },
      { token: given.access_token, client_id: own.app_id },
      { token: given.access_token, client_id: own.app_id, client_secret: 'secret_wrong' },
      { token: given.access_token, client_id: 'app_unknown', client_secret: own.app_secret },
    ]
    for (const body of bodies)
      expectRefused(await introspectToken({ client: service.as(), body }), 401, 'invalid_client')
  })

  it('refuses a request without a token', async () => {
    const body = { ...credentialsOf(app) } as never
    expectRefused(await introspectToken({ client: service.as(), body }), 400, 'invalid_request')
  })
})
