import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showApps', () => {
  it('shows somebody’s own apps and nobody else’s', async () => {
    const { browser, person } = await visit(service)
    const own = await registerTestApp(service, person, { name: 'Mine <b>' })
    const foreign = await registerTestApp(service, await signUp(service))
    const page = await browser.get(`${service.url}/account/apps`)
    expect([textOf(page).includes('Mine <b>'), page.html.includes('Mine <b>')]).toEqual([true, false])
    expect([page.html.includes(own.app_id), page.html.includes(foreign.app_id)]).toEqual([true, false])
    expect(page.html).not.toContain(own.app_secret)
  })

  it('refuses a cursor that is none of ours', async () => {
    const { browser } = await visit(service)
    expectErrorPage(await browser.get(`${service.url}/account/apps?cursor=abc`), 400, 'invalid_request')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/apps')
  })
})
