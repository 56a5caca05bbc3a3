import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, type AppRegistrationResponse, type AuthorizationRequest } from '../../client/index.ts'
import { createPkce, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { authorizationDoors, heard, requestAt, type Door } from '#test/support/authorizationDoors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let doors: readonly Door[]

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person, {
    redirect_uris: [redirectUri, `${redirectUri}?tenant=1`],
    response_types: ['code', 'token'],
  })
  doors = await authorizationDoors(service, person, app.app_id)
})

afterAll(() => service.stop())

/** The parameters of the answer, from query and fragment together: nothing may stand in the wrong one. */
async function answerTo(request: Partial<AuthorizationRequest>) {
  const body = {
    response_type: 'code',
    client_id: app.app_id,
    redirect_uri: redirectUri,
    scope: 'openid',
    state: 'random-state',
    code_challenge: createPkce().challenge,
    code_challenge_method: 'S256',
    ...request,
  }
  const answer = await authorize({ client: service.as(person.token), body })
  expect(status(answer)).toBe(200)
  const { search, hash } = new URL(answer.data?.redirect_uri ?? '')
  return { query: new URLSearchParams(search), fragment: new URLSearchParams(hash.slice(1)) }
}

describe('the issuer of an authorization response (RFC 9207)', () => {
  it.each([
    ['a code', {}, 'query'],
    ['a code beside a query of the app', { redirect_uri: `${redirectUri}?tenant=1` }, 'query'],
    ['a code in the fragment', { response_mode: 'fragment' }, 'fragment'],
    ['a token', { response_type: 'token' }, 'fragment'],
    ['a denial', { consent: 'deny' }, 'query'],
    ['a denial of a token', { response_type: 'token', consent: 'deny' }, 'fragment'],
    ['an error', { scope: 'openid admin' }, 'query'],
    ['an error in the fragment', { scope: 'openid admin', response_mode: 'fragment' }, 'fragment'],
    ['an error of a request for a token', { response_type: 'token', scope: 'admin' }, 'fragment'],
    ['an error about the response type', { response_type: 'none' }, 'query'],
    ['an error without a state', { response_type: 'none', state: '' }, 'query'],
    ['an error about the mode', { response_mode: 'form_post' }, 'query'],
    ['a request object', { request: 'eyJ.e30.' }, 'query'],
  ] as const)('stands once in %s', async (_, request, place) => {
    const { query, fragment } = await answerTo(request)
    const [own, other] = place === 'query' ? [query, fragment] : [fragment, query]
    expect(own.getAll('iss')).toEqual([service.url])
    for (const name of ['iss', 'code', 'access_token', 'state', 'error']) expect(other.has(name)).toBe(false)
  })

  it.each([
    ['a code', {}],
    ['a code in the fragment', { response_mode: 'fragment' }],
    ['a token', { response_type: 'token' }],
    ['an error', { scope: 'openid admin' }],
    ['an error about the response type', { response_type: 'none' }],
    ['a request object', { request: 'eyJ.e30.' }],
    ['no page', { prompt: 'none' }],
    ['a code, whatever issuer the request names', { iss: 'https://evil.example' }],
  ])('stands once in the answer at every way in: %s', async (_, changes) => {
    const { challenge } = createPkce()
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
    for (const { name, ask } of doors) {
      const answer = heard(await ask(requestAt(app.app_id, { ...pkce, ...changes })))
      expect([name, answer.getAll('iss')]).toEqual([name, [service.url]])
    }
    for (const { ask } of doors.filter(({ name }) => name !== 'JSON')) {
      const { form, query } = await ask(
        requestAt(app.app_id, { ...pkce, ...changes, response_mode: 'form_post' }),
      )
      expect([form.getAll('iss'), query.size]).toEqual([[service.url], 0])
    }
  })

  it('cannot be brought along by the request', async () => {
    const { query } = await answerTo({
      iss: 'https://evil.example',
      issuer: 'https://evil.example',
    } as object)
    expect(query.getAll('iss')).toEqual([service.url])
  })

  it('cannot be brought along by the state', async () => {
    const { query } = await answerTo({ state: 'x&iss=https://evil.example#iss=https://evil.example' })
    expect(query.getAll('iss')).toEqual([service.url])
  })

  it.each(['iss', 'i%73s', 'code', 'state', 'error', 'access_token', 'id_token', '%63ode', 'response'])(
    'cannot be brought along by a registered redirect URI with %s',
    async (name) => {
      const answer = await send(service.url, {
        method: 'POST',
        path: '/api/v1/apps/register',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${person.token}` },
        body: JSON.stringify({ name: 'x', redirect_uris: [`${redirectUri}?${name}=x`] }),
      })
      expect([answer.status, answer.body.error]).toEqual([400, 'invalid_redirect_uri'])
    },
  )

  it('is the issuer of both discovery documents, which promise it', async () => {
    for (const name of ['openid-configuration', 'oauth-authorization-server']) {
      const { body } = await send(service.url, { method: 'GET', path: `/.well-known/${name}`, headers: {} })
      expect(body.issuer).toBe(service.url)
      expect(body.authorization_response_iss_parameter_supported).toBe(true)
    }
  })
})
