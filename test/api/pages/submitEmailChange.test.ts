import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { password, signUp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, textOf } from '#test/support/browser.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** The page of somebody who wants another address. */
async function open() {
  const [person, email] = [await signUp(service), freshAddress()]
  const token = await mailedChange(service, person, email)
  const browser = createBrowser(service)
  const page = await browser.open(`${service.url}/change-email?token=${token}`)
  const address = async () => (await getAccount({ client: service.as(person.token) })).data?.email
  return { person, email, browser, page, address }
}

describe('submitEmailChange', () => {
  it('changes the address, and signs nobody in', async () => {
    const { browser, page, email, address } = await open()
    const done = await browser.submit(page, { password })
    expect([done.status, textOf(done).includes('The address is changed.')]).toEqual([200, true])
    expect(browser.cookies.has('latchkey-session')).toBe(false)
    expect(await address()).toBe(email)
    expectErrorPage(await browser.submit(page, { password }), 400, 'invalid_grant')
  })

  it('shows the form again for a wrong password, and uses nothing up', async () => {
    const { browser, page, person, email, address } = await open()
    const again = await browser.submit(page, { password: 'wrong' })
    expect([again.status, textOf(again).includes('not the password of the account')]).toEqual([401, true])
    expect(again.headers.get('content-security-policy')).toContain("; script-src 'self'")
    expect(await address()).toBe(person.email)
    expect((await browser.submit(again, { password })).status).toBe(200)
    expect(await address()).toBe(email)
  })

  it('refuses a form of another site or another browser', async () => {
    const { browser, page, person, address } = await open()
    const fields = { ...hiddenFields(page), password }
    for (const refused of [
      await browser.post(actionOf(page), fields, { origin: 'https://evil.example' }),
      await createBrowser(service).post(actionOf(page), fields),
    ])
      expectErrorPage(refused, 400, 'invalid_request')
    expect(await address()).toBe(person.email)
  })
})
