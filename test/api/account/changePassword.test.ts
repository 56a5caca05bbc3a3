import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changePassword,
  confirmPasswordReset,
  createAppPassword,
  getAccount,
  getSession,
  listActivity,
  listAppPasswords,
  login,
  requestPasswordReset,
} from '../../../client/index.ts'
import { obtainTokens, password, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { linkToken, mailsTo, subjectsTo } from '#test/support/mails.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectDead, refresh } from '#test/support/tokens.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const next = 'correct horse battery staple'

function change({ token }: Pick<Person, 'token'>, more: object = {}) {
  const body = { current_password: password, new_password: next, ...more }
  return changePassword({ client: service.as(token), body })
}

const loginStatus = async (email: string, text: string) =>
  status(await login({ client: service.as(), body: { email, password: text } }))

const sessionStatus = async (token: string) => status(await getSession({ client: service.as(token) }))

describe('changePassword', () => {
  it('puts the new password in the place of the old one, and tells the owner', async () => {
    const person = await signUp(service)
    const answer = await change(person)
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ message: 'Password changed' })
    expect(await loginStatus(person.email, password)).toBe(401)
    expect(await loginStatus(person.email, next)).toBe(200)
    expect(await subjectsTo(service, person.email)).toEqual(['Your password was changed'])
    const { data = [] } = await listActivity({ client: service.as(person.token) })
    expect(data.map(({ kind }) => kind)).toEqual(['signed_in', 'password_changed', 'signed_in'])
    expect(JSON.stringify(data)).not.toContain(next)
  })

  it('ends every session but its own, every grant and every mailed link', async () => {
    const person = await signUp(service)
    const other = await signIn(service, person.email)
    const app = await registerTestApp(service, person)
    const tokens = await obtainTokens(service, person, app)
    const elsewhere = await obtainTokens(service, { ...person, token: other }, app)
    await requestPasswordReset({ client: service.as(), body: { email: person.email }, throwOnError: true })
    const [mail] = await mailsTo(service, person.email)
    await change(person)
    expect([await sessionStatus(person.token), await sessionStatus(other)]).toEqual([200, 401])
    for (const { access_token: token, refresh_token: refreshToken } of [tokens, elsewhere]) {
      await expectDead(service, app, token)
      expectRefused(await refresh(service, app, refreshToken), 400, 'invalid_grant')
    }
    const body = { token: linkToken(mail), password: 'yet another password' }
    expectRefused(await confirmPasswordReset({ client: service.as(), body }), 400, 'invalid_grant')
  })

  it('leaves app passwords as they are, unless it is asked to end them', async () => {
    const person = await signUp(service)
    const body = { name: 'script', scopes: ['read' as const] }
    const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    await change(person)
    const script = service.as(data.app_password)
    expect(status(await getAccount({ client: script }))).toBe(200)
    const again = { current_password: next, new_password: password, end_app_passwords: true }
    expect(status(await change(person, again))).toBe(200)
    expectRefused(await getAccount({ client: script }), 401, 'invalid_token')
    expect((await listAppPasswords({ client: service.as(person.token) })).data).toEqual([])
  })

  it('refuses a wrong present password, and changes nothing', async () => {
    const person = await signUp(service)
    const other = await signIn(service, person.email)
    const refusal = expectRefused(
      await change(person, { current_password: 'Password123' }),
      401,
      'invalid_credentials',
    )
    expect(refusal.error_description).toBe('The current password is wrong')
    expect(await loginStatus(person.email, password)).toBe(200)
    expect(await sessionStatus(other)).toBe(200)
    expect(await subjectsTo(service, person.email)).toEqual([])
  })

  it('counts wrong ones as guesses: after some of them not even the right one is heard', async () => {
    const person = await signUp(service)
    for (let attempt = 0; attempt < 12; attempt++) await change(person, { current_password: 'wrong' })
    expectRefused(await change(person), 401, 'invalid_credentials')
    expect(await sessionStatus(person.token)).toBe(200)
  })

  it('asks for a fresh sign-in', async () => {
    const person = await signUp(service)
    service.clock.advance(301)
    const answer = await change(person)
    expectRefused(answer, 401, 'insufficient_user_authentication')
    expect(header(answer, 'www-authenticate')).toContain('max_age="300"')
    expect(await loginStatus(person.email, password)).toBe(200)
  })

  it('is won by one of several at once', async () => {
    const person = await signUp(service)
    const texts = Array.from({ length: 6 }, (_, index) => `the password number ${index}`)
    const answers = await Promise.all(texts.map((text) => change(person, { new_password: text })))
    const winners = texts.filter((_, index) => status(answers[index]!) === 200)
    expect(winners).toHaveLength(1)
    for (const answer of answers) expect([200, 401, 503]).toContain(status(answer))
    expect(await loginStatus(person.email, winners[0]!)).toBe(200)
  })

  it.each([
    [{ new_password: 'short' }, ['/new_password']],
    [{ new_password: 'x'.repeat(1025) }, ['/new_password']],
    [{ new_password: '\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000' }, ['/new_password']],
    [{ current_password: '' }, ['/current_password']],
    [{ new_password: undefined }, ['/new_password']],
    [{ end_app_passwords: 'yes' }, ['/end_app_passwords']],
    [{ email: 'other@example.com' }, ['']],
  ])('refuses %j', async (more, paths) => {
    const person = await signUp(service)
    expect(failingPaths(expectRefused(await change(person, more), 400, 'invalid_request'))).toEqual(paths)
    expect(await loginStatus(person.email, password)).toBe(200)
  })

  it('opens to no app password and to nobody', async () => {
    const person = await signUp(service)
    const body = { name: 'script', scopes: ['read' as const, 'write' as const] }
    const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    expectRefused(await change({ token: data.app_password }), 403, 'insufficient_scope')
    expectRefused(await change({ token: 'nonsense' }), 401, 'invalid_token')
  })
})
