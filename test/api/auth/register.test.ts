import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { login, register } from '../../../client/index.ts'
import { password } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let closed: TestService

beforeAll(async () => {
  ;[service, closed] = await Promise.all([startService(), startService({ LATCHKEY_REGISTRATION: 'closed' })])
})

afterAll(() => Promise.all([service.stop(), closed.stop()]))

function signUpAs(email: string, secret = password) {
  return register({ client: service.as(), body: { email, password: secret } })
}

let made = 0

/** An address that nobody has. */
function freshAddress(): string {
  return `fresh-${++made}@example.com`
}

async function logInStatus(email: string, secret = password): Promise<number | undefined> {
  return status(await login({ client: service.as(), body: { email, password: secret } }))
}

/** What is said about a password that everybody has. */
const warnings = [
  { path: '/password', message: 'is one of the passwords that are tried first; another one would be safer' },
]

describe('register', () => {
  it('makes an account that can log in, and answers neither a token nor the password', async () => {
    const answer = await signUpAs('Ada@Example.com')
    expect(status(answer)).toBe(201)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: 'Ada@Example.com',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      warnings,
    })
    expect(await logInStatus('ada@example.com')).toBe(200)
  })

  it.each(['password123', 'PassWord123', 'ｐａｓｓｗｏｒｄ１２３', 'iloveyou'])(
    'accepts the common password %s, and warns of it',
    async (common) => {
      const address = freshAddress()
      const answer = await signUpAs(address, common)
      expect([status(answer), answer.data?.warnings]).toEqual([201, warnings])
      expect(await logInStatus(address, common)).toBe(200)
    },
  )

  it('warns of no other', async () => {
    const answer = await signUpAs(freshAddress(), 'correct horse battery staple')
    expect(status(answer)).toBe(201)
    expect(Object.keys(answer.data ?? {}).toSorted()).toEqual(['created_at', 'email', 'id'])
  })

  it('refuses an address that has an account in another spelling, and leaves that account alone', async () => {
    await signUpAs('grace@example.com')
    expectRefused(await signUpAs('GRACE@Example.COM', 'another-password'), 409, 'account_exists')
    expect(await logInStatus('grace@example.com', 'another-password')).toBe(401)
    expect(await logInStatus('grace@example.com')).toBe(200)
  })

  it('keeps addresses apart that only look alike', async () => {
    expect(status(await signUpAs('joan@example.com'))).toBe(201)
    for (const other of ['joan+x@example.com', 'j.oan@example.com', 'jоan@example.com'])
      expect(status(await signUpAs(other))).toBe(201)
    expect(await logInStatus('joan@example.com', 'none-of-theirs')).toBe(401)
  })

  it('makes one account when many ask for the same address at once', async () => {
    const asked = Array.from({ length: 8 }, (_, index) => signUpAs('race@example.com', `password-${index}`))
    const statuses = (await Promise.all(asked)).map(status)
    expect(statuses.toSorted()).toEqual([201, 409, 409, 409, 409, 409, 409, 409])
    const winner = statuses.indexOf(201)
    expect(await logInStatus('race@example.com', `password-${winner}`)).toBe(200)
    expect(await logInStatus('race@example.com', `password-${winner === 0 ? 1 : 0}`)).toBe(401)
  })

  it('names every failing member and makes no account', async () => {
    const answer = await signUpAs('no-address', 'short')
    const refusal = expectRefused(answer, 400, 'invalid_request')
    expect(failingPaths(refusal)).toEqual(['/email', '/password'])
    expect(await logInStatus('no-address', 'short')).toBe(401)
  })

  it.each([
    ['seven characters', 'passwor'],
    ['seven characters that take more than eight bytes', 'pässwör'],
    ['more than 1024 bytes in fewer characters', 'ä'.repeat(600)],
    ['more than 1024 characters', 'a'.repeat(1025)],
    ['a NUL', 'password\u0000123'],
  ])('refuses a password of %s and makes no account', async (_, secret) => {
    const email = freshAddress()
    const refusal = expectRefused(await signUpAs(email, secret), 400, 'invalid_request')
    expect(failingPaths(refusal)).toEqual(['/password'])
    expect(status(await signUpAs(email))).toBe(201)
  })

  it.each([
    ['8 characters', 'pässwörd'],
    ['1024 bytes', 'a'.repeat(1024)],
    ['spaces only', '        '],
  ])('takes a password of %s', async (_, secret) => {
    const email = freshAddress()
    expect(status(await signUpAs(email, secret))).toBe(201)
    expect(await logInStatus(email, secret)).toBe(200)
  })

  it.each([
    'a@b',
    'a@b@example.com',
    '"a b"@example.com',
    'a@example.com.',
    'a@1.2.3.4',
    'a\u0000@example.com',
  ])('refuses %j as an address', async (email) => {
    const refusal = expectRefused(await signUpAs(email), 400, 'invalid_request')
    expect(failingPaths(refusal)).toEqual(['/email'])
  })

  it('lets nobody set what is not theirs to set', async () => {
    const email = 'mallory@example.com'
    const body = { email, password, email_verified: true, id: '019c303f-9800-7baa-a189-d5905dc3fe02' }
    expectRefused(await register({ client: service.as(), body }), 400, 'invalid_request')
    expect(await logInStatus(email)).toBe(401)
  })

  it('refuses everybody alike while registration is closed', async () => {
    const ask = (email: string) => register({ client: closed.as(), body: { email, password } })
    const first = expectRefused(await ask('a@example.com'), 403, 'registration_closed')
    const again = expectRefused(await ask('a@example.com'), 403, 'registration_closed')
    expect(withoutRequestId(again)).toEqual(withoutRequestId(first))
    const answer = await login({ client: closed.as(), body: { email: 'a@example.com', password } })
    expectRefused(answer, 401, 'invalid_credentials')
  })
})
