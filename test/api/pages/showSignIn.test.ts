import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  credentials,
  expectErrorPage,
  openConsent,
  openSignIn,
  pathOf,
  authorizationRequest,
  parametersOf,
} from '#test/support/authorization.ts'
import { createBrowser, hiddenFields, linkOf, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, await signUp(service), { name: 'Tom & "Jerry" <b>' })
})
afterAll(() => service.stop())

describe('showSignIn', () => {
  it('shows the form with the names that machines look for, and what password managers need', async () => {
    const { html, headers } = await openSignIn(service, createBrowser(service), app.app_id)
    expect(html).toMatch(/<html lang="en" dir="ltr">/)
    expect(html).toMatch(
      /<label for="login">[^<]+<\/label>\s*<input id="login" name="login" [^>]*autocomplete="username webauthn"/,
    )
    expect(html).toMatch(
      /<label for="password">[^<]+<\/label>\s*<div class="secret"[^>]*>\s*<input id="password" name="password" type="password" autocomplete="current-password"/,
    )
    expect(html).toMatch(/<button type="submit" class="button login-submit">/)
    expect(html).not.toMatch(/<script(?! src="\/assets\/)|style=|onload|javascript:/i)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('names the app, and nothing in its name is markup', async () => {
    const page = await openSignIn(service, createBrowser(service), app.app_id)
    expect(textOf(page)).toContain('to continue to Tom & "Jerry" <b>')
    expect(page.html).toContain('Tom &amp; &quot;Jerry&quot; &lt;b&gt;')
  })

  it('lets its form lead to us and to the app, and nowhere else', async () => {
    const { headers } = await openSignIn(service, createBrowser(service), app.app_id)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' https:; frame-ancestors 'none'; base-uri 'none'; script-src 'self'",
    )
  })

  it('starts with the address that the app suggests, which is no markup either', async () => {
    const { html } = await openSignIn(service, createBrowser(service), app.app_id, {
      login_hint: 'a"><script>alert(1)</script>@example.com',
    })
    expect(html).toContain('value="a&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;@example.com"')
    expect(html).not.toContain('<script>')
  })

  it.each([
    ['de-AT,de;q=0.9,en;q=0.5', undefined, 'de', 'Anmelden'],
    ['fr', undefined, 'fr', 'Connexion'],
    ['ja', undefined, 'ja', 'ログイン'],
    ['nl', undefined, 'en', 'Sign in'],
    ['en', 'de en', 'de', 'Anmelden'],
    ['de', 'nl es en', 'es', 'Iniciar sesión'],
  ])(
    'speaks the language of the person: %s, the app asks for %s',
    async (accepted, uiLocales, tag, title) => {
      const browser = createBrowser(service, accepted)
      const page = await openSignIn(service, browser, app.app_id, { ui_locales: uiLocales })
      expect(page.html).toContain(`<html lang="${tag}" dir="ltr">`)
      expect(page.html).toContain(`<h1>${title}</h1>`)
    },
  )

  it('may be reloaded, and shown to somebody who is signed in: perhaps as the wrong one', async () => {
    const browser = createBrowser(service)
    const consent = await openConsent(service, browser, app.app_id, person)
    const notYou = linkOf(consent, 'Not you?')!
    for (const page of [await browser.open(notYou), await browser.open(notYou)])
      expect([page.status, pathOf(page)]).toEqual([200, '/signin'])
  })

  it('says how to begin again when it took too long', async () => {
    const browser = createBrowser(service)
    const { url } = await openSignIn(service, browser, app.app_id)
    service.clock.advance(1799)
    expect((await browser.open(url)).status).toBe(200)
    service.clock.advance(1)
    const expired = await browser.open(url)
    expectErrorPage(expired, 400, 'invalid_request')
    expect(parametersOf(linkOf(expired, 'Start again'))).toEqual(authorizationRequest(app.app_id))
    expect(pathOf(await browser.open(linkOf(expired, 'Start again')!))).toBe('/signin')
  })

  it('leads to the account area without an app, or to the page of ours that asked for it', async () => {
    for (const [query, next] of [
      ['', '/account'],
      ['?return_to=%2Fsignout', '/signout'],
      ['?return_to=%2F%2Fevil.example', '/account'],
    ] as const) {
      const browser = createBrowser(service)
      const page = await browser.open(`${service.url}/signin${query}`)
      expect(textOf(page)).not.toContain('to continue to')
      const fields = { ...hiddenFields(page), ...credentials(person) }
      const answer = await browser.post(`${service.url}/signin`, fields)
      expect([answer.status, answer.location]).toEqual([303, `${service.url}${next}`])
    }
  })

  it('is an error page with an authorization that nobody started', async () => {
    const browser = createBrowser(service)
    await openSignIn(service, browser, app.app_id)
    for (const query of ['?transaction=', '?transaction=nonsense', `?transaction=txn_${'a'.repeat(49)}`])
      expectErrorPage(await browser.open(`${service.url}/signin${query}`), 400, 'invalid_request')
  })

  it('says nothing of it to another browser', async () => {
    const { url } = await openSignIn(service, createBrowser(service), app.app_id)
    const other = createBrowser(service)
    for (const page of [
      await other.open(url),
      await openSignIn(service, other, app.app_id).then(() => other.open(url)),
    ]) {
      expectErrorPage(page, 400, 'invalid_request')
      expect(page.html).not.toContain('Tom')
      expect(linkOf(page, 'Start again')).toBeNull()
    }
  })

  it('asks nobody once the app has had its answer', async () => {
    const browser = createBrowser(service)
    const consent = await openConsent(service, browser, app.app_id, person)
    await browser.submit(consent, { decision: 'deny' })
    const back = await browser.open(consent.url.replace('/consent', '/signin'))
    expectErrorPage(back, 400, 'invalid_request')
    expect(textOf(back)).toContain('finished already')
  })
})
