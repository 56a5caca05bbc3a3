import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationUrl,
  credentials,
  expectErrorPage,
  openSignIn,
  pathOf,
  authorizationRequest,
  parametersOf,
} from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, linkOf, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let owner: Person
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  owner = await signUp(service)
  person = await signUp(service)
  app = await registerTestApp(service, owner)
})
afterAll(() => service.stop())

describe('submitSignIn', () => {
  it('opens a session and leads to the decision by 303', async () => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, app.app_id)
    const answer = await browser.post(actionOf(page), { ...hiddenFields(page), ...credentials(person) })
    expect([answer.status, answer.location]).toEqual([303, page.url.replace('/signin', '/consent')])
    expect(browser.setCookies.at(-1)).toMatch(/^latchkey-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('leads straight to the app where there is nothing to decide', async () => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, app.app_id)
    expect(answerOf(await browser.submit(page, credentials(owner))).get('code')).toMatch(/^code_/)
  })

  it.each([
    ['a wrong password', () => ({ login: person.email, password: 'password124' })],
    ['an unknown address', () => ({ login: 'nobody@example.com', password: 'password123' })],
    ['no address at all', () => ({ login: 'nobody', password: 'password123' })],
    ['no password', () => ({ login: person.email })],
    ['nothing', () => ({})],
  ])('shows the form again for %s: one answer, and no session', async (_what, fields) => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, app.app_id)
    const again = await browser.submit(page, fields())
    expect([again.status, again.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="latchkey"'])
    expect(again.html).toContain('role="alert">The e-mail address or the password is wrong.</p>')
    expect(again.html).toMatch(/id="password"[^>]* aria-invalid="true" aria-describedby="password-error"/)
    expect(again.html).not.toContain('password124')
    expect(again.headers.get('content-security-policy')).toContain("form-action 'self' https:")
    expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
    const right = await browser.submit(again, credentials(person))
    expect(pathOf(right)).toBe('/consent')
  })

  it('keeps the address that was typed, which is no markup', async () => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, app.app_id)
    const again = await browser.submit(page, { login: '"><img src=x>', password: 'x' })
    expect(again.html).toContain('value="&quot;&gt;&lt;img src=x&gt;"')
  })

  it('gives a fresh cookie to whoever signs in again, and the one before lets nobody in', async () => {
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(owner))
    const first = browser.cookies.get('latchkey-session')!
    const page = await browser.open(authorizationUrl(service, app.app_id, { prompt: 'login' }))
    await browser.submit(page, credentials(owner))
    expect(browser.cookies.get('latchkey-session')).not.toBe(first)
    browser.cookies.set('latchkey-session', first)
    expect(pathOf(await browser.open(authorizationUrl(service, app.app_id)))).toBe('/signin')
  })

  it('signs nobody in for an authorization that has expired', async () => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, app.app_id)
    service.clock.advance(1800)
    const expired = await browser.submit(page, credentials(owner))
    expectErrorPage(expired, 400, 'invalid_request')
    expect(parametersOf(linkOf(expired, 'Start again'))).toEqual(authorizationRequest(app.app_id))
    expect(browser.cookies.has('latchkey-session')).toBe(false)
  })

  it('refuses a form without its token', async () => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, app.app_id)
    const refused = await browser.submit(page, { ...credentials(owner), form_token: 'x' })
    expectErrorPage(refused, 400, 'invalid_request')
    expect(textOf(refused)).toContain('Nothing was changed.')
    expect(browser.cookies.has('latchkey-session')).toBe(false)
  })

  it('reads forms only', async () => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, app.app_id)
    const fields = { ...hiddenFields(page), ...credentials(owner) }
    const refused = await browser.post(actionOf(page), fields, { 'content-type': 'text/plain' })
    expectErrorPage(refused, 415, 'unsupported_media_type')
  })
})
