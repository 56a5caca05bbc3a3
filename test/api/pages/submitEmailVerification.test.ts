import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { login, register } from '../../../client/index.ts'
import { status } from '#test/support/answers.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, textOf } from '#test/support/browser.ts'
import { mailedLinks } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({ LATCHKEY_REGISTRATION: 'verified' })
})
afterAll(() => service.stop())

let made = 0

/** The page of somebody who has just registered. */
async function open() {
  const body = { email: `fresh-${++made}@example.com`, password: 'password123' }
  await register({ client: service.as(), body, throwOnError: true })
  const [link] = await mailedLinks(service)
  const browser = createBrowser(service)
  const loginStatus = async () => status(await login({ client: service.as(), body }))
  return { browser, page: await browser.open(link!), loginStatus }
}

describe('submitEmailVerification', () => {
  it('makes the account, and signs nobody in', async () => {
    const { browser, page, loginStatus } = await open()
    const done = await browser.submit(page, { password: 'password123' })
    expect([done.status, textOf(done).includes('The address is confirmed.')]).toEqual([200, true])
    expect(browser.cookies.has('latchkey-session')).toBe(false)
    expect(await loginStatus()).toBe(200)
    expectErrorPage(await browser.submit(page, { password: 'password123' }), 400, 'invalid_grant')
  })

  it('shows the form again for a wrong password, and uses nothing up', async () => {
    const { browser, page, loginStatus } = await open()
    const again = await browser.submit(page, { password: 'password124' })
    expect([again.status, textOf(again).includes('That is not the password')]).toEqual([401, true])
    expect(again.headers.get('content-security-policy')).toContain("; script-src 'self'")
    expect(await loginStatus()).toBe(401)
    expect((await browser.submit(again, { password: 'password123' })).status).toBe(200)
    expect(await loginStatus()).toBe(200)
  })

  it('refuses a form of another site or another browser', async () => {
    const { browser, page, loginStatus } = await open()
    const fields = { ...hiddenFields(page), password: 'password123' }
    const elsewhere = { origin: 'https://evil.example' }
    for (const refused of [
      await browser.post(actionOf(page), fields, elsewhere),
      await createBrowser(service).post(actionOf(page), fields),
    ])
      expectErrorPage(refused, 400, 'invalid_request')
    expect(await loginStatus()).toBe(401)
  })
})
