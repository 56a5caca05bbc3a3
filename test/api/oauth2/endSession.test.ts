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

// What apps and people may expect of it stands in test/conformance/logout.test.ts.
describe('endSession', () => {
  it('asks whoever is signed in, in their language, and ignores what it does not know', async () => {
    const app = await registerTestApp(service, await signUp(service))
    const person = await signUp(service)
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(person))
    const page = await browser.open(`${service.url}/oauth2/logout?unknown=1&ui_locales=de`)
    expect([page.status, textOf(page).includes('Abmelden?')]).toEqual([200, true])
    expect(textOf(page)).toContain(person.email)
    expect(page.headers.get('cache-control')).toBe('no-store')
  })

  it('leads to the page that says so where nobody is signed in', async () => {
    const page = await createBrowser(service).get(`${service.url}/oauth2/logout`)
    expect([page.status, page.location]).toEqual([303, `${service.url}/signout`])
  })

  it('refuses a repeated parameter', async () => {
    const page = await createBrowser(service).get(`${service.url}/oauth2/logout?state=1&state=2`)
    expect(page.status).toBe(400)
  })
})
