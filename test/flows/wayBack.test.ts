import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationRequest,
  authorizationUrl,
  expectErrorPage,
  openConsent,
  openSignIn,
  pathOf,
} from '#test/support/authorization.ts'
import { createBrowser, hiddenFields, linkOf, type Page } from '#test/support/browser.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService(openRegistration)
  person = await signUp(service)
  app = await registerTestApp(service, await signUp(service), {
    redirect_uris: ['https://example.com/callback', 'com.example.app:/callback'],
  })
})
afterAll(() => service.stop())

/** Where every link of an error page leads that does not lead to us. */
function waysOut({ html }: Page): string[] {
  const links = [...html.matchAll(/href="(https?:[^"]*|[a-z.]+:[^"]*)"/g)].map(([, href]) => href!)
  return links.filter((href) => !href.startsWith(`${service.url}/`))
}

const backTo = (host: string) => `Back to \u2068${host}\u2069`
const evil = { redirect_uri: 'https://evil.example/callback' }

/** The same wrong request, as a link and as a form (OpenID Connect Core §3.1.2.1). */
async function both(appId: string, changes: Readonly<Record<string, string | undefined>>): Promise<Page[]> {
  const [linked, sent] = [createBrowser(service), createBrowser(service)]
  const form = authorizationRequest(appId, changes)
  return [
    await linked.open(authorizationUrl(service, appId, changes)),
    await sent.post(`${service.url}/oauth2/authorize`, form),
  ]
}

describe('the way back from an error page', () => {
  it('is none where no app is known, or nothing that it registered', async () => {
    for (const page of [
      ...(await both('app_nobody', {})),
      ...(await both('app_nobody', evil)),
      ...(await both(app.app_id, evil)),
      ...(await both(app.app_id, { redirect_uri: undefined })),
      await createBrowser(service).open(`${service.url}/oauth2/authorize`),
    ]) {
      expectErrorPage(page, 400, 'invalid_request')
      expect(waysOut(page)).toEqual([])
      expect(page.html).not.toContain('evil')
    }
  })

  it('is the home page of the app, and not where a request points', async () => {
    const home = { client_name: 'A', client_uri: 'https://example.com/welcome' }
    const { client_id: appId } = await registerByItself(service, home)
    for (const page of await both(appId, evil)) {
      expectErrorPage(page, 400, 'invalid_request')
      expect(linkOf(page, backTo('example.com'))).toBe(home.client_uri)
      expect(waysOut(page)).toEqual([home.client_uri])
    }
  })

  it('is the site of the app once a sign-in took too long, or is finished', async () => {
    const browser = createBrowser(service)
    const consent = await openConsent(service, browser, app.app_id, person)
    answerOf(await browser.submit(consent, { decision: 'deny' }))
    const finished = await browser.open(consent.url)
    const { url } = await browser.open(authorizationUrl(service, app.app_id))
    service.clock.advance(1800)
    for (const page of [finished, await browser.open(url)]) {
      expectErrorPage(page, 400, 'invalid_request')
      expect(linkOf(page, backTo('example.com'))).toBe('https://example.com/')
      expect(linkOf(page, 'Start again')).not.toBeNull()
      expect(waysOut(page)).toEqual(['https://example.com/'])
    }
    expect(waysOut(await createBrowser(service).open(url)), 'another browser').toEqual([])
  })

  it('is to begin again only, where the app is no site', async () => {
    const browser = createBrowser(service)
    const onDevice = { redirect_uri: 'com.example.app:/callback' }
    const { url } = await openSignIn(service, browser, app.app_id, onDevice)
    service.clock.advance(1800)
    const page = await browser.open(url)
    expectErrorPage(page, 400, 'invalid_request')
    expect([linkOf(page, 'Start again') === null, waysOut(page)]).toEqual([false, []])
  })

  it('leads from a form that is out of date to the same form anew', async () => {
    const browser = createBrowser(service)
    const signIn = await openSignIn(service, browser, app.app_id)
    const outdated = { ...hiddenFields(signIn), form_token: 'outdated' }
    const page = await browser.post(`${service.url}/signin`, { ...outdated, login: 'a', password: 'b' })
    expectErrorPage(page, 400, 'invalid_request')
    expect(linkOf(page, 'Start again')).toBe(signIn.url)
    expect(pathOf(await browser.open(linkOf(page, 'Start again')!))).toBe('/signin')
    const ours = { form_token: 'outdated', return_to: '/account/sessions?evil' }
    const account = await browser.post(`${service.url}/signin`, ours)
    expect(linkOf(account, 'Start again')).toBe(`${service.url}/signin`)
    expect(account.html).not.toContain('evil')
  })
})
