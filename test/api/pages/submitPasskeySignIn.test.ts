import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { openSignIn, parametersOf, pathOf } from '#test/support/authorization.ts'
import { createBrowser, hiddenFields, textOf, type Page, type TestBrowser } from '#test/support/browser.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { signedFields } from '#test/support/passkeyForm.ts'
import { signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let appId: string
beforeAll(async () => {
  service = await startService()
  appId = (await registerTestApp(service, await signUp(service))).app_id
})
afterAll(() => service.stop())

/** Sends the form for passkeys of a page. */
const send = (browser: TestBrowser, page: Page, fields: Record<string, string>) =>
  browser.post(`${service.url}/signin/passkey`, { ...hiddenFields(page), ...fields })

describe('submitPasskeySignIn', () => {
  it('signs its owner in and goes on to what the app asks for', async () => {
    const { authenticator, person } = await signUpWithPasskey(service)
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, appId)
    const next = await browser.follow(await send(browser, page, signedFields(page, authenticator)))
    expect(pathOf(next)).toBe('/consent')
    expect(textOf(next)).toContain(`Signed in as ${person.email}.`)
  })

  it('is two factors in one: also for an account with an authenticator app', async () => {
    const { authenticator, person } = await signUpWithPasskey(service)
    await enrolAuthenticator(service, person)
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, appId)
    const code = await browser.submit(page, { login: person.email, password: person.password })
    expect(pathOf(code)).toBe('/signin/code')
    const { html } = code
    const [, form = ''] = html.split('<form class="passkey"')
    const fields = { ...hiddenFields({ ...code, html: form }), ...signedFields(code, authenticator) }
    const next = await browser.follow(await browser.post(`${service.url}/signin/passkey`, fields))
    expect(pathOf(next)).toBe('/consent')
  })

  it('works once, and signs nobody in with what somebody saw', async () => {
    const { authenticator } = await signUpWithPasskey(service)
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, appId)
    const fields = signedFields(page, authenticator)
    expect((await send(browser, page, fields)).status).toBe(303)
    const other = createBrowser(service)
    const again = await send(other, await openSignIn(service, other, appId), fields)
    expect(again.status).toBe(401)
    expect([...other.cookies.keys()]).toEqual(['latchkey-browser'])
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['JSON of another shape', '[1,null,{"a":"b"}]'],
    ['members of other types', '{"id":1,"rawId":[],"type":"public-key","response":"x"}'],
  ])('shows the page again for %s, with a fresh challenge', async (_what, credential) => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, appId)
    const again = await send(browser, page, { challenge_id: 'none', credential })
    expect([again.status, again.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="latchkey"'])
    expect(textOf(again)).toContain('The passkey was not accepted.')
    expect(again.html).toContain('data-options=')
    expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
  })

  it('signs nobody in whose authenticator did not ask for its owner', async () => {
    const { authenticator } = await signUpWithPasskey(service)
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, appId)
    const fields = signedFields(page, authenticator, { userVerified: false })
    expect((await send(browser, page, fields)).status).toBe(401)
  })

  it('needs the token of the page, and leads back to a page of ours without an app', async () => {
    const { authenticator } = await signUpWithPasskey(service)
    const browser = createBrowser(service)
    const page = await browser.open(`${service.url}/signin?return_to=%2Fsignout`)
    const fields = signedFields(page, authenticator)
    expect((await send(browser, page, { ...fields, form_token: 'another' })).status).toBe(400)
    const next = await browser.follow(await send(browser, page, fields))
    expect([pathOf(next), parametersOf(next.url)]).toEqual(['/signout', {}])
  })
})
