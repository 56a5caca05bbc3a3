import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  authorize,
  getUserinfo,
  issueToken,
  listApps,
  type AppRegistrationResponse,
  type TokenResponse,
} from '../../client/index.ts'
import {
  authorizeApp,
  createPkce,
  obtainTokens,
  redirectUri,
  registerTestApp,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { authorizationDoors, heard, requestAt, type Door } from '#test/support/authorizationDoors.ts'
import { entryPoints, errorOf, post } from '#test/support/entryPoints.ts'
import { claimsOf } from '#test/support/jwtParts.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, introspect, refreshed } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let unused: TokenResponse
let doors: readonly Door[]

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person, {
    scopes: ['openid', 'email', 'read', 'offline_access'],
    response_types: ['code', 'token'],
  })
  doors = await authorizationDoors(service, person, app.app_id)
  unused = await obtainTokens(service, person, app, { scope: 'openid email' })
})

afterAll(() => service.stop())

async function clientToken(own: AppRegistrationResponse, more: object = {}): Promise<TokenResponse> {
  const body = { grant_type: 'client_credentials' as const, ...credentialsOf(own), ...more }
  return (await issueToken({ client: service.as(), body, throwOnError: true })).data
}

describe('more scope than there is', () => {
  const excessive = [
    ...[
      'write',
      'openid write',
      'profile',
      'admin',
      'metrics',
      '*',
      'openid *',
      'OPENID',
      'openid:read',
      'read:all',
    ],
    ...[
      'openid\twrite',
      'openid  email',
      ' openid',
      'openid ',
      'openid\u00a0write',
      'openid,email',
      'openid+email',
      'öpenid',
    ],
    ...['openid\nwrite', '"openid"', 'openid\\', '__proto__', 'constructor', `openid ${'a'.repeat(1000)}`],
  ]

  it.each(excessive)('is given at no step: %j', async (scope) => {
    for (const request of [
      {},
      { response_type: 'token' },
      { prompt: 'consent', consent: 'approve' as const },
    ]) {
      const answer = await authorizeApp(service, person, app.app_id, {
        scope,
        code_challenge: createPkce().challenge,
        code_challenge_method: 'S256',
        ...request,
      })
      expect([answer.get('error'), answer.has('code'), answer.has('access_token')]).toEqual([
        'invalid_scope',
        false,
        false,
      ])
    }
    const challenge = { code_challenge: createPkce().challenge, code_challenge_method: 'S256' }
    for (const request of [challenge, { response_type: 'token' }])
      for (const { name, ask } of doors) {
        const answer = heard(await ask(requestAt(app.app_id, { scope, ...request })))
        expect([name, answer.get('error'), answer.has('code'), answer.has('access_token')]).toEqual([
          name,
          'invalid_scope',
          false,
          false,
        ])
      }
    const { refresh_token } = unused
    for (const { ask } of entryPoints(service, app, ['/oauth2/token'])) {
      expect(errorOf(await ask({ grant_type: 'client_credentials', scope }))).toBe('400 invalid_scope')
      expect(errorOf(await ask({ grant_type: 'refresh_token', refresh_token, scope }))).toBe(
        '400 invalid_scope',
      )
    }
  })

  it('is not smuggled in with the exchange of a code', async () => {
    for (const { name, ask } of entryPoints(service, app)) {
      const { verifier, challenge } = createPkce()
      const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
      const answer = await authorizeApp(service, person, app.app_id, { scope: 'openid', ...pkce })
      const exchange = {
        grant_type: 'authorization_code',
        code: answer.get('code')!,
        redirect_uri: redirectUri,
      }
      const { body } = await ask({
        ...exchange,
        code_verifier: verifier,
        scope: 'openid email read offline_access',
      })
      expect([name, body.scope, claimsOf(body.access_token)['scope']]).toEqual([name, 'openid', 'openid'])
    }
  })

  it('is no person’s in a token of an app itself, whatever the app may ask for', async () => {
    for (const scope of ['openid', 'email', 'offline_access', 'read openid', 'profile', 'address', 'phone'])
      for (const { ask } of entryPoints(service, app))
        expect(errorOf(await ask({ grant_type: 'client_credentials', scope }))).toBe('400 invalid_scope')
    const { access_token: token, ...rest } = await clientToken(app)
    expect(rest).not.toHaveProperty('refresh_token')
    expect(rest).not.toHaveProperty('id_token')
    expect(claimsOf(token)).toMatchObject({ sub: app.app_id, client_id: app.app_id, scope: 'read' })
    expect(claimsOf(token)).not.toHaveProperty('gid')
  })
})

describe('a token', () => {
  it('of an app, with a user or without, is no sign-in anywhere', async () => {
    const tokens = await obtainTokens(service, person, app, { scope: 'openid email read' })
    const body = { response_type: 'code', client_id: app.app_id, redirect_uri: redirectUri }
    for (const token of [tokens.access_token, (await clientToken(app)).access_token]) {
      expectRefused(await listApps({ client: service.as(token) }), 401, 'invalid_token')
      expectRefused(await authorize({ client: service.as(token), body }), 401, 'invalid_token')
    }
  })

  it('of an app itself is nobody at userinfo', async () => {
    for (const access_token_format of ['jwt', 'opaque'] as const) {
      const own = await registerTestApp(service, person, { access_token_format, scopes: ['openid', 'read'] })
      const answer = await getUserinfo({ client: service.as((await clientToken(own)).access_token) })
      expectRefused(answer, 403, 'insufficient_scope')
    }
  })

  it.each(['jwt', 'opaque'] as const)('for one resource opens no other (%s)', async (access_token_format) => {
    const own = await registerTestApp(service, person, { access_token_format })
    for (const resource of ['https://api.example.com', `${service.url}/`, `${service.url}/oauth2/userinfo`]) {
      const { access_token: token } = await obtainTokens(service, person, own, { resource })
      expectRefused(await getUserinfo({ client: service.as(token) }), 401, 'invalid_token')
      expect((await introspect(service, own, token)).aud).toBe(resource)
    }
  })

  it('keeps its resource when it is refreshed, and takes no other', async () => {
    const resource = 'https://api.example.com'
    const tokens = await obtainTokens(service, person, app, { resource, scope: 'openid read' })
    const members = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token }
    for (const { ask } of entryPoints(service, app))
      for (const other of ['https://other.example.com', service.url, 'https://api.example.com/'])
        expect(errorOf(await ask({ ...members, resource: other }))).toBe('400 invalid_target')
    const next = await refreshed(service, app, tokens.refresh_token)
    expect(claimsOf(next.access_token)['aud']).toBe(resource)
    expectRefused(await getUserinfo({ client: service.as(next.access_token) }), 401, 'invalid_token')
  })

  it.each([
    ...[
      'api',
      '/api',
      '//api.example.com',
      'https://',
      'https://api.example.com/#x',
      'https://api.example.com/ b',
    ],
    ...[
      'https://api.example.com/\u0000',
      'https://äpi.example.com/',
      'a b',
      `https://a.example/${'a'.repeat(2048)}`,
    ],
  ])('has no audience that is no URI: %j', async (resource) => {
    for (const { ask } of entryPoints(service, app))
      expect(errorOf(await ask({ grant_type: 'client_credentials', resource }))).toBe('400 invalid_target')
  })
})

describe('a claim', () => {
  it('about who somebody is comes from us, not from what an app or a person writes', async () => {
    const victim = await signUp(service)
    const own = await registerTestApp(service, person, { name: victim.id, description: victim.email })
    const tokens = await obtainTokens(service, person, own, {
      ...({
        sub: victim.id,
        login_hint: victim.email,
        claims: JSON.stringify({ userinfo: { email: { value: victim.email } } }),
      } as object),
      nonce: `{"sub":"${victim.id}"}`,
      state: `&sub=${victim.id}`,
    })
    expect(claimsOf(tokens.id_token!)).toMatchObject({ sub: person.id, aud: own.app_id, iss: service.url })
    const { data } = await getUserinfo({ client: service.as(tokens.access_token) })
    expect(data).toMatchObject({ sub: person.id, email: person.email, email_verified: false })
    expect(claimsOf((await clientToken(own)).access_token)['sub']).toBe(own.app_id)
    // Whoever asks for somebody else by claims gets nobody (OpenID Connect Core §5.5.1).
    const claims = JSON.stringify({ id_token: { sub: { value: victim.id } } })
    const answer = await authorizeApp(service, person, own.app_id, {
      claims,
      code_challenge: createPkce().challenge,
      code_challenge_method: 'S256',
    })
    expect([answer.get('error'), answer.has('code')]).toEqual(['login_required', false])
  })

  it('cannot be chosen at the token endpoint', async () => {
    const more = {
      sub: 'admin',
      aud: 'x',
      iss: 'x',
      jti: 'x',
      exp: '9999999999',
      roles: 'admin',
      client: 'x',
      gid: 'x',
    }
    const { body } = await post(service, '/oauth2/token', {
      grant_type: 'client_credentials',
      ...credentialsOf(app),
      ...more,
    })
    const claims = claimsOf(body.access_token)
    expect(claims).toMatchObject({ sub: app.app_id, aud: service.url, iss: service.url })
    expect(Object.keys(claims).toSorted()).toEqual([
      'aud',
      'client_id',
      'exp',
      'iat',
      'iss',
      'jti',
      'scope',
      'sub',
    ])
  })

  it('is never a role: an operator’s flag is in no request and in no token', async () => {
    const path = `/api/v1/apps/${app.app_id}`
    const headers = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' }
    for (const member of [
      'first_party',
      'resources',
      'rate_limit_hour',
      'rate_limit_day',
      'owner_id',
      'app_id',
      'id',
      'created_at',
    ]) {
      const body = JSON.stringify({ name: 'Mine', [member]: true })
      expect([member, (await send(service.url, { method: 'PATCH', path, headers, body })).status]).toEqual([
        member,
        400,
      ])
    }
    expect(status(await getUserinfo({ client: service.as(person.token) }))).toBe(401)
  })
})
