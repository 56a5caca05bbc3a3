import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, expectStepUp, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showNewEmail', () => {
  it('names the present address and asks for another one', async () => {
    const { browser, person } = await visit(service)
    const page = await browser.get(`${service.url}/account/email`)
    expect(textOf(page)).toContain(`Your address is ${person.email}.`)
    expect(page.html).toMatch(/name="email" type="email" autocomplete="email"/)
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/email')
  })

  it('asks for a fresh proof of who is there', async () => {
    await expectStepUp(service, await visit(service), '/account/email')
  })
})
