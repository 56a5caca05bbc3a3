import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmPasswordReset, listApps, login, requestPasswordReset } from '../../../client/index.ts'
import { password, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { mailedTokens } from '#test/support/mailedTokens.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const another = 'another password'

function confirm(body: object) {
  return confirmPasswordReset({ client: service.as(), body: body as never })
}

/** Somebody with an account, and the token that was mailed to them. */
async function forgetful(): Promise<Person & { readonly link: string }> {
  const person = await signUp(service)
  await requestPasswordReset({ client: service.as(), body: { email: person.email } })
  const [link = ''] = await mailedTokens(service, person.email)
  return { ...person, link }
}

async function loginStatus(email: string, secret: string): Promise<number | undefined> {
  return status(await login({ client: service.as(), body: { email, password: secret } }))
}

describe('confirmPasswordReset', () => {
  it('sets the password, ends every session, and signs nobody in', async () => {
    const { email, link, token } = await forgetful()
    const answer = await confirm({ token: link, password: another })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ message: 'Password changed' })
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(header(answer, 'set-cookie')).toBeNull()
    expectRefused(await listApps({ client: service.as(token) }), 401, 'invalid_token')
    expect(await loginStatus(email, password)).toBe(401)
    expect(await loginStatus(email, another)).toBe(200)
  })

  it('warns of a common password, and sets it', async () => {
    const { email, link } = await forgetful()
    const { data } = await confirm({ token: link, password: 'iloveyou1' })
    expect(data).toMatchObject({ message: 'Password changed', warnings: [{ path: '/password' }] })
    expect(await loginStatus(email, 'iloveyou1')).toBe(200)
  })

  it('takes a password in whatever spelling it is typed', async () => {
    const { email, link } = await forgetful()
    await confirm({ token: link, password: 'pa\u017f\u017fwo\u0308rd' })
    expect(await loginStatus(email, 'passw\u00f6rd')).toBe(200)
  })

  it.each([
    ['without a token', { password: another }, ['/token']],
    ['without a password', { token: 'reset_x' }, ['/password']],
    ['with neither', {}, ['/password', '/token']],
    ['with an empty token', { token: '', password: another }, ['/token']],
    ['with a long token', { token: 'x'.repeat(129), password: another }, ['/token']],
    ['with a short password', { token: 'reset_x', password: 'short' }, ['/password']],
    ['with another account', { token: 'reset_x', password: another, email: 'a@example.com' }, ['']],
  ])('refuses a request %s', async (_, body, paths) => {
    expect(failingPaths(expectRefused(await confirm(body), 400, 'invalid_request'))).toEqual(paths)
  })

  it('names the password where it breaks the rules, and uses nothing up', async () => {
    const { email, link } = await forgetful()
    const refusal = expectRefused(await confirm({ token: link, password: 'pässwör' }), 400, 'invalid_request')
    expect(failingPaths(refusal)).toEqual(['/password'])
    expect(await loginStatus(email, password)).toBe(200)
    expect(status(await confirm({ token: link, password: another }))).toBe(200)
  })

  it.each(['reset_x', 'garbage', 'reset_UfsazQLf1-H49e1jrT-i46NdDQs9Ci18SdGmpen4w7c1Qkndh', "' or 1=1 --"])(
    'refuses the unknown token %j',
    async (token) => {
      const refusal = expectRefused(await confirm({ token, password: another }), 400, 'invalid_grant')
      expect(refusal.error_description).toBe('The link is invalid, expired or used already')
    },
  )

  it('takes no session token, and no app secret, for a link', async () => {
    const { token, email } = await forgetful()
    expectRefused(await confirm({ token, password: another }), 400, 'invalid_request')
    expectRefused(await confirm({ token: token.slice(0, 128), password: another }), 400, 'invalid_grant')
    expect(await loginStatus(email, password)).toBe(200)
  })
})
