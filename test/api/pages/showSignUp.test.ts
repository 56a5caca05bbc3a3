import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { authorizationUrl, openSignIn, pathOf } from '#test/support/authorization.ts'
import { createBrowser, linkOf, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let appId: string
beforeAll(async () => {
  service = await startService()
  appId = (await registerTestApp(service, await signUp(service))).app_id
})
afterAll(() => service.stop())

describe('showSignUp', () => {
  it('Initiating User Registration §4: is where prompt=create leads, with the sign-in one link away, for the same app', async () => {
    const browser = createBrowser(service)
    const page = await browser.open(authorizationUrl(service, appId, { prompt: 'create' }))
    expect([page.status, pathOf(page)]).toEqual([200, '/signup'])
    expect(textOf(page)).toContain('to continue to My Application')
    expect(page.html).toMatch(/<input id="login" name="login" type="email" autocomplete="username"/)
    expect(page.html).toMatch(
      /<input id="password" name="password" type="password" autocomplete="new-password"/,
    )
    const signIn = await browser.open(linkOf(page, 'Sign in')!)
    expect(pathOf(signIn)).toBe('/signin')
    expect(textOf(signIn)).toContain('to continue to My Application')
  })

  it('is linked from the sign-in page', async () => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, appId)
    expect(pathOf(await browser.open(linkOf(page, 'Create an account')!))).toBe('/signup')
  })

  it('is asked for by the app also where somebody is signed in', async () => {
    const [browser, person] = [createBrowser(service), await signUp(service)]
    await browser.submit(await openSignIn(service, browser, appId), {
      login: person.email,
      password: person.password,
    })
    expect(pathOf(await browser.open(authorizationUrl(service, appId, { prompt: 'create' })))).toBe('/signup')
  })

  it('works by itself, and says that a mail was sent without saying to whom', async () => {
    const browser = createBrowser(service)
    const page = await browser.open(`${service.url}/signup`)
    expect(page.status).toBe(200)
    expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
    const sent = await browser.open(`${service.url}/signup?step=sent`)
    expect(textOf(sent)).toContain('Look into your mailbox')
  })

  it('says that there are no new accounts, and is linked from nowhere, where registration is closed', async () => {
    const closed = await startService({ LATCHKEY_REGISTRATION: 'closed' })
    const browser = createBrowser(closed)
    const page = await browser.open(`${closed.url}/signup`)
    expect(textOf(page)).toContain('No new accounts')
    expect(page.html).not.toContain('name="password"')
    expect(linkOf(await browser.open(`${closed.url}/signin`), 'Create an account')).toBeNull()
    await closed.stop()
  })
})
