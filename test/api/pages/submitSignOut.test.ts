import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { authorizationUrl, credentials, openSignIn, pathOf } from '#test/support/authorization.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('submitSignOut', () => {
  it('ends the session of this browser: also its cookie, kept by somebody, opens nothing', async () => {
    const app = await registerTestApp(service, await signUp(service))
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(await signUp(service)))
    const kept = browser.cookies.get('latchkey-session')!
    const done = await browser.submit(await browser.open(`${service.url}/signout`), {})
    expect(textOf(done)).toContain('You are logged out')
    expect(browser.cookies.has('latchkey-session')).toBe(false)
    browser.cookies.set('latchkey-session', kept)
    expect(pathOf(await browser.open(authorizationUrl(service, app.app_id)))).toBe('/signin')
  })

  it('may be sent twice', async () => {
    const app = await registerTestApp(service, await signUp(service))
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(await signUp(service)))
    const page = await browser.open(`${service.url}/signout`)
    expect(textOf(await browser.submit(page, {}))).toContain('You are logged out')
    expect(textOf(await browser.submit(page, {}))).toContain('You are logged out')
  })
})
