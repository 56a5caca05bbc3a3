import { expect } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from './actors.ts'
import { credentials, expectErrorPage, openSignIn } from './authorization.ts'
import { createBrowser, type Fields, type Page, type TestBrowser } from './browser.ts'
import type { TestService } from './service.ts'

/** Somebody who is signed in in a browser, and as a program that sees what the pages change. */
export type Visitor = { readonly person: Person; readonly browser: TestBrowser }

const apps = new WeakMap<TestService, Promise<AppRegistrationResponse>>()

/** An app to sign in for, one for a service. */
async function appOf(service: TestService): Promise<AppRegistrationResponse> {
  const known = apps.get(service) ?? signUp(service).then((owner) => registerTestApp(service, owner))
  apps.set(service, known)
  return known
}

/** Signs somebody in in a browser of their own. @param somebody  left out: somebody new */
export async function visit(service: TestService, somebody?: Person, language = 'en'): Promise<Visitor> {
  const person = somebody ?? (await signUp(service))
  const browser = createBrowser(service, language)
  const page = await openSignIn(service, browser, (await appOf(service)).app_id, { scope: 'openid' })
  await browser.submit(page, credentials(person))
  expect([...browser.cookies.keys()].some((name) => name.endsWith('latchkey-session'))).toBe(true)
  return { person, browser }
}

/** The hidden fields of the form on a page that goes to this path; throws when there is none. */
export function formOf({ html }: Page, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form [^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)].find(
    ([, target]) => target === action,
  )
  if (form === undefined) throw new Error(`the page has no form that goes to ${action}`)
  const inputs = form[2]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)
  return Object.fromEntries([...inputs].map(([, name, value]) => [name!, value!]))
}

/** Sends the form of a page that goes to this path, and follows. */
export async function sendForm(
  service: TestService,
  { browser }: Pick<Visitor, 'browser'>,
  page: Page,
  action: string,
  fields: Fields = {},
): Promise<Page> {
  return browser.follow(await browser.post(`${service.url}${action}`, { ...formOf(page, action), ...fields }))
}

/** A form that is to be sent wrongly: where it is, where it goes, what it holds. */
export type Guarded = {
  readonly visitor: Visitor
  readonly page: Page
  readonly action: string
  readonly fields?: Fields
  /** looks at what the form would change */
  readonly look: () => Promise<unknown>
}

/**
 * Expects a form to do nothing unless it comes from its own page, in the session in which it was shown: not for nobody, for
 * somebody else, from another site, with no token, with that of another form.
 */
export async function expectGuarded(
  service: TestService,
  { visitor, page, action, fields = {}, look }: Guarded,
) {
  const before = await look()
  const url = `${service.url}${action}`
  const own = { ...formOf(page, action), ...fields }
  const nobody = await createBrowser(service).post(url, own)
  expect([nobody.status, new URL(nobody.location!).pathname]).toEqual([303, '/signin'])
  expect(new URL(nobody.location!).searchParams.get('return_to')).toMatch(/^\/account(?:\/|$)/)
  const other = await visit(service)
  expectErrorPage(await other.browser.post(url, own), 400, 'invalid_request')
  const elsewhere: Fields[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]
  for (const headers of elsewhere)
    expectErrorPage(await visitor.browser.post(url, own, headers), 400, 'invalid_request')
  for (const token of ['', 'x', tokenOfAnotherForm(page, action)])
    expectErrorPage(await visitor.browser.post(url, { ...own, form_token: token }), 400, 'invalid_request')
  expect(await look()).toEqual(before)
}

/** The token of another form on the page; of none, one that is made up. */
function tokenOfAnotherForm({ html }: Page, action: string): string {
  const actions = [...html.matchAll(/<form [^>]*action="(\/account[^"]*)"/g)].map(([, target]) => target!)
  const other = actions.find((target) => target !== action)
  return other === undefined ? 'made-up' : formOf({ html } as Page, other)['form_token']!
}

/** Expects a page to be for the signed-in only: everybody else is led to the sign-in, and back to the very page. */
export async function expectOnlyForSignedIn(service: TestService, path: string): Promise<void> {
  const browser = createBrowser(service)
  for (const cookie of [undefined, 'x'.repeat(43), 'garbage']) {
    if (cookie !== undefined) browser.cookies.set('latchkey-session', cookie)
    const page = await browser.get(`${service.url}${path}`, { accept: 'text/html,*/*;q=0.8' })
    expect([page.status, page.html]).toEqual([303, ''])
    expect(page.location).toBe(`${service.url}/signin?${new URLSearchParams({ return_to: path })}`)
  }
}

/** Expects an action to ask for a fresh proof once the sign-in is older than five minutes, and to do nothing until then. */
export async function expectStepUp(service: TestService, { browser }: Visitor, path: string): Promise<void> {
  service.clock.advance(301)
  const page = await browser.get(`${service.url}${path}`, { accept: 'text/html,*/*;q=0.8' })
  expect([page.status, new URL(page.location!).pathname]).toEqual([303, '/signin/again'])
  expect(new URL(page.location!).searchParams.get('return_to')).toBe(path)
}
