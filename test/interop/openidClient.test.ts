import * as openid from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationRequest, AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { answerByApi, callback } from './authorizationByApi.ts'

let service: TestService
let person: Person

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
})

afterAll(() => service.stop())

/** How an app proves itself, by the name it has in the contract and by the library's function. */
const methods = {
  client_secret_basic: (secret: string | undefined) => openid.ClientSecretBasic(secret),
  client_secret_post: (secret: string | undefined) => openid.ClientSecretPost(secret),
  none: () => openid.None(),
} as const

type Method = keyof typeof methods

/** Registers an app and configures the library for it by discovery. ID tokens are checked against the JWKS as well. */
async function configure(method: Method, registration: Partial<AppRegistrationRequest> = {}) {
  const app = await registerTestApp(service, person, {
    redirect_uris: [callback],
    scopes: ['openid', 'profile', 'email', 'offline_access', 'read'],
    token_endpoint_auth_method: method,
    ...registration,
  })
  const { id_token_signed_response_alg } = app.application
  const config = await openid.discovery(
    new URL(service.url),
    app.app_id,
    { id_token_signed_response_alg },
    methods[method](app.app_secret),
    { execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks] },
  )
  return { app, config }
}

type Started = { readonly callbackUrl: URL; readonly checks: openid.AuthorizationCodeGrantChecks }

/** Runs the authorization with everything the library can check: state, nonce, PKCE, issuer. */
async function authorizeWith(config: openid.Configuration, scope = 'openid email'): Promise<Started> {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()]
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope,
    state: expectedState,
    nonce: expectedNonce,
    max_age: '300',
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
  })
  const callbackUrl = await answerByApi(service, person, url)
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, maxAge: 300, idTokenExpected: true }
  return { callbackUrl, checks }
}

async function obtain(config: openid.Configuration, scope?: string) {
  const { callbackUrl, checks } = await authorizeWith(config, scope)
  return openid.authorizationCodeGrant(config, callbackUrl, checks)
}

/** From tokens to userinfo, refresh and revocation; the subject of the ID token is the one everywhere. */
async function useUp(config: openid.Configuration, app: AppRegistrationResponse): Promise<void> {
  const tokens = await obtain(config)
  expect(tokens.claims()).toMatchObject({ sub: person.id, aud: app.app_id, iss: service.url })
  const info = await openid.fetchUserInfo(config, tokens.access_token, person.id)
  expect(info).toMatchObject({ sub: person.id, email: person.email, email_verified: false })

  const fresh = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '')
  expect(fresh.refresh_token).toMatch(/./)
  expect(fresh.refresh_token).not.toBe(tokens.refresh_token)
  expect(fresh.claims()).toMatchObject({ sub: person.id })
  expect(await openid.fetchUserInfo(config, fresh.access_token, person.id)).toEqual(info)

  await openid.tokenRevocation(config, fresh.refresh_token ?? '', { token_type_hint: 'refresh_token' })
  await expect(openid.refreshTokenGrant(config, fresh.refresh_token ?? '')).rejects.toMatchObject({
    error: 'invalid_grant',
    status: 400,
  })
  await expect(openid.fetchUserInfo(config, fresh.access_token, person.id)).rejects.toMatchObject({
    status: 401,
    cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token' } }],
  })
}

describe('openid-client', () => {
  it.each(['client_secret_basic', 'client_secret_post', 'none'] as const)(
    'runs discovery, code with PKCE, tokens, userinfo, refresh and revocation with %s',
    async (method) => {
      const { app, config } = await configure(method)
      expect(config.serverMetadata().supportsPKCE()).toBe(true)
      await useUp(config, app)
    },
  )

  it.each(['ES256', 'EdDSA'] as const)('validates ID tokens signed with %s', async (algorithm) => {
    const { app, config } = await configure('client_secret_basic', {
      id_token_signed_response_alg: algorithm,
    })
    await useUp(config, app)
  })

  it('takes opaque access tokens', async () => {
    const { app, config } = await configure('client_secret_post', { access_token_format: 'opaque' })
    await useUp(config, app)
  })

  it('is given a refresh token that outlives the session with offline_access', async () => {
    const { config } = await configure('client_secret_basic')
    const tokens = await obtain(config, 'openid offline_access')
    expect(tokens.scope).toBe('openid offline_access')
    const fresh = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '', { scope: 'openid' })
    expect(fresh.scope).toBe('openid')
  })

  it.each(['client_secret_basic', 'client_secret_post'] as const)('introspects with %s', async (method) => {
    const { app, config } = await configure(method)
    const tokens = await obtain(config)
    expect(await openid.tokenIntrospection(config, tokens.access_token)).toMatchObject({
      active: true,
      sub: person.id,
      client_id: app.app_id,
      scope: 'openid email',
    })
    await openid.tokenRevocation(config, tokens.access_token)
    expect(await openid.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false })
  })

  it('may not introspect as a public app', async () => {
    const { config } = await configure('none')
    const tokens = await obtain(config)
    await expect(openid.tokenIntrospection(config, tokens.access_token)).rejects.toMatchObject({
      status: 401,
    })
  })

  it.each(['client_secret_basic', 'client_secret_post'] as const)(
    'gets a token of the client’s own with %s',
    async (method) => {
      const { config } = await configure(method)
      const tokens = await openid.clientCredentialsGrant(config, { scope: 'read' })
      expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, scope: 'read' })
      expect(tokens.refresh_token).toBeUndefined()
      expect(tokens.id_token).toBeUndefined()
    },
  )
})

describe('openid-client refuses', () => {
  it('an answer with another state, before it asks for tokens', async () => {
    const { config } = await configure('client_secret_basic')
    const { callbackUrl, checks } = await authorizeWith(config)
    const other = { ...checks, expectedState: openid.randomState() }
    await expect(openid.authorizationCodeGrant(config, callbackUrl, other)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('state') },
    })
    expect((await openid.authorizationCodeGrant(config, callbackUrl, checks)).claims()?.sub).toBe(person.id)
  })

  it('an answer that names another issuer', async () => {
    const { config } = await configure('client_secret_basic')
    const { callbackUrl, checks } = await authorizeWith(config)
    callbackUrl.searchParams.set('iss', 'https://attacker.example')
    await expect(openid.authorizationCodeGrant(config, callbackUrl, checks)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('"iss"') },
    })
  })

  it('an ID token with another nonce', async () => {
    const { config } = await configure('client_secret_basic')
    const { callbackUrl, checks } = await authorizeWith(config)
    const other = { ...checks, expectedNonce: openid.randomNonce() }
    await expect(openid.authorizationCodeGrant(config, callbackUrl, other)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('nonce') },
    })
  })
})

describe('openid-client hears', () => {
  it('invalid_grant for a wrong verifier, and for a code that comes back', async () => {
    const { config } = await configure('none')
    const { callbackUrl, checks } = await authorizeWith(config)
    const wrong = { ...checks, pkceCodeVerifier: openid.randomPKCECodeVerifier() }
    const refused = { error: 'invalid_grant', status: 400 }
    await expect(openid.authorizationCodeGrant(config, callbackUrl, wrong)).rejects.toMatchObject(refused)
    const tokens = await openid.authorizationCodeGrant(config, callbackUrl, checks)
    await expect(openid.authorizationCodeGrant(config, callbackUrl, checks)).rejects.toMatchObject(refused)
    await expect(openid.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject(refused)
  })

  it.each(['client_secret_basic', 'client_secret_post'] as const)(
    'invalid_client with a challenge for a wrong secret (%s)',
    async (method) => {
      const { app } = await configure(method)
      const config = await openid.discovery(new URL(service.url), app.app_id, {}, methods[method]('wrong'), {
        execute: [openid.allowInsecureRequests],
      })
      await expect(openid.clientCredentialsGrant(config)).rejects.toMatchObject({
        status: 401,
        cause: [{ scheme: 'basic' }],
      })
    },
  )

  it('access_denied, with state and issuer, when the person says no', async () => {
    const { config } = await configure('client_secret_basic')
    const state = openid.randomState()
    const pkceCodeVerifier = openid.randomPKCECodeVerifier()
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid',
      state,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      consent: 'deny',
    })
    const callbackUrl = await answerByApi(service, person, url)
    await expect(
      openid.authorizationCodeGrant(config, callbackUrl, { pkceCodeVerifier, expectedState: state }),
    ).rejects.toMatchObject({ error: 'access_denied' })
  })
})
