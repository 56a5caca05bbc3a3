import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, expectStepUp, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showAccountDeletion', () => {
  it('says when and what, and deletes nothing', async () => {
    const { browser, person } = await visit(service)
    const page = await browser.get(`${service.url}/account/close`)
    expect(textOf(page)).toContain('The account is deleted after 30 days')
    expect(textOf(page)).toContain(`Type ${person.email} to confirm`)
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/close')
  })

  it('asks for a fresh proof of who is there', async () => {
    await expectStepUp(service, await visit(service), '/account/close')
  })
})
