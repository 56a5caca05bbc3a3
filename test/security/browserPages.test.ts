import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationRequest,
  authorizationUrl,
  credentials,
  openSignIn,
} from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, type Page } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let owner: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  owner = await signUp(service)
  app = await registerTestApp(service, owner)
})
afterAll(() => service.stop())

describe('a page', () => {
  it('is framed by nobody, loads nothing from elsewhere and leaks nothing as Referer', async () => {
    const browser = createBrowser(service)
    const signIn = await openSignIn(service, browser, app.app_id)
    const consent = await browser.submit(signIn, credentials(await signUp(service)))
    const failed = await browser.open(`${service.url}/signin`)
    const reset = await browser.open(`${service.url}/reset-password`)
    for (const { headers, html } of [signIn, consent, failed, reset]) {
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'[^;]*; frame-ancestors 'none'; base-uri 'none'(?:; script-src 'self')?$/,
      )
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(html).not.toMatch(
        /<script(?! src="\/assets\/\w+\.js" defer><\/script>)|<iframe|\son\w+=|style="/i,
      )
    }
  })
})

describe('a redirect', () => {
  const evil = [
    'https://evil.example/',
    '//evil.example',
    'javascript:alert(1)',
    'https://example.com/callback@evil.example',
  ]

  it.each(evil)('leads nowhere but to us and to the registered URI, whatever says %s', async (target) => {
    for (const name of Object.keys(authorizationRequest(app.app_id)).concat(
      'request_uri',
      'login_hint',
      'ui_locales',
      'next',
      'return_to',
      'transaction',
    )) {
      const browser = createBrowser(service)
      const start = await browser.get(authorizationUrl(service, app.app_id, { [name]: target }))
      expect(leadsAstray(start)).toBe(false)
      const posted = await browser.post(
        `${service.url}/oauth2/authorize`,
        authorizationRequest(app.app_id, { [name]: target }),
      )
      expect(leadsAstray(await browser.follow(posted))).toBe(false)
    }
    for (const path of ['signin', 'consent', 'reset-password', 'verify-email'])
      for (const name of ['transaction', 'token', 'step', 'next', 'redirect_uri']) {
        const page = await createBrowser(service).get(
          `${service.url}/${path}?${name}=${encodeURIComponent(target)}`,
        )
        expect(page.location).toBeNull()
        expect(page.html).not.toMatch(/href="(?!\/(?!\/)|#content"|http:\/\/localhost:\d+\/)/)
      }
  })

  it('after a form is 303, so that no browser sends the password on', async () => {
    const browser = createBrowser(service)
    const signIn = await openSignIn(service, browser, app.app_id)
    const posted = await browser.post(actionOf(signIn), { ...hiddenFields(signIn), ...credentials(owner) })
    expect([posted.status, posted.html]).toEqual([303, ''])
    expect(posted.location).not.toContain(owner.password)
  })
})

describe('an https issuer', () => {
  it('gives its cookies the prefix and the flags that keep everybody else from them', async () => {
    const issuer = 'https://auth.example.com'
    const own = await startService({
      LATCHKEY_ISSUER: issuer,
      LATCHKEY_SECRET: 'a long secret of production 0123456789',
      LATCHKEY_PASSWORD_MEMORY_KIB: '19456',
      LATCHKEY_PASSWORD_PASSES: '2',
      HOST: '127.0.0.1',
    })
    const somebody = await signUpByHand(own)
    const browser = createBrowser(own)
    const { app_id: appId } = await registerByHand(own, somebody.token)
    const start = await browser.get(authorizationUrl({ ...own, url: issuer }, appId))
    expect(start.location).toMatch(/^https:\/\/auth\.example\.com\/signin\?transaction=/)
    const signIn = await browser.follow(start)
    const back = await browser.submit(signIn, credentials(somebody))
    expect(answerOf(back).get('iss')).toBe(issuer)
    expect(browser.setCookies).toEqual([
      expect.stringMatching(/^__Host-latchkey-browser=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
      expect.stringMatching(/^__Host-latchkey-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    ])
    // Without the prefix any subdomain could have set them.
    const bare = createBrowser(own)
    for (const [name, value] of browser.cookies) bare.cookies.set(name.replace('__Host-', ''), value)
    expect((await bare.get(authorizationUrl({ ...own, url: issuer }, appId))).location).toContain('/signin?')
    expect((await browser.get(`${issuer}/dev/mail`)).status).toBe(404)
    await own.stop()
  })
})

/** True when a redirect leads to neither of the two places it may lead to. */
function leadsAstray({ location }: Page): boolean {
  if (location === null) return false
  const { origin, pathname, href } = new URL(location)
  return (
    origin !== service.url &&
    !(origin === 'https://example.com' && pathname === '/callback' && !href.includes('@'))
  )
}

async function callByHand<T>(own: TestService, path: string, body: object, token?: string): Promise<T> {
  const response = await fetch(`${own.running.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  return (await response.json()) as T
}

async function signUpByHand(own: TestService): Promise<Person> {
  const account = { email: 'somebody@example.com', password: 'password123' }
  const { id } = await callByHand<{ id: string }>(own, '/api/v1/auth/register', account)
  const { token } = await callByHand<{ token: string }>(own, '/api/v1/auth/login', account)
  return { id, ...account, token }
}

function registerByHand(own: TestService, token: string): Promise<AppRegistrationResponse> {
  const body = {
    name: 'My Application',
    redirect_uris: ['https://example.com/callback'],
    scopes: ['openid', 'profile', 'email'],
  }
  return callByHand(own, '/api/v1/apps/register', body, token)
}
