import { auth } from 'express-openid-connect'
import session from 'express-session'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signUp, type Person } from '#test/support/actors.ts'
import { pathOf } from '#test/support/authorization.ts'
import { createBrowser, type TestBrowser } from '#test/support/browser.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { startExpressApp, type ExpressApp } from './expressApp.ts'
import { signInAs, walk } from './walk.ts'

let service: TestService
let site: ExpressApp
let person: Person
let browser: TestBrowser

beforeAll(async () => {
  service = await startService(openRegistration)
  site = await startExpressApp()
  await writeSite()
})
afterAll(async () => {
  await site.stop()
  await service.stop()
})
beforeEach(async () => {
  person = await signUp(service)
  browser = createBrowser(service)
})

/** An app that is all behind the sign-in, knows us by discovery, and hears of sign-outs behind the browser's back. */
async function writeSite(): Promise<void> {
  const { app, url } = site
  const { client_id, client_secret } = await registerByItself(service, {
    redirect_uris: [`${url}/callback`],
    post_logout_redirect_uris: [url],
    grant_types: ['authorization_code', 'refresh_token'],
    backchannel_logout_uri: `${url}/backchannel-logout`,
  })
  const protect = auth({
    issuerBaseURL: service.url,
    baseURL: url,
    clientID: client_id,
    clientSecret: client_secret!,
    secret: 'a secret of the app, for its cookies',
    idpLogout: true,
    authorizationParams: { response_type: 'code', scope: 'openid email' },
    backchannelLogout: { store: new session.MemoryStore() as never },
  })
  app.use(protect)
  app.get('/', async ({ oidc }, response) =>
    response.json({ claims: oidc.idTokenClaims, userinfo: await oidc.fetchUserInfo() }),
  )
  app.get('/refresh', async ({ oidc }, response) => {
    const former = oidc.accessToken!.access_token
    const { access_token } = await oidc.accessToken!.refresh()
    response.json({ isNew: access_token !== former, userinfo: await oidc.fetchUserInfo() })
  })
  app.use(
    (
      error: { readonly error?: string },
      _request: unknown,
      response: { json(body: unknown): void },
      _next: unknown,
    ) => response.json({ error: error.error }),
  )
}

const read = async (url: string) => JSON.parse((await walk(browser, url)).html) as unknown

describe('express-openid-connect', () => {
  it('signs in with PKCE and nonce, and reads userinfo', async () => {
    const home = await signInAs(person, browser, site.url)
    expect(home.url).toBe(`${site.url}/`)
    expect(JSON.parse(home.html)).toMatchObject({
      claims: { iss: service.url, sub: person.id, sid: expect.any(String) },
      userinfo: { sub: person.id, email: person.email },
    })
  })

  it('refreshes', async () => {
    await signInAs(person, browser, site.url)
    expect(await read(`${site.url}/refresh`)).toMatchObject({ isNew: true, userinfo: { sub: person.id } })
  })

  it('signs out at the provider too', async () => {
    await signInAs(person, browser, site.url)
    const page = await walk(browser, `${site.url}/logout`)
    // The app protects its home as well: it sends the browser to us again, where nobody is signed in any more.
    expect(pathOf(page)).toBe('/signin')
    expect(browser.cookies.has('latchkey-session')).toBe(false)
  })

  it('takes the logout token when the sign-out happens here, and has no session then', async () => {
    await signInAs(person, browser, site.url)
    const cookie = browser.cookies.get('appSession')
    await browser.submit(await browser.open(`${service.url}/signout`), {})
    await service.running.jobs.idle()
    expect(browser.cookies.get('appSession')).toBe(cookie)
    expect(pathOf(await walk(browser, site.url))).toBe('/signin')
  })

  it('hears a no', async () => {
    const page = await signInAs(person, browser, site.url, 'deny')
    expect(JSON.parse(page.html)).toEqual({ error: 'access_denied' })
  })
})
