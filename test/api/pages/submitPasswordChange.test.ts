import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getSession, login } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { password } from '#test/support/actors.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const loginStatus = async (email: string, text: string) =>
  (await login({ client: service.as(), body: { email, password: text } })).response?.status
const next = 'correct horse battery staple'

describe('submitPasswordChange', () => {
  it('puts the new password in the place of the old one, and goes on in this browser only', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}/account/password`)
    const done = await sendForm(service, visitor, page, '/account/password', {
      current_password: password,
      new_password: next,
    })
    expect([done.status, textOf(done).includes('Your password is changed. Everywhere else')]).toEqual([
      200,
      true,
    ])
    const { email, token } = visitor.person
    expect([await loginStatus(email, password), await loginStatus(email, next)]).toEqual([401, 200])
    expect((await getSession({ client: service.as(token) })).response?.status).toBe(401)
  })

  it('says that a password is one of the first to be tried', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}/account/password`)
    const fields = { current_password: password, new_password: 'password1234' }
    expect(textOf(await sendForm(service, visitor, page, '/account/password', fields))).toContain(
      'one of those that are tried first',
    )
  })

  it.each([
    ['a wrong present password', { current_password: 'wrong' }, 401, 'That is not your current password.'],
    ['no present password', { current_password: '' }, 401, 'That is not your current password.'],
    ['a short new one', { new_password: 'short' }, 400, 'This password is too short.'],
  ])('says so of %s, and changes nothing', async (_name, fields, status, words) => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}/account/password`)
    const sent = { current_password: password, new_password: next, ...fields }
    const again = await sendForm(service, visitor, page, '/account/password', sent)
    expect([again.status, textOf(again).includes(words)]).toEqual([status, true])
    expect(again.html).not.toContain(next)
    expect(again.headers.get('content-security-policy')).toContain("; script-src 'self'")
    expect(await loginStatus(visitor.person.email, password)).toBe(200)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}/account/password`)
    const fields = { current_password: password, new_password: next }
    const look = () => loginStatus(visitor.person.email, password)
    await expectGuarded(service, { visitor, page, action: '/account/password', fields, look })
  })
})
