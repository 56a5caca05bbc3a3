import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showExport', () => {
  it('says what the file holds, and where the account is deleted', async () => {
    const page = await (await visit(service)).browser.get(`${service.url}/account/export`)
    expect(page.html).toContain('href="/account/export/download"')
    expect(page.html).toContain('href="/account/close"')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/export')
  })
})
