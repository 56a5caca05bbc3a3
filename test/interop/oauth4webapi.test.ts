import { createHmac } from 'node:crypto'
import * as oauth from 'oauth4webapi'
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

const insecure = { [oauth.allowInsecureRequests]: true }

/** How an app proves itself, by the name it has in the contract and by the library's function. */
const methods = {
  client_secret_basic: (secret: string | undefined) => oauth.ClientSecretBasic(secret ?? ''),
  client_secret_post: (secret: string | undefined) => oauth.ClientSecretPost(secret ?? ''),
  none: () => oauth.None(),
} as const

/** One app, as the library's functions take it. */
type Party = {
  readonly app: AppRegistrationResponse
  readonly server: oauth.AuthorizationServer
  readonly client: oauth.Client
  readonly authentication: oauth.ClientAuth
}

async function discover(algorithm: 'oidc' | 'oauth2'): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(service.url)
  return oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, { algorithm, ...insecure }),
  )
}

async function enrol(
  method: keyof typeof methods,
  registration: Partial<AppRegistrationRequest> = {},
): Promise<Party> {
  const app = await registerTestApp(service, person, {
    redirect_uris: [callback],
    scopes: ['openid', 'profile', 'email', 'read', 'write'],
    token_endpoint_auth_method: method,
    ...registration,
  })
  const { id_token_signed_response_alg } = app.application
  return {
    app,
    server: await discover('oidc'),
    client: { client_id: app.app_id, id_token_signed_response_alg },
    authentication: methods[method](app.app_secret),
  }
}

/** Asks for a code with PKCE, state and nonce, and lets the library judge the answer. */
async function requestCode({ server, client }: Party, more: Record<string, string> = {}) {
  const verifier = oauth.generateRandomCodeVerifier()
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()]
  const url = new URL(server.authorization_endpoint ?? '')
  url.search = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  }).toString()
  const callbackUrl = await answerByApi(service, person, url)
  return { answer: oauth.validateAuthResponse(server, client, callbackUrl, state), verifier, nonce }
}

type Requested = Awaited<ReturnType<typeof requestCode>>

/** Redeems a code. The ID token's claims are validated, and its signature against the JWKS where that holds the key. */
async function redeem({ server, client, authentication }: Party, { answer, verifier, nonce }: Requested) {
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    authentication,
    answer,
    callback,
    verifier,
    insecure,
  )
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  if (client.id_token_signed_response_alg !== 'HS256')
    await oauth.validateApplicationLevelSignature(server, response, insecure)
  return tokens
}

async function refresh({ server, client, authentication }: Party, token: string) {
  const response = await oauth.refreshTokenGrantRequest(server, client, authentication, token, insecure)
  return oauth.processRefreshTokenResponse(server, client, response)
}

async function readUserinfo({ server, client }: Party, token: string) {
  return oauth.processUserInfoResponse(
    server,
    client,
    person.id,
    await oauth.userInfoRequest(server, client, token, insecure),
  )
}

async function revoke({ server, client, authentication }: Party, token: string): Promise<void> {
  const response = await oauth.revocationRequest(server, client, authentication, token, insecure)
  await oauth.processRevocationResponse(response)
}

async function introspect({ server, client, authentication }: Party, token: string) {
  const response = await oauth.introspectionRequest(server, client, authentication, token, insecure)
  return oauth.processIntrospectionResponse(server, client, response)
}

async function useUp(party: Party): Promise<void> {
  const tokens = await redeem(party, await requestCode(party))
  expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: person.id, aud: party.app.app_id })
  expect(await readUserinfo(party, tokens.access_token)).toMatchObject({ email: person.email })
  const fresh = await refresh(party, tokens.refresh_token ?? '')
  expect(fresh.refresh_token).not.toBe(tokens.refresh_token)
  expect(await readUserinfo(party, fresh.access_token)).toMatchObject({ email: person.email })
  await revoke(party, fresh.refresh_token ?? '')
  await expect(refresh(party, fresh.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' })
  await expect(readUserinfo(party, fresh.access_token)).rejects.toMatchObject({ status: 401 })
}

describe('oauth4webapi', () => {
  it('finds one server by either discovery document', async () => {
    const [openid, plain] = [await discover('oidc'), await discover('oauth2')]
    expect(openid).toMatchObject(plain)
    expect(plain.authorization_response_iss_parameter_supported).toBe(true)
  })

  it.each(['client_secret_basic', 'client_secret_post', 'none'] as const)(
    'runs code with PKCE, tokens, userinfo, refresh and revocation with %s',
    async (method) => useUp(await enrol(method)),
  )

  it.each([
    ['RS256', {}],
    ['ES256', { id_token_signed_response_alg: 'ES256' }],
    ['EdDSA', { id_token_signed_response_alg: 'EdDSA' }],
  ] as const)('validates ID tokens signed with %s', async (algorithm, registration) => {
    const party = await enrol('client_secret_basic', registration)
    const tokens = await redeem(party, await requestCode(party))
    const [header = ''] = (tokens.id_token ?? '').split('.')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: algorithm })
  })

  it('accepts an HS256 ID token whose key is the secret of the app', async () => {
    const party = await enrol('client_secret_post', { id_token_signed_response_alg: 'HS256' })
    const tokens = await redeem(party, await requestCode(party))
    const [header, payload, signature] = (tokens.id_token ?? '').split('.')
    const mac = createHmac('sha256', party.app.app_secret ?? '').update(`${header}.${payload}`)
    expect(signature).toBe(mac.digest('base64url'))
  })

  it.each(['client_secret_basic', 'client_secret_post'] as const)(
    'gets a client’s own token and introspects it with %s',
    async (method) => {
      const party = await enrol(method)
      const { server, client, authentication } = party
      const tokens = await oauth.processClientCredentialsResponse(
        server,
        client,
        await oauth.clientCredentialsGrantRequest(
          server,
          client,
          authentication,
          { scope: 'read' },
          insecure,
        ),
      )
      const active = { active: true, client_id: party.app.app_id, scope: 'read' }
      expect(await introspect(party, tokens.access_token)).toMatchObject(active)
      await revoke(party, tokens.access_token)
      expect(await introspect(party, tokens.access_token)).toEqual({ active: false })
    },
  )

  it('as a resource server takes an access token for its resource, offline (RFC 9068)', async () => {
    const resource = 'https://api.example.com/orders'
    const party = await enrol('client_secret_basic')
    const tokens = await redeem(party, await requestCode(party, { scope: 'openid read', resource }))
    const request = new Request(resource, { headers: { authorization: `Bearer ${tokens.access_token}` } })
    const claims = await oauth.validateJwtAccessToken(party.server, request, resource, insecure)
    expect(claims).toMatchObject({ sub: person.id, client_id: party.app.app_id, scope: 'openid read' })
    await expect(
      oauth.validateJwtAccessToken(party.server, request, 'https://other.example.com', insecure),
    ).rejects.toThrow(/aud/)
  })
})

describe('oauth4webapi hears', () => {
  it('errors of the authorization by the callback', async () => {
    const party = await enrol('client_secret_basic')
    await expect(requestCode(party, { scope: 'openid nonsense' })).rejects.toMatchObject({
      error: 'invalid_scope',
    })
    await expect(requestCode(party, { prompt: 'none', max_age: '300' })).resolves.toBeTruthy()
  })

  it('invalid_grant for a code that comes back, and then the tokens are dead', async () => {
    const party = await enrol('client_secret_post')
    const requested = await requestCode(party)
    const tokens = await redeem(party, requested)
    await expect(redeem(party, requested)).rejects.toMatchObject({ error: 'invalid_grant', status: 400 })
    expect(await introspect(party, tokens.access_token)).toEqual({ active: false })
  })
})
