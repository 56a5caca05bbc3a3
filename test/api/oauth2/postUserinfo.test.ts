import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getUserinfo, postUserinfo } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let token: string
let withoutOpenid: string
let sessionToken: string

beforeAll(async () => {
  service = await startService()
  const person = await signUp(service)
  const app = await registerTestApp(service, person, { scopes: ['openid', 'email', 'read'] })
  token = (await obtainTokens(service, person, app, { scope: 'openid email' })).access_token
  withoutOpenid = (await obtainTokens(service, person, app, { scope: 'read' })).access_token
  sessionToken = person.token
})

afterAll(() => service.stop())

describe('postUserinfo', () => {
  it('tells the same as getUserinfo', async () => {
    const answer = await postUserinfo({ client: service.as(token) })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual((await getUserinfo({ client: service.as(token) })).data)
    expect(header(answer, 'cache-control')).toBe('no-store')
  })

  it('takes the token in X-Auth-Token', async () => {
    const headers = { 'X-Auth-Token': token }
    expect(status(await postUserinfo({ client: service.as(), headers }))).toBe(200)
  })

  it('refuses whatever is no access token', async () => {
    for (const text of ['nonsense', sessionToken])
      expectRefused(await postUserinfo({ client: service.as(text) }), 401, 'invalid_token')
    const nobody = await postUserinfo({ client: service.as() })
    expectRefused(nobody, 401, 'invalid_token')
    expect(header(nobody, 'www-authenticate')).toMatch(/^Bearer realm="latchkey", resource_metadata=/)
  })

  it('refuses two different tokens', async () => {
    const headers = { 'X-Auth-Token': withoutOpenid }
    expectRefused(await postUserinfo({ client: service.as(token), headers }), 400, 'invalid_request')
  })

  it('asks for the scope openid', async () => {
    const answer = await postUserinfo({ client: service.as(withoutOpenid) })
    expectRefused(answer, 403, 'insufficient_scope')
    expect(header(answer, 'www-authenticate')).toContain('scope="openid"')
  })

  it('takes the token from a form', async () => {
    const answer = await postUserinfo({ client: service.as(), body: { access_token: token } })
    expect(answer.data).toEqual((await getUserinfo({ client: service.as(token) })).data)
    expectRefused(
      await postUserinfo({ client: service.as(), body: { access_token: sessionToken } }),
      401,
      'invalid_token',
    )
    expectRefused(
      await postUserinfo({ client: service.as(), body: { access_token: withoutOpenid } }),
      403,
      'insufficient_scope',
    )
  })

  it('refuses a token that is sent in two ways, also when it is the same', async () => {
    const answer = await postUserinfo({ client: service.as(token), body: { access_token: token } })
    expectRefused(answer, 400, 'invalid_request')
  })

  it('reads no token from a body of another type', async () => {
    for (const contentType of ['application/json', 'text/plain']) {
      const headers = { 'Content-Type': contentType }
      const body = contentType.endsWith('json') ? `{"access_token":"${token}"}` : `access_token=${token}`
      const answer = await service
        .as()
        .request({ method: 'POST', path: '/oauth2/userinfo' }, { body, headers })
      expectRefused(answer, 415, 'unsupported_media_type')
    }
  })
})
