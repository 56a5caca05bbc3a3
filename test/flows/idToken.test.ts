import { createHash } from 'node:crypto'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JWTVerifyOptions } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createAppSecret,
  getJwks,
  issueToken,
  updateApp,
  type AppRegistrationRequest,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { obtainTokens, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf, redeem, refreshed, requestCode } from '#test/support/tokens.ts'

let service: TestService
let person: Person

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

async function appWith(body: Partial<AppRegistrationRequest>): Promise<AppRegistrationResponse> {
  person = await signUp(service)
  return registerTestApp(service, person, body)
}

/** What a careful client checks (OpenID Connect Core §3.1.3.7). */
function rules(app: AppRegistrationResponse, alg: string): JWTVerifyOptions {
  const currentDate = service.clock.now()
  return { issuer: service.url, audience: app.app_id, algorithms: [alg], typ: 'JWT', currentDate }
}

async function verify(idToken: string | undefined, app: AppRegistrationResponse, alg: string) {
  const { data } = await getJwks({ client: service.as(), throwOnError: true })
  return (await jwtVerify(idToken ?? '', createLocalJWKSet(data), rules(app, alg))).payload
}

/** Verifies with a shared secret, as only an app with HS256 does. */
async function verifyWithSecret(idToken: string | undefined, app: AppRegistrationResponse, secret = '') {
  return (await jwtVerify(idToken ?? '', Buffer.from(secret), rules(app, 'HS256'))).payload
}

function halfHash(text: string, digest: 'sha256' | 'sha512'): string {
  const bytes = createHash(digest).update(text).digest()
  return bytes.subarray(0, bytes.length / 2).toString('base64url')
}

const algorithms = [
  ['RS256', 'sha256'],
  ['ES256', 'sha256'],
  ['EdDSA', 'sha512'],
] as const

describe('ID token', () => {
  it.each(algorithms)(
    'signed with %s verifies against the JWKS and says who signed in when',
    async (alg, digest) => {
      const app = await appWith({ id_token_signed_response_alg: alg })
      const signedInAt = Math.floor(service.clock.now().getTime() / 1000)
      service.clock.advance(100)
      const requested = await requestCode(service, person, app, { nonce: 'n-0S6_WzA2Mj' })
      const { data: tokens } = await redeem(service, app, requested)
      const claims = await verify(tokens?.id_token, app, alg)
      expect(claims).toEqual({
        iss: service.url,
        sub: person.id,
        aud: app.app_id,
        azp: app.app_id,
        iat: expect.any(Number),
        exp: (claims.iat ?? 0) + 3600,
        auth_time: expect.any(Number),
        acr: 'aal1',
        amr: ['pwd'],
        nonce: 'n-0S6_WzA2Mj',
        at_hash: halfHash(tokens?.access_token ?? '', digest),
        c_hash: halfHash(requested.code, digest),
        sid: expect.any(String),
      })
      expect(Math.abs((claims['auth_time'] as number) - signedInAt)).toBeLessThanOrEqual(5)
      expect((claims.iat ?? 0) - (claims['auth_time'] as number)).toBeGreaterThanOrEqual(99)
    },
  )

  it('is RS256 unless the app says otherwise, with the kid of a published key and nothing to lead astray', async () => {
    const app = await appWith({})
    const { id_token } = await obtainTokens(service, person, app)
    const header = decodeProtectedHeader(id_token ?? '')
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) })
    const { data } = await getJwks({ client: service.as() })
    expect(data?.keys.find(({ kid }) => kid === header.kid)?.alg).toBe('RS256')
  })

  it('has no nonce where none was sent, and no claims of other scopes', async () => {
    const app = await appWith({})
    const claims = await verify((await obtainTokens(service, person, app)).id_token, app, 'RS256')
    for (const name of ['nonce', 'email', 'email_verified']) expect(claims).not.toHaveProperty(name)
  })

  it('is for one app: no other takes it', async () => {
    const app = await appWith({})
    const other = await registerTestApp(service, person)
    const { id_token } = await obtainTokens(service, person, app)
    await expect(verify(id_token, other, 'RS256')).rejects.toThrow(/"aud"/)
  })

  it('tells after a refresh of the same sign-in, with the new access token and without the nonce', async () => {
    const app = await appWith({})
    const tokens = await obtainTokens(service, person, app, { nonce: 'n-0S6_WzA2Mj' })
    const before = await verify(tokens.id_token, app, 'RS256')
    service.clock.advance(1000)
    const next = await refreshed(service, app, tokens.refresh_token)
    const after = await verify(next.id_token, app, 'RS256')
    for (const name of ['iss', 'sub', 'aud', 'azp', 'auth_time', 'sid'])
      expect(after[name]).toEqual(before[name])
    expect(after.iat).toBeGreaterThanOrEqual((before.iat ?? 0) + 1000)
    expect(after['at_hash']).toBe(halfHash(next.access_token, 'sha256'))
    // OpenID Connect Core §12.2: it should not have one, even when the original had.
    for (const name of ['nonce', 'c_hash']) expect(after).not.toHaveProperty(name)
  })

  it('follows the app to another algorithm', async () => {
    const app = await appWith({})
    const path = { appId: app.app_id }
    const body = { id_token_signed_response_alg: 'EdDSA' as const }
    await updateApp({ client: service.as(person.token), path, body, throwOnError: true })
    await verify((await obtainTokens(service, person, app)).id_token, app, 'EdDSA')
  })

  it('has an hour to live', async () => {
    const app = await appWith({})
    const { id_token } = await obtainTokens(service, person, app)
    service.clock.advance(3601)
    await expect(verify(id_token, app, 'RS256')).rejects.toThrow(/"exp"/)
  })
})

describe('ID token with HS256', () => {
  it('is keyed by the secret that the very request presented', async () => {
    const app = await appWith({ id_token_signed_response_alg: 'HS256' })
    const tokens = await obtainTokens(service, person, app, { nonce: 'n-0S6_WzA2Mj' })
    const claims = await verifyWithSecret(tokens.id_token, app, app.app_secret)
    expect(claims).toMatchObject({
      sub: person.id,
      nonce: 'n-0S6_WzA2Mj',
      at_hash: halfHash(tokens.access_token, 'sha256'),
    })
    await expect(verifyWithSecret(tokens.id_token, app, 'secret_other')).rejects.toThrow(/signature/)
  })

  it('is keyed by each of two secrets in its turn, also with Basic and at a refresh', async () => {
    const app = await appWith({ id_token_signed_response_alg: 'HS256' })
    const created = await createAppSecret({
      client: service.as(person.token),
      path: { appId: app.app_id },
      body: { name: 'Next' },
      throwOnError: true,
    })
    const next = { ...app, app_secret: created.data.app_secret }
    const first = await obtainTokens(service, person, app)
    await verifyWithSecret(first.id_token, app, app.app_secret)
    const second = await refreshed(service, next, first.refresh_token)
    await verifyWithSecret(second.id_token, app, next.app_secret)
    await expect(verifyWithSecret(second.id_token, app, app.app_secret)).rejects.toThrow(/signature/)
    const { code, verifier } = await requestCode(service, person, app)
    const body = {
      grant_type: 'authorization_code' as const,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }
    const headers = basicOf(app.app_id, next.app_secret)
    const third = await issueToken({ client: service.as(), body, headers, throwOnError: true })
    await verifyWithSecret(third.data.id_token, app, next.app_secret)
  })

  it('verifies with no key of the JWKS, which holds no symmetric one', async () => {
    const app = await appWith({ id_token_signed_response_alg: 'HS256' })
    const { data } = await redeem(service, app, await requestCode(service, person, app))
    await expect(verify(data?.id_token, app, 'HS256')).rejects.toThrow()
    expect(decodeProtectedHeader(data?.id_token ?? '')).toEqual({ alg: 'HS256', typ: 'JWT' })
    const jwks = await getJwks({ client: service.as(), throwOnError: true })
    for (const key of jwks.data.keys) {
      expect(key.kty).not.toBe('oct')
      for (const name of ['k', 'd', 'p', 'q', 'dp', 'dq', 'qi']) expect(key).not.toHaveProperty(name)
    }
  })
})
