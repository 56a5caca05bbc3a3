import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getUserinfo, type AppRegistrationResponse } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person, { scopes: ['openid', 'profile', 'email', 'read'] })
})

afterAll(() => service.stop())

async function tokenFor(scope: string): Promise<string> {
  return (await obtainTokens(service, person, app, { scope })).access_token
}

describe('getUserinfo', () => {
  it.each([
    ['openid', ['sub']],
    ['openid email', ['email', 'email_verified', 'sub']],
    ['openid profile', ['sub', 'updated_at']],
    ['openid profile email', ['email', 'email_verified', 'sub', 'updated_at']],
  ])('tells for %s exactly %j', async (scope, members) => {
    const answer = await getUserinfo({ client: service.as(await tokenFor(scope)) })
    expect(status(answer)).toBe(200)
    expect(Object.keys(answer.data ?? {}).toSorted()).toEqual(members)
    const claims = {
      sub: person.id,
      email: person.email,
      email_verified: false,
      updated_at: expect.any(Number),
    }
    expect(claims).toMatchObject(answer.data ?? {})
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(header(answer, 'vary')).toBe('Authorization, X-Auth-Token')
  })

  it('takes the token in X-Auth-Token, and in both headers when they agree', async () => {
    const token = await tokenFor('openid')
    const headers = { 'X-Auth-Token': token }
    expect(status(await getUserinfo({ client: service.as(), headers }))).toBe(200)
    expect(status(await getUserinfo({ client: service.as(token), headers }))).toBe(200)
    const other = await getUserinfo({ client: service.as(await tokenFor('openid')), headers })
    expectRefused(other, 400, 'invalid_request')
  })

  it('tells somebody without a token how to ask, and names no error', async () => {
    const answer = await getUserinfo({ client: service.as() })
    expectRefused(answer, 401, 'invalid_token')
    expect(header(answer, 'www-authenticate')).toMatch(/^Bearer realm="latchkey", resource_metadata="[^"]+"$/)
  })

  it('answers everything that is no access token alike', async () => {
    const token = await tokenFor('openid')
    const answers = await Promise.all(
      ['nonsense', 'access_AAAA', person.token, `${token}x`, token.slice(0, -4), token.toUpperCase()].map(
        (text) => getUserinfo({ client: service.as(text) }),
      ),
    )
    for (const answer of answers) {
      expectRefused(answer, 401, 'invalid_token')
      expect(header(answer, 'www-authenticate')).toMatch(/^Bearer realm="latchkey", error="invalid_token"/)
    }
    const unknown = expectRefused(answers[0]!, 401, 'invalid_token')
    expect(withoutRequestId(expectRefused(answers[1]!, 401, 'invalid_token'))).toEqual(
      withoutRequestId(unknown),
    )
  })

  it('asks for the scope openid', async () => {
    const answer = await getUserinfo({ client: service.as(await tokenFor('email read')) })
    expectRefused(answer, 403, 'insufficient_scope')
    expect(header(answer, 'www-authenticate')).toBe(
      'Bearer realm="latchkey", error="insufficient_scope", scope="openid"',
    )
  })

  it('reads no token from the URL', async () => {
    const path = `/oauth2/userinfo?access_token=${await tokenFor('openid')}`
    const answer = await service.as().request({ method: 'GET', path })
    expect([400, 401]).toContain(status(answer))
    expect(answer.data).toBeUndefined()
  })

  it('refuses a token for another resource', async () => {
    const resource = 'https://api.example.com/'
    const { access_token: token } = await obtainTokens(service, person, app, { resource })
    expectRefused(await getUserinfo({ client: service.as(token) }), 401, 'invalid_token')
  })

  it.each(['jwt', 'opaque'] as const)(
    'takes a %s token for an hour and not a second longer',
    async (format) => {
      const owner = await signUp(service)
      const own = await registerTestApp(service, owner, { access_token_format: format })
      const { access_token: token } = await obtainTokens(service, owner, own)
      service.clock.advance(3590)
      expect(status(await getUserinfo({ client: service.as(token) }))).toBe(200)
      service.clock.advance(11)
      expectRefused(await getUserinfo({ client: service.as(token) }), 401, 'invalid_token')
    },
  )
})
