import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, listSessions, login, register } from '../../../client/index.ts'
import { password, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status, withoutRequestId } from '#test/support/answers.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function logIn(email: string, secret: string) {
  return login({ client: service.as(), body: { email, password: secret } })
}

describe('login', () => {
  it('opens a session whose token lets its owner in', async () => {
    const person = await signUp(service)
    const answer = await logIn(person.email, password)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      user: { id: person.id, email: person.email, created_at: expect.stringMatching(/^\d{4}-.*T.*:\d\dZ$/) },
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expires_in: 3600,
    })
    expect(status(await listApps({ client: service.as(answer.data?.token) }))).toBe(200)
  })

  it('gives two sign-ins in the same second two tokens, and both work', async () => {
    const { email } = await signUp(service)
    const tokens = await Promise.all([signIn(service, email), signIn(service, email), signIn(service, email)])
    expect(new Set(tokens).size).toBe(3)
    for (const token of tokens) expect(status(await listApps({ client: service.as(token) }))).toBe(200)
  })

  it('finds the account whatever the case of the address and the spelling of the password', async () => {
    const email = 'Zoë.Composed@example.com'
    await register({
      client: service.as(),
      body: { email, password: 'pa\u017f\u017fwo\u0308rd' },
      throwOnError: true,
    })
    expect(status(await logIn('zoe\u0308.COMPOSED@Example.COM', 'passw\u00f6rd'))).toBe(200)
    expectRefused(await logIn(email, 'PASSW\u00d6RD'), 401, 'invalid_credentials')
  })

  it('answers a wrong password, an unknown address and an impossible one alike, and opens no session', async () => {
    const { email } = await signUp(service)
    const answers = [
      await logIn(email, 'password124'),
      await logIn('nobody@example.com', password),
      await logIn('not an address', password),
      await logIn(email, `${password} `),
    ]
    const bodies = answers.map((answer) =>
      withoutRequestId(expectRefused(answer, 401, 'invalid_credentials')),
    )
    for (const body of bodies) expect(body).toEqual(bodies[0])
    for (const answer of answers) expect(header(answer, 'www-authenticate')).toBe('Bearer realm="latchkey"')
  })

  it('names every failing member of a malformed request', async () => {
    const answer = await login({ client: service.as(), body: { email: 7, extra: 'x' } as never })
    const refusal = expectRefused(answer, 400, 'invalid_request')
    expect(failingPaths(refusal)).toEqual(['', '/email', '/password'])
  })

  it('takes no operator of a query language for a string', async () => {
    await signUp(service)
    const body = { email: { $ne: 'x' }, password: { $ne: 'x' } } as never
    expectRefused(await login({ client: service.as(), body }), 400, 'invalid_request')
  })

  it('refuses a password that is longer than any account may have', async () => {
    const { email } = await signUp(service)
    expectRefused(await logIn(email, 'x'.repeat(1025)), 400, 'invalid_request')
  })

  it('lets the token in for an hour and not a second longer', async () => {
    const { token } = await signUp(service)
    service.clock.advance(3590)
    expect(status(await listApps({ client: service.as(token) }))).toBe(200)
    service.clock.advance(11)
    expectRefused(await listApps({ client: service.as(token) }), 401, 'invalid_token')
  })

  it('asks an account with a second factor for it, by name, and opens no session', async () => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    const answer = await logIn(person.email, password)
    const refusal = expectRefused(answer, 403, 'mfa_required')
    expect(refusal).toMatchObject({
      mfa_token: expect.stringMatching(/^mfa_[\w-]{49}$/),
      methods: ['totp', 'recovery_code'],
    })
    const { data } = await listSessions({ client: service.as(person.token), throwOnError: true })
    expect(data).toHaveLength(1)
    const body = { email: person.email, password, code: app.nextCode() }
    expect(status(await login({ client: service.as(), body }))).toBe(200)
  })

  it('tells the log neither address nor password nor token', async () => {
    const { email, token } = await signUp(service)
    await logIn(email, 'a-wrong-password')
    const log = service.log.join('\n')
    expect(log).toContain('"operationId":"login"')
    for (const secret of [email, password, 'a-wrong-password', token]) expect(log).not.toContain(secret)
  })
})
