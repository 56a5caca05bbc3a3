import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { ErrorResponse, UserManager, UserManagerSettings } from 'oidc-client-ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { signInThere, visit, type Visitor } from './visitor.ts'

/** The build of the library that needs no bundler: it defines `oidc`. */
const script = readFileSync(
  fileURLToPath(new URL('../browser/oidc-client-ts.js', import.meta.resolve('oidc-client-ts'))),
)

/** What the page of the app defines. */
declare const manager: UserManager

type Site = { readonly url: string; settings: UserManagerSettings | null; stop(): Promise<void> }

let service: TestService
let site: Site
let chromium: Browser
let visitor: Visitor
let page: Page
let person: Person

beforeAll(async () => {
  service = await startService()
  site = await startSite()
  chromium = await launchChromium()
  const { app_id } = await registerTestApp(service, await signUp(service), {
    redirect_uris: [`${site.url}/callback`],
    post_logout_redirect_uris: [`${site.url}/signed-out`],
    token_endpoint_auth_method: 'none',
    scopes: ['openid', 'email', 'offline_access'],
  })
  site.settings = {
    authority: service.url,
    client_id: app_id,
    redirect_uri: `${site.url}/callback`,
    post_logout_redirect_uri: `${site.url}/signed-out`,
    scope: 'openid email',
    loadUserInfo: true,
    automaticSilentRenew: false,
  }
})
afterAll(async () => {
  await chromium.close()
  await site.stop()
  await service.stop()
})
beforeEach(async () => {
  person = await signUp(service)
  visitor = await visit(chromium)
  page = visitor.page
})
afterEach(() => visitor.context.close())

/** An app that lives in the browser: one static page at every URL. */
async function startSite(): Promise<Site> {
  const server = createServer((request, response) => {
    if (request.url === '/oidc-client-ts.js')
      return response.setHeader('content-type', 'text/javascript').end(script)
    const settings = JSON.stringify(built.settings)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,">
      <script src="/oidc-client-ts.js"></script>
      <script>window.manager = new oidc.UserManager(${settings})</script><h1>The app</h1>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const built: Site = {
    url: `http://127.0.0.1:${port}`,
    settings: null,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return built
}

/** Lets the app send the browser away, and waits until it has left. */
async function leave(how: 'signinRedirect' | 'signoutRedirect'): Promise<void> {
  await page.evaluate((method) => void manager[method]({ state: 'kept by the app' }), how)
  await page.waitForURL((url) => url.origin !== site.url || url.pathname === '/signed-out')
}

/** Signs in as somebody who uses the app for the first time. */
async function signIn(): Promise<void> {
  await page.goto(site.url)
  await leave('signinRedirect')
  await signInThere(page, person)
  await page.waitForURL(`${site.url}/callback?**`)
}

/** What the library knows of the user after it has done this. */
function know(how: 'signinCallback' | 'signinSilent') {
  return page.evaluate(async (method) => {
    const user = await manager[method]()
    if (!user) return null
    return { profile: user.profile, access: user.access_token, refresh: user.refresh_token }
  }, how)
}

describe('oidc-client-ts in Chromium', () => {
  it('signs in, reads userinfo, renews by its refresh token, and signs out', async () => {
    await signIn()
    const user = await know('signinCallback')
    expect(user?.profile).toMatchObject({ iss: service.url, sub: person.id, email: person.email })

    service.clock.advance(1)
    const renewed = await know('signinSilent')
    expect(renewed?.profile.sub).toBe(person.id)
    expect([renewed?.access, renewed?.refresh]).not.toContain(user?.access)
    expect(renewed?.refresh).not.toBe(user?.refresh)

    await leave('signoutRedirect')
    await page.waitForURL(`${site.url}/signed-out?**`)
    const answer = await page.evaluate(async () => (await manager.signoutCallback())?.userState)
    expect(answer).toBe('kept by the app')
    expect(await page.evaluate(() => manager.getUser())).toBeNull()
    expect((await visitor.context.cookies(service.url)).map(({ name }) => name)).not.toContain(
      'latchkey-session',
    )
    await leave('signinRedirect')
    await page.getByLabel('E-mail address').waitFor()
    expect(visitor.complaints).toEqual([])
  })

  it('revokes its tokens, and hears that they are dead', async () => {
    await signIn()
    await know('signinCallback')
    const kept = await page.evaluate(async () => {
      const user = await manager.getUser()
      await manager.revokeTokens()
      await manager.storeUser(user)
      return user!.access_token
    })
    expect(await read('/oauth2/userinfo', { headers: { authorization: `Bearer ${kept}` } })).toBe(401)
    const refusal = await page.evaluate(() =>
      manager.signinSilent().then(String, (error: ErrorResponse) => error.error),
    )
    expect(refusal).toBe('invalid_grant')
  })

  it('may read the token endpoint from its own origin, and from no other', async () => {
    await page.goto(site.url)
    expect(await read('/oauth2/token', { method: 'POST', body: 'grant_type=refresh_token' })).toBe(415)
    await page.goto(site.url.replace('127.0.0.1', 'localhost'))
    expect(await read('/oauth2/token', { method: 'POST', body: 'grant_type=refresh_token' })).toBe('blocked')
  })
})

/** The status of an answer, as far as a script of the page may read it. */
function read(
  path: string,
  init: { readonly method?: string; readonly body?: string; readonly headers?: Record<string, string> },
): Promise<number | 'blocked'> {
  return page.evaluate(
    ([url, request]) =>
      fetch(url, request).then(
        (answer) => answer.status,
        () => 'blocked' as const,
      ),
    [`${service.url}${path}`, init] as const,
  )
}
