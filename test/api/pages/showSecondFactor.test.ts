import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectErrorPage, openCodePage, openSignIn, pathOf } from '#test/support/authorization.ts'
import { createBrowser, hiddenFields, linkOf, textOf, type TestBrowser } from '#test/support/browser.ts'
import { enrolAuthenticator, type Authenticator } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let authenticator: Authenticator
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
  authenticator = await enrolAuthenticator(service, person)
})
afterAll(() => service.stop())

const open = (browser: TestBrowser, changes = {}) =>
  openCodePage(service, browser, app.app_id, person, changes)

describe('showSecondFactor', () => {
  it('follows a right password: one field for the code, no script, nobody signed in yet', async () => {
    const browser = createBrowser(service)
    const page = await open(browser)
    expect([page.status, pathOf(page)]).toEqual([200, '/signin/code'])
    expect(page.html).toMatch(/<input id="code" name="code"[^>]* autocomplete="one-time-code"/)
    expect(page.html.match(/<input (?!type="hidden")/g)).toHaveLength(1)
    expect(page.html).not.toContain('<script')
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https:")
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
    expect(textOf(page)).toContain('Enter the code that your authenticator app shows.')
  })

  it('may be reloaded, and left for the password', async () => {
    const browser = createBrowser(service)
    const page = await open(browser)
    const again = await browser.open(page.url)
    expect([again.status, pathOf(again)]).toEqual([200, '/signin/code'])
    const back = await browser.open(linkOf(page, 'Begin again with the password')!)
    expect(pathOf(back)).toBe('/signin')
  })

  it('speaks the languages of app and browser', async () => {
    expect(textOf(await open(createBrowser(service, 'de')))).toContain('Noch ein Schritt')
    expect(textOf(await open(createBrowser(service), { ui_locales: 'de' }))).toContain('Noch ein Schritt')
  })

  it('leads to the password where none was shown, and five minutes after one was', async () => {
    const browser = createBrowser(service)
    const signIn = await openSignIn(service, browser, app.app_id)
    const early = await browser.open(signIn.url.replace('/signin', '/signin/code'))
    expect(pathOf(early)).toBe('/signin')
    const page = await open(browser)
    service.clock.advance(301)
    expect(pathOf(await browser.open(page.url))).toBe('/signin')
  })

  it('is nothing to another browser, and for another authorization', async () => {
    const browser = createBrowser(service)
    const page = await open(browser)
    expectErrorPage(await createBrowser(service).get(page.url), 400, 'invalid_request')
    const other = await openSignIn(service, browser, app.app_id)
    const { transaction = '' } = hiddenFields(other)
    expect(pathOf(await browser.open(`${service.url}/signin/code?transaction=${transaction}`))).toBe(
      '/signin',
    )
  })

  it('is over once the sign-in was completed', async () => {
    const browser = createBrowser(service)
    const page = await open(browser, { prompt: 'consent' })
    expect(pathOf(await browser.submit(page, { code: authenticator.nextCode() }))).toBe('/consent')
    expect(pathOf(await browser.open(page.url))).toBe('/signin')
  })
})
