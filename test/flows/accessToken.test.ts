import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  getJwks,
  issueToken,
  type AppRegistrationRequest,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, introspect, refreshed } from '#test/support/tokens.ts'

let service: TestService
let person: Person

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
})

afterAll(() => service.stop())

const scopes = ['openid', 'profile', 'email', 'read']
const resource = 'https://api.example.com/'

function appWith(body: Partial<AppRegistrationRequest> = {}): Promise<AppRegistrationResponse> {
  return registerTestApp(service, person, { scopes, ...body })
}

async function ownToken(app: AppRegistrationResponse, more: object = {}): Promise<string> {
  const body = { grant_type: 'client_credentials' as const, ...credentialsOf(app), ...more }
  return (await issueToken({ client: service.as(), body, throwOnError: true })).data.access_token
}

/** What a resource server does that verifies by itself (RFC 9068 §4). */
async function verify(token: string, audience: string) {
  const { data } = await getJwks({ client: service.as(), throwOnError: true })
  const rules = { issuer: service.url, audience, algorithms: ['ES256'], typ: 'at+jwt' }
  return (await jwtVerify(token, createLocalJWKSet(data), rules)).payload
}

describe('JWT access token', () => {
  it('verifies against the JWKS and says who may do what for whom', async () => {
    const app = await appWith()
    const { access_token } = await obtainTokens(service, person, app)
    const claims = await verify(access_token, service.url)
    expect(claims).toEqual({
      iss: service.url,
      sub: person.id,
      aud: service.url,
      client_id: app.app_id,
      jti: expect.any(String),
      gid: expect.any(String),
      iat: expect.any(Number),
      exp: (claims.iat ?? 0) + 3600,
      scope: 'openid profile email',
    })
    expect(access_token).not.toContain(Buffer.from(person.email).toString('base64url'))
  })

  it('names a published key and leads nobody astray', async () => {
    const { access_token } = await obtainTokens(service, person, await appWith())
    const header = decodeProtectedHeader(access_token)
    expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) })
    const { data } = await getJwks({ client: service.as() })
    expect(data?.keys.find(({ kid }) => kid === header.kid)?.alg).toBe('ES256')
  })

  it('of an app itself speaks of the app and of no grant', async () => {
    const app = await appWith()
    const claims = await verify(await ownToken(app), service.url)
    expect(claims).toMatchObject({ sub: app.app_id, client_id: app.app_id, scope: 'read' })
    expect(claims).not.toHaveProperty('gid')
  })

  it('is for the one resource that was asked for', async () => {
    const app = await appWith()
    for (const token of [
      (await obtainTokens(service, person, app, { resource })).access_token,
      await ownToken(app, { resource }),
    ]) {
      await verify(token, resource)
      await expect(verify(token, service.url)).rejects.toThrow(/"aud"/)
    }
  })

  it('is never the same twice, and keeps its grant over a refresh', async () => {
    const app = await appWith()
    const own = await Promise.all([1, 2, 3, 4].map(() => ownToken(app)))
    expect(new Set(own.map((token) => decodeJwt(token).jti)).size).toBe(4)
    const tokens = await obtainTokens(service, person, app)
    const next = await refreshed(service, app, tokens.refresh_token)
    const [before, after] = [decodeJwt(tokens.access_token), decodeJwt(next.access_token)]
    expect(after['gid']).toBe(before['gid'])
    expect(after.jti).not.toBe(before.jti)
  })
})

describe('opaque access token', () => {
  it('says nothing by itself and everything at introspection', async () => {
    const app = await appWith({ access_token_format: 'opaque' })
    const { access_token, refresh_token } = await obtainTokens(service, person, app, { resource })
    expect(access_token).toMatch(/^access_[\w-]{49}$/)
    expect(await introspect(service, app, access_token)).toMatchObject({
      active: true,
      aud: resource,
      sub: person.id,
    })
    expect((await refreshed(service, app, refresh_token)).access_token).toMatch(/^access_/)
    expect(await ownToken(app)).toMatch(/^access_/)
  })

  it('is never the same twice', async () => {
    const app = await appWith({ access_token_format: 'opaque' })
    const tokens = await Promise.all([1, 2, 3, 4].map(() => ownToken(app)))
    expect(new Set(tokens).size).toBe(4)
  })
})
