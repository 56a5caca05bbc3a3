import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken } from '../../../client/index.ts'
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

describe('showApp', () => {
  it('shows what an app is registered with, its secrets and its usage, and no secret', async () => {
    const { browser, person } = await visit(service)
    const app = await registerTestApp(service, person)
    const body = {
      grant_type: 'client_credentials',
      client_id: app.app_id,
      client_secret: app.app_secret!,
    } as const
    await issueToken({ client: service.as(), body, throwOnError: true })
    const page = await browser.get(`${service.url}/account/apps/${app.app_id}`)
    const text = textOf(page)
    for (const words of [
      app.app_id,
      'https://example.com/callback',
      'default',
      '1 of 1,000',
      '1 of 10,000',
      'Last used',
    ])
      expect(text).toContain(words)
    expect(page.html).not.toContain(app.app_secret)
  })

  it('answers for somebody else’s app as for one that never was', async () => {
    const { browser } = await visit(service)
    const { app_id, application } = await registerTestApp(service, await signUp(service))
    for (const id of [app_id, application.id, 'x'])
      expectErrorPage(await browser.get(`${service.url}/account/apps/${id}`), 404, 'not_found')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/apps/x')
  })
})
