import fastify from 'fastify'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { revokeToken } from '../../client/index.ts'
import {
  accessOf,
  authenticate,
  createMachineTokens,
  protectExpress,
  protectFastify,
  verifyAccessToken,
  type ClientProof,
  type MachineOptions,
  type ProtectOptions,
} from '../../client/server/index.ts'
import { parseBasic } from '#src/domain/oauth/clientAuthentication.ts'
import { createSigner, type ClientSigner } from '#test/support/assertions.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { credentialsOf } from '#test/support/tokens.ts'
import { startExpressApp } from '../interop/expressApp.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let opaque: AppRegistrationResponse
let tokens: { access_token: string; id_token?: string; refresh_token?: string }
let apis: Record<'Express' | 'Fastify', string>
const stops: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  const scopes = ['openid', 'profile', 'email', 'read']
  app = await registerTestApp(service, person, { scopes })
  opaque = await registerTestApp(service, person, { scopes, access_token_format: 'opaque' })
  tokens = await obtainTokens(service, person, app, { scope: 'openid read' })
  const introspection = { clientId: opaque.app_id, clientSecret: opaque.app_secret! }
  const options = (scope: string): ProtectOptions => ({ issuer: service.url, scopes: [scope], introspection })
  apis = { Express: await startExpress(options), Fastify: await startFastify(options) }
})
afterAll(async () => {
  for (const stop of stops) await stop()
  await service.stop()
})

async function startExpress(options: (scope: string) => ProtectOptions): Promise<string> {
  const started = await startExpressApp()
  const { app: api, url } = started
  api.get('/read', protectExpress(options('read')), (request, response) => response.json(accessOf(request)))
  api.get('/write', protectExpress(options('write')), (_request, response) => response.json({}))
  stops.push(() => started.stop())
  return url
}
async function startFastify(options: (scope: string) => ProtectOptions): Promise<string> {
  const api = fastify()
  api.get('/read', { onRequest: protectFastify(options('read')) }, async (request) => accessOf(request))
  api.get('/write', { onRequest: protectFastify(options('write')) }, async () => ({}))
  const url = await api.listen({ port: 0, host: '127.0.0.1' })
  stops.push(() => api.close())
  return url
}

describe.each(['Express', 'Fastify'] as const)('an API on %s', (framework) => {
  async function get(path: string, headers: Record<string, string> = {}) {
    const answer = await fetch(`${apis[framework]}${path}`, { headers })
    const body = (await answer.json()) as Record<string, unknown>
    return { status: answer.status, body, challenge: answer.headers.get('www-authenticate') }
  }
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

  test('lets a good token in, by either header or by both, and knows whose it is', async () => {
    const token = tokens.access_token
    for (const headers of [
      bearer(token),
      { 'x-auth-token': token },
      { ...bearer(token), 'x-auth-token': token },
      { authorization: `bearer ${token}` },
    ]) {
      const { status, body } = await get('/read', headers)
      expect(status).toBe(200)
      expect(body).toMatchObject({ sub: person.id, clientId: app.app_id, scopes: ['openid', 'read'] })
    }
  })

  test('asks for a token where there is none, naming no error', async () => {
    expect(await get('/read')).toMatchObject({ status: 401, challenge: 'Bearer realm="api"' })
    expect(await get('/read', { authorization: 'Basic YTpi' })).toMatchObject({ status: 401 })
  })

  test('refuses a bad one', async () => {
    for (const token of [
      'x',
      'a.b.c',
      `${tokens.access_token}x`,
      tokens.id_token!,
      tokens.refresh_token!,
      person.token,
    ]) {
      const { status, body, challenge } = await get('/read', bearer(token))
      expect({ status, error: body['error'] }).toEqual({ status: 401, error: 'invalid_token' })
      expect(challenge).toMatch(/^Bearer realm="api", error="invalid_token", error_description="[^"]+"$/)
    }
  })

  test('refuses two different ones', async () => {
    const two = { ...bearer(tokens.access_token), 'x-auth-token': 'another' }
    expect(await get('/read', two)).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
  })

  test('says which scope is missing', async () => {
    const { status, body, challenge } = await get('/write', bearer(tokens.access_token))
    expect({ status, error: body['error'] }).toEqual({ status: 403, error: 'insufficient_scope' })
    expect(challenge).toMatch(/error="insufficient_scope".*scope="write"/)
  })

  test('asks the service about a token that is no JWT, and sees at once that it was revoked', async () => {
    const { access_token: token } = await obtainTokens(service, person, opaque, { scope: 'openid read' })
    expect(token.split('.')).toHaveLength(1)
    expect(await get('/read', bearer(token))).toMatchObject({ status: 200, body: { sub: person.id } })
    await revokeToken({ client: service.as(), body: { token, ...credentialsOf(opaque) }, throwOnError: true })
    expect(await get('/read', bearer(token))).toMatchObject({ status: 401, body: { error: 'invalid_token' } })
  })
})

describe('authenticate', () => {
  const refusal = async (headers: Headers, options: Partial<ProtectOptions> = {}) =>
    authenticate(headers, { issuer: service.url, ...options }).then(
      () => {
        throw new Error('was let in')
      },
      (error: { toResponse(): Response }) => error.toResponse(),
    )

  test('takes the headers of a Request, and its refusal is a Response', async () => {
    const headers = new Headers({ authorization: `Bearer ${tokens.access_token}` })
    expect(await authenticate(headers, { issuer: service.url })).toMatchObject({ sub: person.id })
    const answer = await refusal(new Headers())
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="api"'])
  })

  test('says that it cannot tell, not that the token is bad, where the issuer does not answer', async () => {
    const headers = new Headers({ 'x-auth-token': 'opaque' })
    const introspection = { clientId: 'app_x', clientSecret: 'wrong' }
    for (const issuer of ['http://127.0.0.1:9', service.url]) {
      const answer = await refusal(headers, { issuer, introspection })
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
      expect(answer.headers.get('www-authenticate')).toBeNull()
    }
  })

  test('sees a revoked JWT at once where it always asks', async () => {
    const { access_token: token } = await obtainTokens(service, person, app, { scope: 'openid read' })
    const introspection = { clientId: app.app_id, clientSecret: app.app_secret!, always: true }
    const headers = new Headers({ 'x-auth-token': token })
    await authenticate(headers, { issuer: service.url, introspection })
    await revokeToken({ client: service.as(), body: { token, ...credentialsOf(app) }, throwOnError: true })
    expect((await refusal(headers, { introspection })).status).toBe(401)
    expect(await authenticate(headers, { issuer: service.url })).toMatchObject({ sub: person.id })
  })
})

describe('createMachineTokens', () => {
  test('gives a token of the app’s own, fetched once for fifty that ask, and another one after a refusal', async () => {
    let count = 0
    const machine = createMachineTokens({
      issuer: service.url,
      clientId: app.app_id,
      clientSecret: app.app_secret!,
      scope: 'read',
      resource: 'https://photos.example/',
      fetch: (input, init) => ((count += 1), fetch(input, init)),
    })
    const given = new Set(await Promise.all(Array.from({ length: 50 }, () => machine.getAccessToken())))
    expect([given.size, count]).toEqual([1, 1])
    const [token] = given
    const options = { issuer: service.url, audience: 'https://photos.example/', scopes: ['read'] }
    expect(await verifyAccessToken(token!, options)).toMatchObject({ sub: app.app_id, clientId: app.app_id })
    machine.forget('another')
    expect(await machine.getAccessToken()).toBe(token)
    machine.forget(token!)
    expect(await machine.getAccessToken()).not.toBe(token)
    expect(count).toBe(2)
  })

  /** What it sent, and the status of the answer. */
  async function spoken(options: Pick<MachineOptions, 'clientId'> & ClientProof) {
    const sent: { authorization: string | null; body: Record<string, string>; status: number }[] = []
    const machine = createMachineTokens({
      issuer: service.url,
      scope: 'read',
      ...options,
      fetch: async (input, init) => {
        const answer = await fetch(input, init)
        const body = Object.fromEntries(new URLSearchParams(init?.body as string))
        sent.push({
          authorization: new Headers(init?.headers).get('authorization'),
          body,
          status: answer.status,
        })
        return answer
      },
    })
    const token = await machine.getAccessToken().catch(() => undefined)
    return { ...sent[0]!, token }
  }

  test('sends the secret in the header, form-encoded, and in the body only where it is told to', async () => {
    const own = { clientId: app.app_id, clientSecret: app.app_secret! }
    const { token, authorization, body } = await spoken(own)
    expect(token).toBeDefined()
    expect(parseBasic(authorization!)).toEqual(own)
    expect(body).toEqual({ grant_type: 'client_credentials', scope: 'read' })
    const odd = { clientId: 'app_a:b', clientSecret: 'c:d e%+' }
    expect(parseBasic((await spoken(odd)).authorization!)).toEqual(odd)
    const postOnly = await registerTestApp(service, person, {
      scopes: ['read'],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_post',
    })
    const secret = { clientId: postOnly.app_id, clientSecret: postOnly.app_secret! }
    expect(await spoken(secret)).toMatchObject({ status: 401, token: undefined })
    const posted = await spoken({ ...secret, authMethod: 'client_secret_post' } as const)
    expect(posted).toMatchObject({ status: 200, authorization: null, body: { client_id: postOnly.app_id } })
  })

  describe.each(['ES256', 'RS256', 'PS256', 'EdDSA'])('with a key for %s', (algorithm) => {
    let keyed: AppRegistrationResponse
    let signer: ClientSigner
    beforeAll(async () => {
      signer = await createSigner(algorithm, 'one')
      keyed = await registerTestApp(service, person, {
        scopes: ['read'],
        grant_types: ['client_credentials'],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [signer.publicJwk] },
      })
    })

    test('proves itself by an assertion, whether it is a CryptoKey or a JWK, each time by another one', async () => {
      const seen = new Set<unknown>()
      for (const privateKey of [signer.privateKey, { ...signer.privateJwk, alg: algorithm }]) {
        const { token, body, authorization } = await spoken({ clientId: keyed.app_id, privateKey })
        expect(await verifyAccessToken(token!, { issuer: service.url })).toMatchObject({ sub: keyed.app_id })
        expect([authorization, body['client_secret']]).toEqual([null, undefined])
        seen.add(decodeJwt(body['client_assertion']!).jti)
        const { kid } = decodeProtectedHeader(body['client_assertion']!)
        expect(kid).toBe(privateKey === signer.privateKey ? undefined : 'one')
      }
      expect(seen.size).toBe(2)
    })

    test('is refused with the key of somebody else', async () => {
      const { privateKey } = await createSigner(algorithm)
      const { status, token } = await spoken({ clientId: keyed.app_id, privateKey, keyId: 'one' })
      expect([status, token]).toEqual([401, undefined])
    })
  })

  test('says of a key that it cannot be used', async () => {
    const { privateKey } = await createSigner('ES384')
    const machine = createMachineTokens({ issuer: service.url, clientId: app.app_id, privateKey })
    await expect(machine.getAccessToken()).rejects.toThrow('ES256, RS256, PS256 or EdDSA')
    const { publicJwk } = await createSigner()
    const without = createMachineTokens({ issuer: service.url, clientId: app.app_id, privateKey: publicJwk })
    await expect(without.getAccessToken()).rejects.toThrow()
  })

  test('throws what refuses it', async () => {
    const machine = createMachineTokens({ issuer: service.url, clientId: app.app_id, clientSecret: 'wrong' })
    await expect(machine.getAccessToken()).rejects.toMatchObject({ status: 401, error: 'invalid_client' })
  })
})
