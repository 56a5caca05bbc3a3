import { generateKeyPairSync } from 'node:crypto'
import {
  decodeJwt,
  decodeProtectedHeader,
  exportJWK,
  SignJWT,
  UnsecuredJWT,
  type JWTHeaderParameters,
} from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  authorize,
  getApp,
  getJwks,
  getUserinfo,
  issueToken,
  listApps,
  postUserinfo,
  registerApp,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import {
  authorizeApp,
  obtainTokens,
  redirectUri,
  registerTestApp,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, trade } from '#test/support/sessions.ts'
import { credentialsOf, introspect, redeem, refresh, requestCode } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
/** every kind of text that a party of a flow ever holds, by its name */
let held: Record<string, string>

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  const scopes = ['openid', 'profile', 'email', 'read', 'offline_access']
  app = await registerTestApp(service, person, { scopes, response_types: ['code', 'token'] })
  const es256 = await registerTestApp(service, person, { id_token_signed_response_alg: 'ES256' })
  const opaque = await registerTestApp(service, person, { scopes, access_token_format: 'opaque' })
  const hs256 = await registerTestApp(service, person, { id_token_signed_response_alg: 'HS256' })
  const ownToken = async (credentials: AppRegistrationResponse) => {
    const body = { grant_type: 'client_credentials' as const, ...credentialsOf(credentials) }
    return (await issueToken({ client: service.as(), body, throwOnError: true })).data.access_token
  }
  const implicit = await authorizeApp(service, person, app.app_id, { response_type: 'token' })
  const [tokens, opaqueTokens] = [
    await obtainTokens(service, person, app),
    await obtainTokens(service, person, opaque),
  ]
  const { app_password: appPassword } = await giveAppPassword(service, person, { scopes: ['write'] })
  held = {
    session: person.token,
    'JWT access': tokens.access_token,
    'opaque access': opaqueTokens.access_token,
    'access of the response type token': implicit.get('access_token') ?? '',
    'JWT access of the app itself': await ownToken(app),
    'opaque access of the app itself': await ownToken(opaque),
    refresh: tokens.refresh_token ?? '',
    'RS256 ID': tokens.id_token ?? '',
    'ES256 ID': (await obtainTokens(service, person, es256)).id_token ?? '',
    'HS256 ID': (await obtainTokens(service, person, hs256)).id_token ?? '',
    code: (await requestCode(service, person, app)).code,
    'app password': appPassword,
    'session of an app password': (await trade(service, appPassword)).access_token,
    'app secret': app.app_secret ?? '',
    'app id': app.app_id,
    'internal id': app.application.id,
    'user id': person.id,
    password: person.password,
  }
})

afterAll(() => service.stop())

/** All kinds but those named, each with what it is. */
function others(...kinds: string[]): [string, string][] {
  for (const kind of kinds) expect(held).toHaveProperty([kind])
  return Object.entries(held).filter(([kind]) => !kinds.includes(kind))
}

const accessTokens = ['JWT access', 'opaque access', 'access of the response type token']
const appPasswords = ['app password', 'session of an app password']
const ownTokens = ['JWT access of the app itself', 'opaque access of the app itself']

describe('kinds of tokens', () => {
  it('are what this test takes them for', async () => {
    expect(Object.values(held)).not.toContain('')
    expect(new Set(Object.values(held)).size).toBe(Object.keys(held).length)
    expect(status(await listApps({ client: service.as(held['session']) }))).toBe(200)
    for (const kind of accessTokens)
      expect(status(await getUserinfo({ client: service.as(held[kind]) }))).toBe(200)
  })

  it('other than a session open no operation of a signed-in person', async () => {
    for (const [, token] of others('session', ...appPasswords)) {
      const client = service.as(token)
      const path = { appId: app.app_id }
      const headers = { 'X-Auth-Token': token }
      expectRefused(await listApps({ client }), 401, 'invalid_token')
      expectRefused(await listApps({ client: service.as(), headers }), 401, 'invalid_token')
      expectRefused(await getApp({ client, path }), 401, 'invalid_token')
      expectRefused(await registerApp({ client, body: { name: 'Theirs' } }), 401, 'invalid_token')
    }
    const { data } = await listApps({ client: service.as(person.token) })
    expect(data?.map(({ name }) => name)).not.toContain('Theirs')
  })

  it('other than access tokens do not open userinfo', async () => {
    for (const [, token] of others(...accessTokens, ...ownTokens, ...appPasswords)) {
      const headers = { 'X-Auth-Token': token }
      expectRefused(await getUserinfo({ client: service.as(token) }), 401, 'invalid_token')
      expectRefused(await getUserinfo({ client: service.as(), headers }), 401, 'invalid_token')
      expectRefused(await postUserinfo({ client: service.as(token) }), 401, 'invalid_token')
    }
  })

  it('of an app password open what names it, within its scope, and nothing else', async () => {
    const body = { response_type: 'code', client_id: app.app_id, redirect_uri: redirectUri, scope: 'openid' }
    for (const kind of appPasswords) {
      const client = service.as(held[kind])
      const answers = [
        await listApps({ client }),
        await registerApp({ client, body: { name: 'Theirs' } }),
        await authorize({ client, body }),
        await getUserinfo({ client }),
        await postUserinfo({ client }),
      ]
      for (const answer of answers) expectRefused(answer, 403, 'insufficient_scope')
    }
  })

  it('make no user of an app: its own token tells nothing about anybody', async () => {
    for (const kind of ownTokens)
      expectRefused(await getUserinfo({ client: service.as(held[kind]) }), 403, 'insufficient_scope')
  })

  it('other than a refresh token refresh nothing', async () => {
    for (const [, token] of others('refresh'))
      expectRefused(
        await refresh(service, app, token),
        400,
        token.length > 512 ? 'invalid_request' : 'invalid_grant',
      )
  })

  it('other than a code redeem nothing', async () => {
    for (const [, code] of others('code')) {
      const answer = await redeem(service, app, { code, verifier: 'a'.repeat(43) })
      expectRefused(answer, 400, code.length > 512 ? 'invalid_request' : 'invalid_grant')
    }
  })

  it('other than a secret authenticate no app', async () => {
    for (const [, client_secret] of others('app secret')) {
      const body = { grant_type: 'client_credentials' as const, client_id: app.app_id, client_secret }
      const answer = await issueToken({ client: service.as(), body })
      if (client_secret.length > 255) expectRefused(answer, 400, 'invalid_request')
      else expectRefused(answer, 401, 'invalid_client')
    }
  })

  it('other than the app’s own access and refresh tokens are inactive at introspection', async () => {
    const own = ['JWT access', 'access of the response type token', 'JWT access of the app itself', 'refresh']
    for (const kind of own) expect((await introspect(service, app, held[kind] ?? '')).active).toBe(true)
    for (const [, token] of others(...own))
      expect(await introspect(service, app, token)).toEqual({ active: false })
  })

  it('change in no spelling: case, white space, padding and cuts are other texts', async () => {
    for (const kind of ['session', ...accessTokens]) {
      const token = held[kind] ?? ''
      const spellings = [`${token}=`, `${token}.`, token.slice(0, -1), token.toLowerCase(), `${token}%20`]
      for (const spelling of spellings) {
        expectRefused(await listApps({ client: service.as(spelling) }), 401, 'invalid_token')
        expectRefused(await getUserinfo({ client: service.as(spelling) }), 401, 'invalid_token')
      }
    }
  })
})

describe('forged tokens', () => {
  async function expectNothing(token: string): Promise<void> {
    expectRefused(await getUserinfo({ client: service.as(token) }), 401, 'invalid_token')
    expectRefused(await listApps({ client: service.as(token) }), 401, 'invalid_token')
    expect(await introspect(service, app, token)).toEqual({ active: false })
  }

  it('without a signature are nothing', async () => {
    const [header, payload] = (held['JWT access'] ?? '').split('.')
    await expectNothing(new UnsecuredJWT(decodeJwt(held['JWT access'] ?? '')).encode())
    await expectNothing(`${header}.${payload}.`)
    await expectNothing(`${header}.${payload}.AA`)
  })

  it('with a public key of ours for a shared secret are nothing', async () => {
    const { data } = await getJwks({ client: service.as(), throwOnError: true })
    for (const key of data.keys) {
      const { kid } = key
      for (const secret of [JSON.stringify(key), key.n ?? key.x ?? '', kid]) {
        const forged = new SignJWT(decodeJwt(held['JWT access'] ?? ''))
        const signed = forged
          .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid })
          .sign(Buffer.from(secret))
        await expectNothing(await signed)
      }
    }
  })

  it('with a key that they bring themselves are nothing', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { kid } = decodeProtectedHeader(held['JWT access'] ?? '')
    const jwk = await exportJWK(publicKey)
    const headers = [
      { kid },
      { jwk },
      { jku: `${service.url}/jwks` },
      { kid: '../../dev/null' },
      { kid, crit: ['x'], x: 1 },
    ]
    for (const header of headers) {
      const forged = new SignJWT(decodeJwt(held['JWT access'] ?? ''))
      const protectedHeader: JWTHeaderParameters = { alg: 'ES256', typ: 'at+jwt', ...(header as object) }
      const signed = forged.setProtectedHeader(protectedHeader).sign(privateKey, { crit: { x: true } })
      await expectNothing(await signed)
    }
  })

  it('with claims exchanged are nothing', async () => {
    const [header, payload, signature] = (held['JWT access of the app itself'] ?? '').split('.')
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as object
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: person.id, scope: 'openid email' }))
    await expectNothing(`${header}.${changed.toString('base64url')}.${signature}`)
  })

  it('made of a session’s claims are no session', async () => {
    const claims = decodeJwt(person.token)
    for (const secret of ['secret', person.token, app.app_secret ?? '']) {
      const forged = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'session+jwt' })
      await expectNothing(await forged.sign(Buffer.from(secret)))
    }
    await expectNothing(new UnsecuredJWT(claims).encode())
  })

  it('of another service are nothing here', async () => {
    const other = await startService()
    const somebody = await signUp(other)
    const theirs = await registerTestApp(other, somebody, { redirect_uris: [redirectUri] })
    const { access_token } = await obtainTokens(other, somebody, theirs)
    await other.stop()
    await expectNothing(access_token)
    await expectNothing(somebody.token)
  })
})
