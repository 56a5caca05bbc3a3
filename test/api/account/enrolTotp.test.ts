import { URI } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmTotp, enrolTotp, login } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { codeOf, enrolAuthenticator } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('enrolTotp', () => {
  it('gives a secret as text and as a URI that authenticator apps read', async () => {
    const { token, email } = await signUp(service)
    const answer = await enrolTotp({ client: service.as(token) })
    expect([status(answer), header(answer, 'cache-control')]).toEqual([201, 'no-store'])
    const { secret, otpauth_uri: uri } = answer.data!
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    const read = URI.parse(uri)
    expect(read).toMatchObject({
      issuer: 'localhost',
      label: email,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    })
    expect(read.secret.base32).toBe(secret)
  })

  it('changes nothing about signing in before the first code', async () => {
    const { token, email, password } = await signUp(service)
    await enrolTotp({ client: service.as(token), throwOnError: true })
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)
  })

  it('replaces a secret that waits', async () => {
    const client = service.as((await signUp(service)).token)
    const first = await enrolTotp({ client, throwOnError: true })
    const second = await enrolTotp({ client, throwOnError: true })
    expect(second.data.secret).not.toBe(first.data.secret)
    const stale = await confirmTotp({ client, body: { code: codeOf(service, first.data.secret) } })
    expectRefused(stale, 401, 'invalid_credentials')
    expect(status(await confirmTotp({ client, body: { code: codeOf(service, second.data.secret) } }))).toBe(
      200,
    )
  })

  it('takes no second app beside one that is in use, whose codes go on working', async () => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    expectRefused(await enrolTotp({ client: service.as(person.token) }), 409, 'conflict')
    const { email, password } = person
    const answer = await login({ client: service.as(), body: { email, password, code: app.nextCode() } })
    expect(status(answer)).toBe(200)
  })

  it('asks for a fresh sign-in', async () => {
    const { token } = await signUp(service)
    service.clock.advance(301)
    const answer = await enrolTotp({ client: service.as(token) })
    expectRefused(answer, 401, 'insufficient_user_authentication')
    expect(header(answer, 'www-authenticate')).toContain('max_age="300"')
  })
})
