import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationUrl,
  credentials,
  expectErrorPage,
  openCodePage,
  openSignIn,
  pathOf,
} from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, textOf, type TestBrowser } from '#test/support/browser.ts'
import { enrolAuthenticator, wrongCodeOf, type Authenticator } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let authenticator: Authenticator
let app: AppRegistrationResponse
/** the code that was shown last, kept: half a minute later the authenticator shows another */
let shown = ''

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
  authenticator = await enrolAuthenticator(service, person)
})
afterAll(() => service.stop())

const showCode = () => (shown = authenticator.nextCode())

const open = (browser: TestBrowser, changes = {}) =>
  openCodePage(service, browser, app.app_id, person, changes)

describe('submitSecondFactor', () => {
  it('opens a session with both factors and leads to the app', async () => {
    const browser = createBrowser(service)
    const page = await open(browser)
    const answer = await browser.submit(page, { code: showCode() })
    expect(answerOf(answer).get('code')).toMatch(/^code_/)
    expect(browser.setCookies.at(-1)).toMatch(/^latchkey-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    // Signed in, nothing is asked a second time.
    expect(answerOf(await browser.open(authorizationUrl(service, app.app_id))).get('code')).toMatch(/^code_/)
  })

  it('takes a recovery code', async () => {
    const browser = createBrowser(service)
    const [code = ''] = authenticator.recoveryCodes
    expect(answerOf(await browser.submit(await open(browser), { code })).has('code')).toBe(true)
  })

  it.each([
    ['a wrong code', () => wrongCodeOf(service, authenticator.secret)],
    ['a code that was used before', () => shown],
    ['no code', () => ''],
    ['something else', () => '"><img src=x>'],
  ])('shows the form again for %s, and signs nobody in', async (_what, code) => {
    const browser = createBrowser(service)
    const page = await open(browser)
    const again = await browser.submit(page, { code: code() })
    expect([again.status, again.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="latchkey"'])
    expect(again.html).toContain('role="alert">The code is wrong, has expired, or was used already.</p>')
    expect(again.html).toMatch(/id="code"[^>]* aria-invalid="true" aria-describedby="code-error code-help"/)
    expect(again.html).not.toContain('img src')
    expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
    expect(answerOf(await browser.submit(again, { code: showCode() })).has('code')).toBe(true)
  })

  it('leads back to the password after five wrong codes, and after five minutes', async () => {
    const browser = createBrowser(service)
    let page = await open(browser)
    for (let time = 0; time < 5; time += 1)
      page = await browser.submit(page, { code: wrongCodeOf(service, authenticator.secret) })
    expect([page.status, pathOf(page)]).toEqual([401, '/signin/code'])
    expect(pathOf(await browser.submit(page, { code: showCode() }))).toBe('/signin')

    const slow = await open(browser)
    service.clock.advance(301)
    expect(pathOf(await browser.submit(slow, { code: showCode() }))).toBe('/signin')
    expect(browser.cookies.has('latchkey-session')).toBe(false)
  })

  it('begins anew with another password, in the same authorization', async () => {
    const browser = createBrowser(service)
    const first = await open(browser)
    for (let time = 0; time < 5; time += 1)
      await browser.submit(first, { code: wrongCodeOf(service, authenticator.secret) })
    const signIn = await browser.open(first.url)
    const second = await browser.submit(signIn, credentials(person))
    expect(answerOf(await browser.submit(second, { code: showCode() })).has('code')).toBe(true)
  })

  it('is done once: the form that was sent already tells so', async () => {
    const browser = createBrowser(service)
    const page = await open(browser)
    await browser.submit(page, { code: showCode() })
    const again = await browser.submit(page, { code: showCode() })
    expectErrorPage(again, 400, 'invalid_request')
    expect(textOf(again)).toContain('This sign-in is finished already.')
  })

  it('refuses a form from elsewhere, without its token, and with that of the password', async () => {
    const browser = createBrowser(service)
    const signIn = await openSignIn(service, browser, app.app_id)
    const page = await browser.submit(signIn, credentials(person))
    const code = showCode()
    const fields = { ...hiddenFields(page), code }
    const foreign = await browser.post(actionOf(page), fields, { origin: 'https://evil.example' })
    expectErrorPage(foreign, 400, 'invalid_request')
    for (const form_token of ['x', hiddenFields(signIn)['form_token']!])
      expectErrorPage(await browser.submit(page, { code, form_token }), 400, 'invalid_request')
    expect(browser.cookies.has('latchkey-session')).toBe(false)
    expect(answerOf(await browser.submit(page, { code })).has('code')).toBe(true)
  })

  it('completes nothing in another browser, which has proven no password', async () => {
    const browser = createBrowser(service)
    const page = await open(browser)
    const thief = createBrowser(service)
    await openSignIn(service, thief, app.app_id)
    const refused = await thief.submit(page, { code: showCode() })
    expectErrorPage(refused, 400, 'invalid_request')
    expect(thief.cookies.has('latchkey-session')).toBe(false)
  })
})
