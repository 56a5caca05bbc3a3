import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { credentials, openSignIn } from '#test/support/authorization.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showSignOut', () => {
  it('asks whoever is signed in, and changes nothing', async () => {
    const app = await registerTestApp(service, await signUp(service))
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(await signUp(service)))
    expect(textOf(await browser.open(`${service.url}/signout`))).toContain('Sign out?')
    expect(textOf(await browser.open(`${service.url}/signout`))).toContain('Sign out?')
  })

  it('says that nobody is signed in any more', async () => {
    const page = await createBrowser(service).open(`${service.url}/signout`)
    expect([page.status, textOf(page).includes('You are logged out')]).toEqual([200, true])
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self';")
  })
})
