import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, type AppRegistrationResponse, type TokenRequest } from '../../../client/index.ts'
import { obtainTokens, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf, credentialsOf, redeem, refresh, requestCode } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person, { scopes: ['openid', 'profile', 'email', 'read', 'write'] })
})

afterAll(() => service.stop())

function ask(body: object, headers: Record<string, string> = {}) {
  return issueToken({ client: service.as(), body: body as TokenRequest, headers })
}

/** Posts a body as it is: for what the SDK would never send. */
function post(body: string, contentType = 'application/x-www-form-urlencoded', path = '/oauth2/token') {
  const headers = { 'Content-Type': contentType }
  return service.as().request({ method: 'POST', path }, { body, headers })
}

const ownToken = { grant_type: 'client_credentials' }

describe('issueToken', () => {
  it('trades a code for an access, a refresh and an ID token', async () => {
    const requested = await requestCode(service, person, app)
    const answer = await redeem(service, app, requested)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^refresh_[\w-]{49}$/),
      scope: 'openid profile email',
      id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    })
    const log = service.log.join('\n')
    for (const secret of [
      requested.code,
      requested.verifier,
      app.app_secret,
      ...Object.values(answer.data ?? {}),
    ])
      if (typeof secret === 'string' && secret.length > 30) expect(log).not.toContain(secret)
  })

  it('gives an app without the grant refresh_token none', async () => {
    const brief = await registerTestApp(service, person, { grant_types: ['authorization_code'] })
    const tokens = await obtainTokens(service, person, brief)
    expect(tokens).not.toHaveProperty('refresh_token')
    expectRefused(await refresh(service, brief, 'refresh_x'), 400, 'unauthorized_client')
  })

  it('gives no ID token without openid', async () => {
    expect(await obtainTokens(service, person, app, { scope: 'read' })).not.toHaveProperty('id_token')
  })

  it('gives an app a token of its own, with its scopes that speak of no person', async () => {
    const { data } = await ask({ ...ownToken, ...credentialsOf(app) })
    expect(Object.keys(data ?? {}).toSorted()).toEqual(['access_token', 'expires_in', 'scope', 'token_type'])
    expect(data).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'read write' })
    const narrow = await ask({ ...ownToken, ...credentialsOf(app), scope: 'read' })
    expect(narrow.data?.scope).toBe('read')
  })

  it('leaves scope out of a token that has none', async () => {
    const plain = await registerTestApp(service, person)
    const { data } = await ask({ ...ownToken, ...credentialsOf(plain) })
    expect(Object.keys(data ?? {}).toSorted()).toEqual(['access_token', 'expires_in', 'token_type'])
  })

  it.each(['openid', 'profile', 'email', 'offline_access', 'address', 'metrics', 'read  write', '"'])(
    'gives an app itself no scope %s',
    async (scope) => {
      expectRefused(await ask({ ...ownToken, ...credentialsOf(app), scope }), 400, 'invalid_scope')
    },
  )

  it('takes Basic credentials, percent-encoded or not', async () => {
    const { client_id, client_secret = '' } = credentialsOf(app)
    const encoded = (text: string) =>
      text.replaceAll(/[^A-Za-z]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    expect(status(await ask(ownToken, basicOf(client_id, client_secret)))).toBe(200)
    expect(status(await ask({ ...ownToken, client_id }, basicOf(client_id, client_secret)))).toBe(200)
    const wholly = Buffer.from(`${encoded(client_id)}:${encoded(client_secret)}`).toString('base64')
    expect(status(await ask(ownToken, { Authorization: `basic ${wholly}` }))).toBe(200)
  })

  it('refuses two authentication methods at once, and two ids', async () => {
    const { client_id, client_secret = '' } = credentialsOf(app)
    const basic = basicOf(client_id, client_secret)
    expectRefused(await ask({ ...ownToken, ...credentialsOf(app) }, basic), 400, 'invalid_request')
    expectRefused(await ask({ ...ownToken, client_id: 'app_other' }, basic), 400, 'invalid_request')
  })

  it('answers an unknown app, a wrong secret and a wrong method alike', async () => {
    const { client_id, client_secret = '' } = credentialsOf(app)
    const open = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
    const onlyBasic = await registerTestApp(service, person, {
      token_endpoint_auth_method: 'client_secret_basic',
    })
    const onlyPost = await registerTestApp(service, person, {
      token_endpoint_auth_method: 'client_secret_post',
    })
    const answers = [
      await ask(ownToken),
      await ask({ ...ownToken, client_id }),
      await ask({ ...ownToken, client_id, client_secret: `${client_secret}x` }),
      await ask({ ...ownToken, client_id: 'app_unknown', client_secret }),
      await ask({ ...ownToken, client_id: open.app_id, client_secret }),
      await ask({ ...ownToken, ...credentialsOf(onlyBasic) }),
      await ask(ownToken, basicOf(onlyPost.app_id, onlyPost.app_secret ?? '')),
      await ask(ownToken, basicOf(client_id, '')),
      await ask(ownToken, { Authorization: 'Basic !' }),
      await ask(ownToken, { Authorization: `Bearer ${client_secret}` }),
    ]
    const bodies = answers.map((answer) => withoutRequestId(expectRefused(answer, 401, 'invalid_client')))
    for (const body of bodies) expect(body).toEqual(bodies[0])
    for (const answer of answers)
      expect(header(answer, 'www-authenticate')).toMatch(/^Basic realm="latchkey"/)
  })

  it('reads no credentials from the URL', async () => {
    const query = new URLSearchParams(credentialsOf(app)).toString()
    const url = `/oauth2/token?${query}`
    const answer = await post('grant_type=client_credentials', undefined, url)
    expect([400, 401]).toContain(status(answer))
    expect(service.log.join('\n')).not.toContain(app.app_secret)
  })

  it.each([
    ['unsupported_grant_type', 'grant_type=password&username=u&password=p'],
    ['unsupported_grant_type', 'grant_type=implicit'],
    ['unsupported_grant_type', 'grant_type=Client_Credentials'],
    ['invalid_request', 'grant_type='],
    ['invalid_request', 'scope=read'],
    ['invalid_request', ''],
    ['invalid_request', 'grant_type=authorization_code'],
    ['invalid_request', 'grant_type=refresh_token'],
    ['invalid_request', 'grant_type=client_credentials&grant_type=client_credentials'],
    ['invalid_request', 'grant_type=client_credentials&scope=read&scope=write'],
    ['invalid_request', 'grant_type=client_credentials&scope=%ff'],
    ['invalid_scope', 'grant_type=client_credentials&scope=%00'],
  ])('answers %s for the form %j', async (code, form) => {
    const credentials = new URLSearchParams(credentialsOf(app)).toString()
    const answer = await post(form === '' ? credentials : `${form}&${credentials}`)
    expect((answer.error as { error?: string } | undefined)?.error).toBe(code)
    expect(status(answer)).toBe(400)
    expect(answer.data).toBeUndefined()
  })

  it('reads JSON as it reads forms, under both its URLs', async () => {
    const body = { ...ownToken, ...credentialsOf(app), scope: 'read' }
    for (const url of ['/oauth2/token', '/api/v1/oauth/token']) {
      expect((await post(JSON.stringify(body), 'application/json', url)).data).toMatchObject({
        scope: 'read',
      })
      const form = new URLSearchParams(body).toString()
      expect((await post(form, undefined, url)).data).toMatchObject({ scope: 'read' })
    }
  })

  it.each(['text/plain', 'application/jwt', 'multipart/form-data', 'application/json; charset=utf-16'])(
    'reads no body of type %s',
    async (contentType) => {
      const body = JSON.stringify({ ...ownToken, ...credentialsOf(app) })
      expect(status(await post(body, contentType))).toBe(415)
    },
  )

  it('refuses grants that the app did not register', async () => {
    const signsIn = await registerTestApp(service, person, { grant_types: ['authorization_code'] })
    expectRefused(await ask({ ...ownToken, ...credentialsOf(signsIn) }), 400, 'unauthorized_client')
    const own = await registerTestApp(service, person, { redirect_uris: [], scopes: [] })
    const code = { code: 'code_x', verifier: 'x'.repeat(43) }
    expectRefused(await redeem(service, own, code), 400, 'unauthorized_client')
  })

  it('lets a public app have no token of its own', async () => {
    const open = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
    expectRefused(await ask({ ...ownToken, client_id: open.app_id }), 400, 'unauthorized_client')
  })

  it('refuses a verifier where no challenge was made, and keeps the code', async () => {
    const lax = await registerTestApp(service, person, { require_pkce: false })
    const without = { code_challenge: undefined, code_challenge_method: undefined }
    const { code } = await requestCode(service, person, lax, without)
    expectRefused(await redeem(service, lax, { code, verifier: 'x'.repeat(43) }), 400, 'invalid_grant')
    const answer = await redeem(service, lax, { code, verifier: '' }, { code_verifier: undefined })
    expect(status(answer)).toBe(200)
  })

  it('puts the resource that was asked for, and no other, in place of the issuer', async () => {
    const resource = 'https://api.example.com/'
    const own = await ask({ ...ownToken, ...credentialsOf(app), resource })
    expect(status(own)).toBe(200)
    const bad = { ...ownToken, ...credentialsOf(app), resource: 'api' }
    expectRefused(await ask(bad), 400, 'invalid_target')
    const requested = await requestCode(service, person, app, { resource })
    const other = await redeem(service, app, requested, { resource: 'https://other.example.com/' })
    expectRefused(other, 400, 'invalid_target')
    expect(status(await redeem(service, app, requested, { resource, redirect_uri: redirectUri }))).toBe(200)
  })
})
