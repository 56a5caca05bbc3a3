import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { login, register, verifyEmail } from '../../../client/index.ts'
import { password } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { mailedTokens } from '#test/support/mailedTokens.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({ LATCHKEY_REGISTRATION: 'verified' })
})

afterAll(() => service.stop())

function confirm(body: object) {
  return verifyEmail({ client: service.as(), body: body as never })
}

let made = 0

/** Registers a fresh address: the account as the registration was told, and the token that was mailed. */
async function registered() {
  const email = `fresh-${++made}@example.com`
  const client = service.as()
  const { data } = await register({ client, body: { email, password }, throwOnError: true })
  const { warnings: _warnings, ...user } = data
  const [token = ''] = await mailedTokens(service, email)
  return { user, email, token }
}

async function loginStatus(email: string): Promise<number | undefined> {
  return status(await login({ client: service.as(), body: { email, password } }))
}

describe('verifyEmail', () => {
  it('makes the account of the registration, and signs nobody in', async () => {
    const { user, email, token } = await registered()
    expect(await loginStatus(email)).toBe(401)
    const answer = await confirm({ token, password })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual(user)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(header(answer, 'set-cookie')).toBeNull()
    expect(await loginStatus(email)).toBe(200)
  })

  it('asks for the password of the registration, in whatever spelling', async () => {
    const { email, token } = await registered()
    const wrong = expectRefused(await confirm({ token, password: 'Password123' }), 401, 'invalid_credentials')
    expect(wrong.error_description).toBe('The password is not the one of the registration')
    expect(await loginStatus(email)).toBe(401)
    expect(status(await confirm({ token, password: 'ｐassword123' }))).toBe(200)
  })

  it('works once', async () => {
    const { token } = await registered()
    await confirm({ token, password })
    expectRefused(await confirm({ token, password }), 400, 'invalid_grant')
  })

  it.each([
    ['without a token', { password }, ['/token']],
    ['without a password', { token: 'verify_x' }, ['/password']],
    ['with an empty password', { token: 'verify_x', password: '' }, ['/password']],
    ['with a number for a token', { token: 7, password }, ['/token']],
    ['with an address', { token: 'verify_x', password, email: 'a@example.com' }, ['']],
  ])('refuses a request %s', async (_, body, paths) => {
    expect(failingPaths(expectRefused(await confirm(body), 400, 'invalid_request'))).toEqual(paths)
  })

  it.each(['verify_x', 'garbage', 'verify_UfsazQLf1-H49e1jrT-i46NdDQs9Ci18SdGmpen4w7c4IN1qX'])(
    'refuses the unknown token %j, whatever the password',
    async (token) => {
      expectRefused(await confirm({ token, password }), 400, 'invalid_grant')
      expectRefused(await confirm({ token, password: 'wrong' }), 400, 'invalid_grant')
    },
  )
})
