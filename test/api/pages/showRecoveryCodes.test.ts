import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { turnTotpOn } from '#test/support/accountForms.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showRecoveryCodes', () => {
  it('tells how many are left, and none of them', async () => {
    const visitor = await visit(service)
    const { codes } = await turnTotpOn(service, visitor)
    const page = await visitor.browser.get(`${service.url}/account/two-factor/recovery-codes`)
    expect(textOf(page)).toContain('Recovery codes left: 10')
    for (const code of codes) expect(page.html).not.toContain(code)
  })

  it('offers none where there is no second factor', async () => {
    const page = await (await visit(service)).browser.get(`${service.url}/account/two-factor/recovery-codes`)
    expect([
      textOf(page).includes('Turn a second factor on first'),
      page.html.includes('form_token'),
    ]).toEqual([true, false])
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/two-factor/recovery-codes')
  })
})
