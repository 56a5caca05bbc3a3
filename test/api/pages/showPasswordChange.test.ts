import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, expectStepUp, visit } from '#test/support/accountPages.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showPasswordChange', () => {
  it('asks for both passwords in fields that programs know, and names the account for them', async () => {
    const { browser, person } = await visit(service)
    const { html } = await browser.get(`${service.url}/account/password`)
    expect(html).toMatch(/name="current_password"[^>]* autocomplete="current-password"/)
    expect(html).toMatch(/name="new_password"[^>]* autocomplete="new-password"/)
    expect(html).toContain(`autocomplete="username" value="${person.email}"`)
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/password')
  })

  it('asks for a fresh proof of who is there', async () => {
    await expectStepUp(service, await visit(service), '/account/password')
  })
})
