import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, expectStepUp, visit } from '#test/support/accountPages.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showNewAppPassword', () => {
  it('asks for a name, what it opens and how long it works', async () => {
    const { html } = await (await visit(service)).browser.get(`${service.url}/account/app-passwords/new`)
    for (const name of ['name', 'read', 'write', 'lifetime']) expect(html).toContain(`name="${name}"`)
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/app-passwords/new')
  })

  it('asks for a fresh proof of who is there', async () => {
    await expectStepUp(service, await visit(service), '/account/app-passwords/new')
  })
})
