import session from 'express-session'
import passport from 'passport'
import Strategy from 'passport-openidconnect'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { pathOf } from '#test/support/authorization.ts'
import { createBrowser, type TestBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { startExpressApp, type ExpressApp } from './expressApp.ts'
import { signInAs, walk } from './walk.ts'

let service: TestService
let site: ExpressApp
let person: Person
let browser: TestBrowser

beforeAll(async () => {
  service = await startService()
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

/** The app of the library's own README, with sign-out added. The library knows neither PKCE nor discovery. */
async function writeSite(): Promise<void> {
  const { app, url } = site
  const { app_id, app_secret } = await registerTestApp(service, await signUp(service), {
    redirect_uris: [`${url}/callback`],
    post_logout_redirect_uris: [`${url}/signed-out`],
    require_pkce: false,
  })
  const authenticator = new passport.Passport()
  const strategy = new Strategy(
    {
      issuer: service.url,
      authorizationURL: `${service.url}/oauth2/authorize`,
      tokenURL: `${service.url}/oauth2/token`,
      userInfoURL: `${service.url}/oauth2/userinfo`,
      clientID: app_id,
      clientSecret: app_secret,
      callbackURL: `${url}/callback`,
      scope: ['profile', 'email'],
      nonce: true,
      skipUserProfile: false,
    },
    (issuer, { id, emails }, _context, idToken, _accessToken, _refreshToken, done) =>
      done(null, { issuer, id, email: emails?.[0]?.value, idToken }),
  )
  authenticator.use(strategy)
  authenticator.serializeUser((user, done) => done(null, user))
  authenticator.deserializeUser((user, done) => done(null, user))
  app.use(session({ secret: 'a secret of the app', resave: false, saveUninitialized: false }))
  app.use(authenticator.session())
  app.get('/login', authenticator.authenticate('openidconnect'))
  app.get(
    '/callback',
    authenticator.authenticate('openidconnect', { successRedirect: '/', failureRedirect: '/refused' }),
  )
  app.get('/', (request, response) => response.json(request.user ?? null))
  app.get('/logout', (request, response, next) => {
    const { idToken } = request.user as { readonly idToken: string }
    const leave = { id_token_hint: idToken, post_logout_redirect_uri: `${url}/signed-out` }
    request.logout((error) =>
      error === undefined
        ? response.redirect(`${service.url}/oauth2/logout?${new URLSearchParams(leave)}`)
        : next(error),
    )
  })
  for (const path of ['/refused', '/signed-out']) app.get(path, (_request, response) => response.json(path))
}

describe('passport-openidconnect', () => {
  it('signs in with state and nonce, and reads userinfo', async () => {
    const home = await signInAs(person, browser, `${site.url}/login`)
    expect(home.url).toBe(`${site.url}/`)
    expect(JSON.parse(home.html)).toMatchObject({ issuer: service.url, id: person.id, email: person.email })
  })

  it('signs out at the provider too', async () => {
    await signInAs(person, browser, `${site.url}/login`)
    expect((await walk(browser, `${site.url}/logout`)).url).toBe(`${site.url}/signed-out`)
    expect((await walk(browser, site.url)).html).toBe('null')
    expect(pathOf(await walk(browser, `${site.url}/login`))).toBe('/signin')
  })

  it('hears a no', async () => {
    const page = await signInAs(person, browser, `${site.url}/login`, 'deny')
    expect(page.url).toBe(`${site.url}/refused`)
    expect((await walk(browser, site.url)).html).toBe('null')
  })
})
