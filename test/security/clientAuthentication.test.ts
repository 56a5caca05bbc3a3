import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteApp, type AppRegistrationResponse } from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { errorOf, post } from '#test/support/entryPoints.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf, credentialsOf, expectAlive } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let other: AppRegistrationResponse
let open: AppRegistrationResponse
let live: { access_token: string }

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
  other = await registerTestApp(service, await signUp(service))
  open = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
  live = await obtainTokens(service, person, app)
})

afterAll(() => service.stop())

/** Each operation that an app proves itself at, with what else its request needs. */
const endpoints = () =>
  [
    ['/oauth2/token', { grant_type: 'client_credentials' }],
    ['/api/v1/oauth/token', { grant_type: 'refresh_token', refresh_token: 'refresh_x' }],
    [
      '/oauth2/token',
      { grant_type: 'authorization_code', code: 'code_x', redirect_uri: 'https://example.com/callback' },
    ],
    ['/oauth2/introspect', { token: live.access_token }],
    ['/oauth2/revoke', { token: live.access_token }],
  ] as const

type Presented = { readonly members?: Record<string, unknown>; readonly headers?: Record<string, string> }

/** What every endpoint answers to the same credentials, as form and as JSON. */
async function everywhere({ members = {}, headers = {} }: Presented): Promise<Set<string>> {
  const answers: string[] = []
  for (const [path, rest] of endpoints())
    for (const isJson of [false, true]) {
      const answer = await post(service, path, { ...rest, ...members }, { isJson, headers })
      if (answer.status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Basic realm="latchkey"/)
      answers.push(errorOf(answer))
    }
  return new Set(answers)
}

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const authorization = (value: string) => ({ headers: { authorization: value } })

describe('an app that proves nothing', () => {
  const nothing: readonly (readonly [string, () => Presented])[] = [
    ['no credentials', () => ({})],
    ['an id alone', () => ({ members: { client_id: app.app_id } })],
    ['a secret alone', () => ({ members: { client_secret: app.app_secret } })],
    [
      'the internal id',
      () => ({ members: { client_id: app.application.id, client_secret: app.app_secret } }),
    ],
    [
      'the id in another case',
      () => ({ members: { client_id: app.app_id.toUpperCase(), client_secret: app.app_secret } }),
    ],
    [
      'the secret in another case',
      () => ({ members: { client_id: app.app_id, client_secret: app.app_secret?.toUpperCase() } }),
    ],
    [
      'the secret with a space',
      () => ({ members: { client_id: app.app_id, client_secret: `${app.app_secret} ` } }),
    ],
    [
      'the secret without its prefix',
      () => ({ members: { client_id: app.app_id, client_secret: app.app_secret?.slice(7) } }),
    ],
    [
      'the secret of another app',
      () => ({ members: { client_id: app.app_id, client_secret: other.app_secret } }),
    ],
    [
      'a secret for a public app',
      () => ({ members: { client_id: open.app_id, client_secret: app.app_secret } }),
    ],
    ['an empty Basic password', () => authorization(`Basic ${base64(`${app.app_id}:`)}`)],
    ['an empty Basic name', () => authorization(`Basic ${base64(`:${app.app_secret}`)}`)],
    ['an empty Basic', () => authorization('Basic ')],
    ['Basic for a public app', () => authorization(`Basic ${base64(`${open.app_id}:`)}`)],
    ['Basic without a colon', () => authorization(`Basic ${base64(app.app_id)}`)],
    ['Basic that is no base64', () => authorization('Basic ???')],
    ['Basic in clear', () => authorization(`Basic ${app.app_id}:${app.app_secret}`)],
    ['Basic with two tokens', () => authorization(`${basicOf(app.app_id, app.app_secret!).Authorization} x`)],
    ['Basic with a bad escape', () => authorization(`Basic ${base64(`${app.app_id}:%zz`)}`)],
    ['Basic with a NUL', () => authorization(`Basic ${base64(`${app.app_id}:${app.app_secret}%00`)}`)],
    ['Basic that is no UTF-8', () => authorization(`Basic ${base64(Buffer.from([0x61, 0x3a, 0xff]))}`)],
    [
      'Basic with an escaped colon',
      () => authorization(`Basic ${base64(`${app.app_id}%3A${app.app_secret}`)}`),
    ],
    ['Bearer with the secret', () => authorization(`Bearer ${app.app_secret}`)],
    ['Bearer with a session', () => authorization(`Bearer ${person.token}`)],
    [
      'Bearer beside a public id',
      () => ({ members: { client_id: open.app_id }, ...authorization(`Bearer ${person.token}`) }),
    ],
    ['another scheme', () => authorization(`Digest username="${app.app_id}"`)],
    ['a session in X-Auth-Token', () => ({ headers: { 'x-auth-token': person.token } })],
    [
      'an assertion',
      () => ({
        members: {
          client_id: app.app_id,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: 'eyJhbGciOiJub25lIn0.e30.',
        },
      }),
    ],
  ]

  it.each(nothing)('is invalid_client at every endpoint alike: %s', async (_, presented) => {
    expect(await everywhere(presented())).toEqual(new Set(['401 invalid_client']))
  })

  it('has no credentials in the URL: they are refused, and told to no log', async () => {
    const query = new URLSearchParams({ client_id: app.app_id, client_secret: app.app_secret! })
    for (const [path, rest] of endpoints()) {
      const answer = await post(service, `${path}?${query.toString()}`, rest)
      expect([400, 401]).toContain(answer.status)
    }
    const answer = await send(service.url, {
      method: 'GET',
      path: `/oauth2/token?${query.toString()}`,
      headers: {},
    })
    expect(answer.status).toBe(405)
  })

  it('is none after it was deleted', async () => {
    const gone = await registerTestApp(service, person)
    await deleteApp({ client: service.as(person.token), path: { appId: gone.app_id }, throwOnError: true })
    expect(await everywhere({ members: credentialsOf(gone) })).toEqual(new Set(['401 invalid_client']))
    expect(await everywhere({ headers: basicOf(gone.app_id, gone.app_secret!) })).toEqual(
      new Set(['401 invalid_client']),
    )
  })
})

describe('an app that proves two things', () => {
  const two: readonly (readonly [string, () => Presented])[] = [
    ['two methods', () => ({ members: credentialsOf(app), headers: basicOf(app.app_id, app.app_secret!) })],
    [
      'a secret beside Basic',
      () => ({ members: { client_secret: 'x' }, headers: basicOf(app.app_id, app.app_secret!) }),
    ],
    [
      'a secret beside Bearer',
      () => ({ members: credentialsOf(app), headers: { authorization: `Bearer ${person.token}` } }),
    ],
    [
      'two ids',
      () => ({ members: { client_id: other.app_id }, headers: basicOf(app.app_id, app.app_secret!) }),
    ],
  ]

  it.each(two)('is invalid_request at every endpoint alike: %s', async (_, presented) => {
    expect(await everywhere(presented())).toEqual(new Set(['400 invalid_request']))
  })
})

describe('a client_id or secret', () => {
  it.each([[''], ['x'.repeat(256)], ['a\u0000b']])(
    'of the text %j is not one that could be',
    async (text) => {
      for (const members of [
        { client_id: text, client_secret: app.app_secret },
        { client_id: app.app_id, client_secret: text },
      ])
        for (const answer of await everywhere({ members }))
          expect(answer).toMatch(/^40[01] invalid_(client|request)$/)
    },
  )

  it.each([[[]], [{}], [true], [7], [['x']], [{ $ne: '' }]])('is a text in JSON: %j', async (value) => {
    for (const [path, rest] of endpoints())
      for (const member of ['client_id', 'client_secret']) {
        const answer = await post(
          service,
          path,
          { ...rest, ...credentialsOf(app), [member]: value },
          { isJson: true },
        )
        expect(errorOf(answer)).toBe('400 invalid_request')
      }
  })

  it('may be spelled in Basic as RFC 6749 §2.3.1 and RFC 7617 allow', async () => {
    const plain = `${app.app_id}:${app.app_secret}`
    const escaped = plain.replaceAll(/[^:]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
    for (const header of [
      `Basic ${base64(plain)}`,
      `bAsIc   ${base64(plain)}`,
      `Basic ${base64(escaped)}`,
      `Basic ${base64(plain).replace(/=+$/, '')}`,
    ]) {
      const answer = await post(
        service,
        '/oauth2/token',
        { grant_type: 'client_credentials' },
        { headers: { authorization: header } },
      )
      expect(errorOf(answer)).toBe('200 a token')
    }
  })
})

describe('a public app', () => {
  it('may refresh, redeem and revoke its own, and neither introspect nor speak for itself', async () => {
    const tokens = await obtainTokens(service, person, open)
    const members = { client_id: open.app_id }
    const ask = (path: string, more: object) => post(service, path, { ...members, ...more })
    expect(errorOf(await ask('/oauth2/token', { grant_type: 'client_credentials' }))).toBe(
      '400 unauthorized_client',
    )
    expect(errorOf(await ask('/oauth2/introspect', { token: tokens.access_token }))).toBe(
      '401 invalid_client',
    )
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token }
    expect(errorOf(await ask('/oauth2/token', refresh))).toBe('200 a token')
    expect((await ask('/oauth2/revoke', { token: live.access_token })).status).toBe(200)
  })
})

describe('all these attempts', () => {
  it('revoked nothing, and what they presented stands in no log', async () => {
    await expectAlive(service, app, live.access_token)
    const log = service.log.join('\n')
    for (const secret of [app.app_secret, other.app_secret]) expect(log).not.toContain(secret)
  })
})
