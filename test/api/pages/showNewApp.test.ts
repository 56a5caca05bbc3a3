import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showNewApp', () => {
  it('asks for what an app needs', async () => {
    const { html } = await (await visit(service)).browser.get(`${service.url}/account/apps/new`)
    for (const name of ['name', 'description', 'redirect_uris', 'openid', 'offline_access', 'kind'])
      expect(html).toContain(`name="${name}"`)
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/apps/new')
  })
})
