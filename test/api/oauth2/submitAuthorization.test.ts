import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationRequest,
  credentials,
  expectErrorPage,
  openSignIn,
  pathOf,
} from '#test/support/authorization.ts'
import { createBrowser } from '#test/support/browser.ts'
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

/** A form on the app's own site. */
const fromElsewhere = { origin: 'https://example.com', 'sec-fetch-site': 'cross-site', cookie: '' }

describe('submitAuthorization', () => {
  it('stores the request and leads to our own page by 303, where the cookies are', async () => {
    const browser = createBrowser(service)
    await openSignIn(service, browser, app.app_id)
    const before = [...browser.cookies]
    const posted = await browser.post(
      `${service.url}/oauth2/authorize`,
      authorizationRequest(app.app_id),
      fromElsewhere,
    )
    expect(posted.status).toBe(303)
    expect(posted.location).toMatch(/^http:\/\/localhost:\d+\/oauth2\/authorize\?transaction=txn_[\w-]+$/)
    const page = await browser.follow(posted)
    expect([pathOf(page), page.status]).toEqual(['/signin', 200])
    expect([...browser.cookies]).toEqual(before)
  })

  it('goes straight back to the app of whoever is signed in', async () => {
    const browser = createBrowser(service)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(owner))
    const posted = await browser.post(
      `${service.url}/oauth2/authorize`,
      authorizationRequest(app.app_id, { state: 'by form' }),
      fromElsewhere,
    )
    const answer = answerOf(await browser.follow(posted))
    expect([answer.get('state'), answer.has('code')]).toEqual(['by form', true])
  })

  it('belongs to the first browser that goes on with it, also after a reload', async () => {
    const browser = createBrowser(service)
    const posted = await browser.post(
      `${service.url}/oauth2/authorize`,
      authorizationRequest(app.app_id),
      fromElsewhere,
    )
    expect(pathOf(await browser.follow(posted))).toBe('/signin')
    expect(pathOf(await browser.follow(posted))).toBe('/signin')
    const other = createBrowser(service)
    expectErrorPage(await other.follow(posted), 400, 'invalid_request')
  })

  it('takes a request that is too long for a URL', async () => {
    const body = authorizationRequest(app.app_id, { request: 'x'.repeat(16_000), state: 's'.repeat(2048) })
    const browser = createBrowser(service)
    const page = await browser.follow(await browser.post(`${service.url}/oauth2/authorize`, body))
    expect(answerOf(page).get('error')).toBe('request_not_supported')
  })

  it.each([
    ['no client', { client_id: undefined }],
    ['an unknown redirect URI', { redirect_uri: 'https://evil.example/callback' }],
    ['a NUL', { state: '\0' }],
  ])('tells of %s on a page', async (_what, changes) => {
    const body = authorizationRequest(app.app_id, changes)
    const page = await createBrowser(service).post(`${service.url}/oauth2/authorize`, body, fromElsewhere)
    expectErrorPage(page, 400, 'invalid_request')
  })

  it('leaves JSON to the API, which asks for a token', async () => {
    const response = await fetch(`${service.url}/oauth2/authorize`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(authorizationRequest(app.app_id)),
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      401,
      'application/json; charset=utf-8',
    ])
  })
})
