import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showAppSettings', () => {
  it('shows what is there, to be changed', async () => {
    const { browser, person } = await visit(service)
    const { app_id } = await registerTestApp(service, person, {
      redirect_uris: ['https://a.example/1', 'https://a.example/2'],
    })
    const { html } = await browser.get(`${service.url}/account/apps/${app_id}/settings`)
    expect(html).toContain('https://a.example/1\nhttps://a.example/2</textarea>')
    expect(html).toContain('id="scope-profile" type="checkbox" name="profile" value="true" checked')
    expect(html).not.toContain('name="kind"')
  })

  it('answers for somebody else’s app as for one that never was', async () => {
    const { browser } = await visit(service)
    const { app_id, application } = await registerTestApp(service, await signUp(service))
    for (const id of [app_id, application.id, 'x'])
      expectErrorPage(await browser.get(`${service.url}/account/apps/${id}/settings`), 404, 'not_found')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/apps/x/settings')
  })
})
