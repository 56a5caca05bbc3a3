import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, type AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import {
  answerOf,
  authorizationUrl,
  credentials,
  expectErrorPage,
  openConsent,
  openSignIn,
  pathOf,
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

const sessionCookie = 'latchkey-session'
const browserCookie = 'latchkey-browser'

/** Ways in which another page sends a form. */
const foreignOrigins = [
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'null', 'sec-fetch-site': 'cross-site' },
  { origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'same-site' },
  { origin: '', 'sec-fetch-site': 'none' },
]

describe('a form that another site sends (CSRF)', () => {
  it.each(foreignOrigins)('signs nobody in, even with the token: %j', async (headers) => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, app.app_id)
    const fields = { ...hiddenFields(page), ...credentials(person) }
    expectErrorPage(await browser.post(actionOf(page), fields, headers), 400, 'invalid_request')
    expect(browser.cookies.has(sessionCookie)).toBe(false)
  })

  it.each(foreignOrigins)('decides nothing, even with the token: %j', async (headers) => {
    const browser = createBrowser(service)
    const page = await openConsent(service, browser, app.app_id, await signUp(service))
    const fields = { ...hiddenFields(page), decision: 'approve' }
    expectErrorPage(await browser.post(actionOf(page), fields, headers), 400, 'invalid_request')
    expect(pathOf(await browser.open(page.url))).toBe('/consent')
  })

  it('decides nothing without the token, from a browser that tells nothing of where it comes from', async () => {
    const browser = createBrowser(service)
    const page = await openConsent(service, browser, app.app_id, await signUp(service))
    const { form_token: token = '', ...fields } = hiddenFields(page)
    const silent = { origin: '', 'sec-fetch-site': '' }
    const changed = token.replace(/^./, token.startsWith('A') ? 'B' : 'A')
    for (const form_token of ['', 'A'.repeat(43), token.slice(0, 42), changed]) {
      const sent = { ...fields, form_token, decision: 'approve' }
      const refused = await browser.post(actionOf(page), sent, silent)
      expectErrorPage(refused, 400, 'invalid_request')
    }
    expect(pathOf(await browser.open(page.url))).toBe('/consent')
  })

  it('decides nothing with the token of the form for something else', async () => {
    const browser = createBrowser(service)
    const signIn = await openSignIn(service, browser, app.app_id)
    const consent = await browser.submit(signIn, credentials(await signUp(service)))
    const { form_token } = hiddenFields(signIn)
    expectErrorPage(
      await browser.submit(consent, { form_token: form_token!, decision: 'approve' }),
      400,
      'invalid_request',
    )
  })

  it('does not sign anybody in for a sign-in that somebody else has prepared (login CSRF)', async () => {
    const attacker = createBrowser(service)
    const prepared = await openSignIn(service, attacker, app.app_id)
    const fields = { ...hiddenFields(prepared), ...credentials(owner) }
    for (const victim of [createBrowser(service), createBrowser(service)]) {
      await victim.open(authorizationUrl(service, app.app_id))
      const planted = await victim.post(actionOf(prepared), fields, { origin: '', 'sec-fetch-site': '' })
      expectErrorPage(planted, 400, 'invalid_request')
      expect(victim.cookies.has(sessionCookie)).toBe(false)
    }
  })
})

describe('an authorization of somebody else', () => {
  it('is refused in every browser but the one that started it, and stays as it is', async () => {
    const browser = createBrowser(service)
    const consent = await openConsent(service, browser, app.app_id, await signUp(service))
    const stranger = createBrowser(service)
    await openConsent(service, stranger, app.app_id, await signUp(service))
    for (const page of [
      await stranger.open(consent.url),
      await stranger.open(consent.url.replace('/consent', '/signin')),
      await stranger.open(consent.url.replace('/consent', '/oauth2/authorize')),
      await stranger.submit(consent, { decision: 'approve' }),
      await stranger.submit(consent, { decision: 'deny' }),
    ]) {
      expectErrorPage(page, 400, 'invalid_request')
      expect(textOf(page)).not.toContain(app.application.name)
    }
    expect(answerOf(await browser.submit(consent, { decision: 'approve' })).has('code')).toBe(true)
  })
})

describe('a session of the browser', () => {
  it('never takes over a cookie that was planted before the sign-in (fixation)', async () => {
    const attacker = createBrowser(service)
    await attacker.submit(await openSignIn(service, attacker, app.app_id), credentials(owner))
    const planted = attacker.cookies.get(sessionCookie)!
    const victim = createBrowser(service)
    victim.cookies.set(sessionCookie, planted)
    const page = await victim.open(authorizationUrl(service, app.app_id, { prompt: 'login' }))
    await victim.submit(page, credentials(person))
    expect(victim.cookies.get(sessionCookie)).not.toBe(planted)
    expect(pathOf(await attacker.open(authorizationUrl(service, app.app_id)))).toBe('/signin')
  })

  it.each(['', 'A'.repeat(43), randomBytes(32).toString('base64url'), '"', '../../etc', '__proto__'])(
    'is none for a cookie that was made up: %j',
    async (value) => {
      const browser = createBrowser(service)
      browser.cookies.set(sessionCookie, value)
      expect(pathOf(await browser.open(authorizationUrl(service, app.app_id)))).toBe('/signin')
    },
  )

  it('replaces a browser cookie that is none of ours', async () => {
    const browser = createBrowser(service)
    browser.cookies.set(browserCookie, 'planted')
    await openSignIn(service, browser, app.app_id)
    expect(browser.cookies.get(browserCookie)).toMatch(/^[\w-]{43}$/)
  })

  it('is no bearer token, and a bearer token is no cookie', async () => {
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(owner))
    const cookie = browser.cookies.get(sessionCookie)!
    expect(status(await listApps({ client: service.as(cookie) }))).toBe(401)
    const response = await fetch(`${service.url}/api/v1/apps`, {
      headers: { cookie: `${sessionCookie}=${cookie}`, 'x-auth-token': cookie },
    })
    expect(response.status).toBe(401)
    const bearer = await createBrowser(service).get(authorizationUrl(service, app.app_id), {
      authorization: `Bearer ${owner.token}`,
      'x-auth-token': owner.token,
    })
    expect(bearer.location).toContain('/signin?')
    const other = createBrowser(service)
    other.cookies.set(sessionCookie, owner.token)
    expect(pathOf(await other.open(authorizationUrl(service, app.app_id)))).toBe('/signin')
  })

  it('ends when nobody uses it, and at its absolute end', async () => {
    const own = await startService({
      LATCHKEY_SESSION_IDLE_SECONDS: '300',
      LATCHKEY_SESSION_ABSOLUTE_SECONDS: '3600',
    })
    const somebody = await signUp(own)
    const ownApp = await registerTestApp(own, somebody)
    const browser = createBrowser(own)
    const silently = authorizationUrl(own, ownApp.app_id, { prompt: 'none' })
    const isSignedIn = async () => answerOf(await browser.get(silently)).has('code')
    await browser.submit(await openSignIn(own, browser, ownApp.app_id), credentials(somebody))
    for (let used = 0; used < 14; used += 1) {
      own.clock.advance(250)
      expect(await isSignedIn()).toBe(true)
    }
    own.clock.advance(100)
    expect(await isSignedIn()).toBe(false)
    await browser.submit(await openSignIn(own, browser, ownApp.app_id), credentials(somebody))
    own.clock.advance(300)
    expect(await isSignedIn()).toBe(false)
    await own.stop()
  })

  it('of a second user in the same browser is that of the second alone', async () => {
    const browser = createBrowser(service)
    const [first, second] = [await signUp(service), await signUp(service)]
    const consent = await openConsent(service, browser, app.app_id, first)
    await browser.submit(await browser.open(linkOf(consent, 'Not you?')!), credentials(second))
    const shown = await browser.open(consent.url)
    expect(textOf(shown)).toContain(second.email)
    expect(textOf(shown)).not.toContain(first.email)
  })
})
