import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  getOpenidConfiguration,
  getUserinfo,
  issueToken,
  login,
  register as registerAccount,
  registerApp,
  type AppRegistrationRequest,
  type AppRegistrationResponse,
  type AuthorizationRequest,
  type OpenidConfiguration,
} from '../../client/index.ts'
import { authorizeApp, createPkce, redirectUri, signUp, type Person } from '#test/support/actors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, redeem, requestCode } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'
import { register, signIn, type World } from './discoveryProofs.ts'

let service: TestService
let world: World
let app: AppRegistrationResponse
let openid: OpenidConfiguration
beforeAll(async () => {
  service = await startService()
  world = { service, person: await signUp(service) }
  app = await register(world, { response_types: ['code', 'token'] })
  openid = (await getOpenidConfiguration({ client: service.as(), throwOnError: true })).data
})
afterAll(() => service.stop())

const { challenge, verifier } = createPkce()
const s256 = { code_challenge: challenge, code_challenge_method: 'S256' }

/** Authorization requests with something that is not advertised, and the error that the app is told. */
const requests: readonly (readonly [name: string, Partial<AuthorizationRequest>, error: string])[] = [
  ['no PKCE where the app asks for it', {}, 'invalid_request'],
  ['PKCE plain', { code_challenge: verifier, code_challenge_method: 'plain' }, 'invalid_request'],
  ['PKCE without a method, which means plain', { code_challenge: verifier }, 'invalid_request'],
  ['PKCE S512', { ...s256, code_challenge_method: 'S512' }, 'invalid_request'],
  ['response type id_token', { ...s256, response_type: 'id_token' }, 'unsupported_response_type'],
  ['response type code token', { ...s256, response_type: 'code token' }, 'unsupported_response_type'],
  ['response type code id_token', { ...s256, response_type: 'code id_token' }, 'unsupported_response_type'],
  ['response type id_token token', { ...s256, response_type: 'id_token token' }, 'unsupported_response_type'],
  ['response type none', { ...s256, response_type: 'none' }, 'unsupported_response_type'],
  ['response mode form_post', { ...s256, response_mode: 'form_post' }, 'invalid_request'],
  ['response mode web_message', { ...s256, response_mode: 'web_message' }, 'invalid_request'],
  ['response mode query.jwt', { ...s256, response_mode: 'query.jwt' }, 'invalid_request'],
  ['a token in the query', { response_type: 'token', response_mode: 'query' }, 'invalid_request'],
  ['a request object', { ...s256, request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
  ['a request_uri', { ...s256, request_uri: 'https://example.com/r' }, 'request_uri_not_supported'],
  ['scope groups', { ...s256, scope: 'openid groups' }, 'invalid_scope'],
  ['scope admin', { ...s256, scope: 'admin' }, 'invalid_scope'],
]

describe('an authorization request', () => {
  test.each(requests)('with %s is refused', async (_name, request, error) => {
    const answer = await authorizeApp(service, world.person, app.app_id, { scope: 'openid', ...request })
    expect(answer.get('error')).toBe(error)
    expect([...answer.keys()].toSorted()).toEqual(['error', 'error_description', 'error_uri', 'iss', 'state'])
  })

  test('with the parameter claims gets what is there, and nothing else', async () => {
    const asked = { email: { essential: true }, phone_number: null, groups: null }
    const claims = JSON.stringify({ id_token: asked, userinfo: { updated_at: null, groups: null } })
    const extra = { claims, scope: 'openid', consent: 'approve' } as Partial<AuthorizationRequest>
    const tokens = await signIn(world, app, extra)
    const { data } = await getUserinfo({ client: service.as(tokens.access_token), throwOnError: true })
    expect(Object.keys(data)).toEqual(['sub', 'updated_at'])
    const told = decodeJwt(tokens.id_token!)
    expect(told).toHaveProperty('email', world.person.email)
    for (const name of ['phone_number', 'groups', 'updated_at']) expect(told).not.toHaveProperty(name)
  })
})

describe('a token request', () => {
  const grantTypes = [
    ...['password', 'implicit', 'none', 'AUTHORIZATION_CODE', 'urn:openid:params:grant-type:ciba'],
    'urn:ietf:params:oauth:grant-type:device_code',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    'urn:ietf:params:oauth:grant-type:saml2-bearer',
    'urn:ietf:params:oauth:grant-type:token-exchange',
  ]

  test.each(grantTypes)('with the grant type %s is refused', async (grantType) => {
    const { email, password } = world.person
    const more = {
      username: email,
      password,
      assertion: 'a',
      device_code: 'a',
      subject_token: 'a',
      auth_req_id: 'a',
    }
    const body = { grant_type: grantType, ...more, ...credentialsOf(app) }
    const { error } = await issueToken({ client: service.as(), body: body as never })
    expect(error).toMatchObject({ error: 'unsupported_grant_type' })
  })

  test('proven by client_secret_jwt is refused', async () => {
    const assertion = {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'eyJhbGciOiJIUzI1NiJ9.e30.AA',
    }
    const body = { grant_type: 'client_credentials', client_id: app.app_id, ...assertion }
    const { error } = await issueToken({ client: service.as(), body: body as never })
    expect(error).toMatchObject({ error: 'invalid_client' })
  })
})

/** Registrations with something that is not advertised. */
const registrations: readonly (readonly [name: string, object])[] = [
  ...['none', 'PS256', 'RS384', 'RS512', 'ES384', 'HS512', 'rs256'].map(
    (alg) => [`the algorithm ${alg}`, { id_token_signed_response_alg: alg }] as const,
  ),
  ...['client_secret_jwt', 'tls_client_auth', 'self_signed_tls_client_auth'].map(
    (method) => [`the method ${method}`, { token_endpoint_auth_method: method }] as const,
  ),
  ...['password', 'urn:ietf:params:oauth:grant-type:device_code'].map(
    (grantType) => [`the grant type ${grantType}`, { grant_types: [grantType] }] as const,
  ),
  ...['id_token', 'code token', 'none'].map(
    (type) => [`the response type ${type}`, { response_types: [type] }] as const,
  ),
  ...['groups', 'admin'].map((scope) => [`the scope ${scope}`, { scopes: ['openid', scope] }] as const),
  ['the subject type pairwise', { subject_type: 'pairwise' }],
  ...['none', 'HS256', 'ES384', 'RS384', 'PS512', 'ES256K'].map(
    (alg) =>
      [
        `assertions by ${alg}`,
        { token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: alg },
      ] as const,
  ),
  ['encrypted ID tokens', { id_token_encrypted_response_alg: 'RSA-OAEP' }],
]

describe('an app', () => {
  test.each(registrations)('with %s is not registered', async (_name, body) => {
    const given = { name: 'Wrong', redirect_uris: [redirectUri], ...body } as AppRegistrationRequest
    const { response } = await registerApp({ client: service.as(world.person.token), body: given })
    expect(response?.status).toBe(400)
  })
})

/** Members of the metadata that name an endpoint, and where the endpoint would be. */
const endpoints = [
  ['registration_endpoint', '/oauth2/register'],
  ['end_session_endpoint', '/oauth2/logout'],
  ['pushed_authorization_request_endpoint', '/oauth2/par'],
  ['device_authorization_endpoint', '/oauth2/device_authorization'],
  ['check_session_iframe', '/oauth2/session'],
  ['backchannel_authentication_endpoint', '/oauth2/bc-authorize'],
] as const

describe('an endpoint', () => {
  test.each(endpoints)('%s is named if and only if it is there', async (member, path) => {
    const { status, body } = await send(service.url, { method: 'POST', path, headers: {} })
    const isThere = status !== 404 && body?.error !== 'registration_closed'
    expect({ named: member in openid }).toEqual({ named: isThere })
  })

  test('takes no access token from the query, whichever it is', async () => {
    const { access_token: token } = await signIn(world, app)
    const answer = await send(service.url, {
      method: 'GET',
      path: `/oauth2/userinfo?access_token=${token}`,
      headers: {},
    })
    expect(answer.status).toBe(401)
  })
})

describe('the strict profile', () => {
  let strict: TestService
  let user: Person
  const password = 'a passphrase of some length'
  const inStrict = (): World => ({ service: strict, person: user })
  beforeAll(async () => {
    strict = await startService({ LATCHKEY_PROFILE: 'strict' })
    const body = { email: 'strict@example.com', password }
    const { data: account } = await registerAccount({ client: strict.as(), body, throwOnError: true })
    const { data } = await login({ client: strict.as(), body, throwOnError: true })
    user = { id: account.id, email: body.email, password, token: data.token }
  })
  afterAll(() => strict.stop())

  test('advertises less, and what is left works', async () => {
    const { data } = await getOpenidConfiguration({ client: strict.as(), throwOnError: true })
    expect(data.response_types_supported).toEqual(['code'])
    expect(data.grant_types_supported).toEqual(['authorization_code', 'client_credentials', 'refresh_token'])
    expect(data.id_token_signing_alg_values_supported).toEqual(['RS256', 'ES256', 'EdDSA'])
    const { id_token: idToken } = await signIn(inStrict(), await register(inStrict()))
    expect(decodeProtectedHeader(idToken!).alg).toBe('RS256')
  })

  test.each([
    ['the response type token', { response_types: ['code', 'token'] }],
    ['the grant type implicit', { grant_types: ['authorization_code', 'implicit'] }],
    ['HS256', { id_token_signed_response_alg: 'HS256' }],
    ['PKCE switched off', { require_pkce: false }],
  ])('registers no app with %s', async (_name, body) => {
    const given = { name: 'Loose', redirect_uris: [redirectUri], ...body } as AppRegistrationRequest
    const { error } = await registerApp({ client: strict.as(user.token), body: given })
    expect(error).toMatchObject({ error: 'invalid_client_metadata' })
  })

  test.each(['password123', 'passwordpassword', 'short'])(
    'registers no account with the password %s',
    async (weak) => {
      const body = { email: 'weak@example.com', password: weak }
      expect((await registerAccount({ client: strict.as(), body })).response?.status).toBe(400)
    },
  )

  test('holds apps to it that were registered before', async () => {
    const old = await register(inStrict())
    const { clients } = strict.running.context.store
    // As it would stand in the database from the time of the default profile.
    await clients.update(
      (await clients.findOwned(user.id, old.app_id))!,
      {
        requirePkce: false,
        idTokenSignedResponseAlg: 'HS256',
        responseTypes: ['code', 'token'],
        grantTypes: ['authorization_code', 'refresh_token', 'implicit'],
      },
      strict.clock.now(),
    )
    const token = await authorizeApp(strict, user, old.app_id, { response_type: 'token' })
    expect(token.get('error')).toBe('unsupported_response_type')
    const bare = await authorizeApp(strict, user, old.app_id)
    expect(bare.get('error')).toBe('invalid_request')
    const { data } = await redeem(strict, old, await requestCode(strict, user, old))
    expect(data?.id_token === undefined ? null : decodeProtectedHeader(data.id_token).alg).not.toBe('HS256')
  })
})
