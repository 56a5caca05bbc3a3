import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { connectApp } from '#test/support/connections.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showConnectedApps', () => {
  it('says in plain words what each app may do, and names nobody else’s', async () => {
    const { browser, person } = await visit(service)
    const { app } = await connectApp(service, person, { name: 'Photo <b>Album' })
    const page = await browser.get(`${service.url}/account/connected-apps`)
    const text = textOf(page)
    for (const words of ['Photo <b>Album', 'See your e-mail address', 'Know that it is you'])
      expect(text).toContain(words)
    expect(page.html).not.toContain('<b>Album')
    expect((await (await visit(service)).browser.get(page.url)).html).not.toContain(app.app_id)
  })

  it('refuses a cursor that is none of ours', async () => {
    const { browser } = await visit(service)
    expectErrorPage(
      await browser.get(`${service.url}/account/connected-apps?cursor=abc`),
      400,
      'invalid_request',
    )
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/connected-apps')
  })
})
