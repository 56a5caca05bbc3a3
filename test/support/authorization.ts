import { expect } from 'vitest'
import { issueToken, type AppRegistrationResponse, type TokenResponse } from '../../client/index.ts'
import { createPkce, redirectUri, type Person } from './actors.ts'
import type { Fields, Page, TestBrowser } from './browser.ts'
import type { TestService } from './service.ts'

/** The verifier of every authorization here, so that any code can be redeemed. */
const pkce = createPkce()

/** The parameters of a good authorization request. @param changes  undefined takes one away */
export function authorizationRequest(
  appId: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const parameters = {
    response_type: 'code',
    client_id: appId,
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: 'random-state',
    code_challenge: pkce.challenge,
    code_challenge_method: 'S256',
    ...changes,
  }
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/** The URL at which an app starts an authorization. */
export function authorizationUrl(
  service: TestService,
  appId: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  return `${service.url}/oauth2/authorize?${new URLSearchParams(authorizationRequest(appId, changes))}`
}

/** Opens the sign-in page of a new authorization. */
export async function openSignIn(
  service: TestService,
  browser: TestBrowser,
  appId: string,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<Page> {
  const page = await browser.open(authorizationUrl(service, appId, changes))
  expect(pathOf(page)).toBe('/signin')
  return page
}

/** The parameters of a URL by name, whatever their order. */
export function parametersOf(url: string | null): Record<string, string> {
  return Object.fromEntries(new URL(url ?? 'none:').searchParams)
}

/** What somebody types into the sign-in page. */
export function credentials({ email, password }: Pick<Person, 'email' | 'password'>): Fields {
  return { login: email, password }
}

/** Signs in and returns the consent page. */
export async function openConsent(
  service: TestService,
  browser: TestBrowser,
  appId: string,
  person: Person,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<Page> {
  const signIn = await openSignIn(service, browser, appId, changes)
  const page = await browser.submit(signIn, credentials(person))
  expect(pathOf(page)).toBe('/consent')
  return page
}

/** The page that asks for the code, after a right password in this browser. */
export async function openCodePage(
  service: TestService,
  browser: TestBrowser,
  appId: string,
  person: Pick<Person, 'email' | 'password'>,
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<Page> {
  const page = await openSignIn(service, browser, appId, changes)
  return browser.submit(page, credentials(person))
}

/** The path of a page of ours. */
export function pathOf({ url }: Page): string {
  return new URL(url).pathname
}

/** The parameters that a redirect brings to the app; throws when it leads elsewhere. */
export function answerOf(page: Page, target: string = redirectUri): URLSearchParams {
  expect(page.status).toBe(303)
  const url = new URL(page.location ?? '')
  expect(`${url.origin}${url.pathname}`).toBe(target)
  return new URLSearchParams(url.hash === '' ? url.search : url.hash.slice(1))
}

/** Expects an error page that leads nowhere. */
export function expectErrorPage(page: Page, status: number, code: string): void {
  expect({ status: page.status, location: page.location }).toEqual({ status, location: null })
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.html).toContain('Latchkey error')
  expect(page.html).toContain(`<code>${code}</code>`)
}

/** Redeems the code of an answer. */
export async function redeem(
  service: TestService,
  app: AppRegistrationResponse,
  answer: URLSearchParams,
): Promise<TokenResponse | undefined> {
  const { data } = await issueToken({
    client: service.as(),
    body: {
      grant_type: 'authorization_code',
      code: answer.get('code') ?? '',
      redirect_uri: redirectUri,
      client_id: app.app_id,
      client_secret: app.app_secret,
      code_verifier: pkce.verifier,
    },
  })
  return data
}
