import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getApp } from '../../../client/index.ts'
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

describe('showAppRemoval', () => {
  it('says what ends, and deletes nothing', async () => {
    const { browser, person } = await visit(service)
    const { app_id: appId } = await registerTestApp(service, person)
    const page = await browser.get(`${service.url}/account/apps/${appId}/remove`)
    expect(textOf(page)).toContain('My Application stops working for everybody at once.')
    expect((await getApp({ client: service.as(person.token), path: { appId } })).response?.status).toBe(200)
  })

  it('answers for somebody else’s app as for one that never was', async () => {
    const { browser } = await visit(service)
    const { app_id, application } = await registerTestApp(service, await signUp(service))
    for (const id of [app_id, application.id, 'x'])
      expectErrorPage(await browser.get(`${service.url}/account/apps/${id}/remove`), 404, 'not_found')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/apps/x/remove')
  })
})
