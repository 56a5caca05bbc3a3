import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../../client/index.ts'
import { redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationUrl,
  credentials,
  expectErrorPage,
  openConsent,
  openSignIn,
  pathOf,
  redeem,
} from '#test/support/authorization.ts'
import { createBrowser } from '#test/support/browser.ts'
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

const url = (changes: Record<string, string | undefined> = {}) =>
  authorizationUrl(service, app.app_id, changes)

describe('startAuthorization', () => {
  it('leads somebody unknown to the sign-in page, with a cookie that ties it to the browser', async () => {
    const browser = createBrowser(service)
    const page = await browser.get(url())
    expect(page.status).toBe(303)
    expect(page.location).toMatch(/^http:\/\/localhost:\d+\/signin\?transaction=txn_[\w-]+$/)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(browser.setCookies).toEqual([
      expect.stringMatching(/^latchkey-browser=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
  })

  it('keeps the cookie of a browser that has one', async () => {
    const browser = createBrowser(service)
    await browser.get(url())
    await browser.get(url())
    expect(browser.setCookies).toHaveLength(1)
  })

  it('ignores parameters it does not know, also one called transaction', async () => {
    const page = await createBrowser(service).open(`${url()}&foo=bar&transaction=mine&other_parameters=x`)
    expect([pathOf(page), page.status]).toEqual(['/signin', 200])
  })

  it('goes straight back to the app of whoever is signed in, for an app of their own', async () => {
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(owner))
    const answer = answerOf(await browser.get(url()))
    expect(answer.get('state')).toBe('random-state')
    expect(answer.get('iss')).toBe(service.url)
    expect(await redeem(service, app, answer)).toHaveProperty('id_token')
  })

  it('does not ask again what was agreed to', async () => {
    const browser = createBrowser(service)
    await browser.submit(await openConsent(service, browser, app.app_id, person), { decision: 'approve' })
    expect(answerOf(await browser.get(url({ scope: 'openid' }))).get('code')).toMatch(/^code_/)
    const again = await browser.open(url({ prompt: 'consent' }))
    expect(pathOf(again)).toBe('/consent')
  })

  it('asks for a new sign-in with prompt=login, and a later auth_time comes of it', async () => {
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(owner))
    const first = await redeem(service, app, answerOf(await browser.get(url())))
    service.clock.advance(2)
    const page = await browser.open(url({ prompt: 'login' }))
    expect(pathOf(page)).toBe('/signin')
    const second = await redeem(service, app, answerOf(await browser.submit(page, credentials(owner))))
    expect(authTime(second)).toBeGreaterThan(authTime(first))
  })

  it('asks for a new sign-in when max_age has passed, and not before', async () => {
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(owner))
    service.clock.advance(5)
    expect(answerOf(await browser.get(url({ max_age: '10000' }))).get('code')).toMatch(/^code_/)
    const page = await browser.open(url({ max_age: '1' }))
    expect(pathOf(page)).toBe('/signin')
    const answer = answerOf(await browser.submit(page, credentials(owner)))
    expect(await redeem(service, app, answer)).toHaveProperty('access_token')
  })

  it('with prompt=none answers the app without a page, whatever is missing', async () => {
    const browser = createBrowser(service)
    const nobody = answerOf(await browser.get(url({ prompt: 'none' })))
    expect([nobody.get('error'), nobody.get('state'), nobody.get('iss')]).toEqual([
      'login_required',
      'random-state',
      service.url,
    ])
    const other = await signUp(service)
    await openConsent(service, browser, app.app_id, other)
    const undecided = answerOf(await browser.get(url({ prompt: 'none' })))
    expect(undecided.get('error')).toBe('consent_required')
    const signedIn = createBrowser(service)
    await signedIn.submit(await openSignIn(service, signedIn, app.app_id), credentials(owner))
    expect(answerOf(await signedIn.get(url({ prompt: 'none' }))).get('code')).toMatch(/^code_/)
  })

  it('gives the answer of the user that id_token_hint names, and of nobody else', async () => {
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(owner))
    const tokens = await redeem(service, app, answerOf(await browser.get(url())))
    const hint = { id_token_hint: tokens!.id_token!, prompt: 'none' }
    service.clock.advance(7200)
    expect(answerOf(await browser.get(url(hint))).has('code')).toBe(true)
    const other = createBrowser(service)
    await other.submit(await openConsent(service, other, app.app_id, await signUp(service)), {
      decision: 'approve',
    })
    expect(answerOf(await other.get(url({ prompt: 'none' }))).has('code')).toBe(true)
    expect(answerOf(await other.get(url(hint))).get('error')).toBe('login_required')
    const forged = { ...hint, id_token_hint: `${tokens!.id_token!.split('.').slice(0, 2).join('.')}.` }
    expect(answerOf(await other.get(url(forged))).has('code')).toBe(true)
  })

  it('puts the answer into the fragment when asked to', async () => {
    const page = await createBrowser(service).get(url({ prompt: 'none', response_mode: 'fragment' }))
    expect(page.location).toMatch(/^https:\/\/example\.com\/callback#error=login_required&/)
  })

  it.each([
    ['no client', { client_id: undefined }],
    ['an unknown client', { client_id: 'app_unknown' }],
    ['no redirect URI', { redirect_uri: undefined }],
    ['a redirect URI that is not registered', { redirect_uri: `${redirectUri}/more` }],
    ['a state that is too long', { state: 'x'.repeat(2049) }],
    ['a NUL', { client_id: 'app_\0' }],
  ])('tells of %s on a page', async (_what, changes) => {
    const browser = createBrowser(service)
    expectErrorPage(await browser.get(url(changes)), 400, 'invalid_request')
    expect(browser.setCookies).toEqual([])
  })

  it('refuses a repeated parameter on a page', async () => {
    expectErrorPage(await createBrowser(service).get(`${url()}&state=2`), 400, 'invalid_request')
  })

  it.each([
    [{ response_type: undefined }, 'invalid_request'],
    [{ response_type: 'id_token' }, 'unsupported_response_type'],
    [{ response_type: 'token' }, 'unauthorized_client'],
    [{ scope: 'openid admin' }, 'invalid_scope'],
    [{ code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ response_mode: 'web_message' }, 'invalid_request'],
    [{ request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
    [{ request_uri: 'https://example.com/request' }, 'request_uri_not_supported'],
    [{ prompt: 'none login' }, 'invalid_request'],
    [{ max_age: '-1' }, 'invalid_request'],
    [{ resource: 'nowhere' }, 'invalid_target'],
  ])('tells the app what else is wrong: %j', async (changes, code) => {
    const browser = createBrowser(service)
    const answer = answerOf(await browser.get(url(changes)))
    expect([answer.get('error'), answer.get('state'), answer.get('iss')]).toEqual([
      code,
      'random-state',
      service.url,
    ])
    expect(browser.setCookies).toEqual([])
  })
})

function authTime(tokens: { readonly id_token?: string } | undefined): number {
  const claims = Buffer.from((tokens?.id_token ?? '').split('.')[1] ?? '', 'base64url').toString()
  return (JSON.parse(claims) as { auth_time: number }).auth_time
}
