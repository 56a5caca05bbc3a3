import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuthClient } from '../../client/auth/index.ts'
import { getUserinfo } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { bundleForBrowser } from '#test/support/bundle.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { startPageServer, type PageServer } from '#test/support/pageServer.ts'
import { startService, type TestService } from '#test/support/service.ts'

/** What the page of the app leaves where tests find it. */
type App = { auth: AuthClient; seen: (string | null)[] }

let service: TestService
let site: PageServer
let chromium: Browser
let clientId = ''

beforeAll(async () => {
  service = await startService()
  const bundle = await bundleForBrowser('client/auth/index.ts')
  site = await startPageServer((path) => (path === '/sdk.js' ? bundle : pageAt(path)))
  chromium = await launchChromium()
  const { app_id } = await registerTestApp(service, await signUp(service), {
    redirect_uris: [`${site.origin}/shared`, `${site.origin}/memory`],
    post_logout_redirect_uris: [`${site.origin}/bye`],
    token_endpoint_auth_method: 'none',
  })
  clientId = app_id
})
afterAll(async () => {
  await chromium.close()
  await site.stop()
  await service.stop()
})

/** The page of an app that uses the SDK. `/memory` keeps tokens in the tab, `/shared` in the browser. */
function pageAt(path: string): string {
  const home = path === '/memory' ? '/memory' : '/shared'
  return `<!doctype html><title>App</title><h1>App</h1><script type="module">
    import { createAuthClient, memoryStorage, webStorage } from '/sdk.js'
    const auth = createAuthClient({
      issuer: '${service.url}', clientId: '${clientId}', redirectUri: location.origin + '${home}',
      postLogoutRedirectUri: location.origin + '/bye',
      storage: ${home === '/memory' ? 'memoryStorage()' : 'webStorage(localStorage)'},
    })
    if (auth.isRedirectCallback()) await auth.handleRedirectCallback()
    const seen = []
    auth.onAuthStateChange((user) => seen.push(user && user.email))
    window.app = { auth, seen }
  </script>`
}

/** A profile of its own, in which every renewal is noted. */
async function openProfile() {
  const context = await chromium.newContext({ locale: 'en-GB' })
  const refreshes: string[] = []
  context.on('request', (request) => {
    if (request.postData()?.includes('grant_type=refresh_token') === true) refreshes.push(request.url())
  })
  return { context, refreshes, person: await signUp(service) }
}

async function openTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${site.origin}${path}`)
  await ready(page)
  return page
}
const ready = (page: Page) => page.waitForFunction(() => 'app' in window)
const appOf = <Value>(page: Page, ask: (app: App) => Value | Promise<Value>) =>
  page.evaluate(`(${ask.toString()})(window.app)`) as Promise<Value>
const emailIn = (page: Page) => appOf(page, async ({ auth }) => (await auth.getUser())?.email ?? null)

async function signIn(page: Page, { email, password }: Person): Promise<void> {
  const home = page.url()
  await appOf(page, ({ auth }) => void auth.loginWithRedirect())
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.locator('.login-submit').click()
  await page.locator('.consent-submit').click()
  await page.waitForURL(home)
  await ready(page)
}

describe('two tabs of one app in Chromium', () => {
  it('stay signed in through twenty forced renewals at once, each of which happens once', async () => {
    const { context, refreshes, person } = await openProfile()
    const first = await openTab(context, '/shared')
    await signIn(first, person)
    const second = await openTab(context, '/shared')
    expect(await emailIn(second)).toBe(person.email)
    for (let round = 1; round <= 20; round += 1) {
      const renew = ({ auth }: App) => auth.getAccessToken({ forceRefresh: true })
      const [one, two] = await Promise.all([appOf(first, renew), appOf(second, renew)])
      expect(one, `round ${round}`).toEqual(expect.any(String))
      // Where one began after the other had ended, it renews once more; never do two present the same token.
      if (one !== two) expect(refreshes.length).toBeGreaterThan(round)
    }
    expect(refreshes.length).toBeGreaterThanOrEqual(20)
    expect(refreshes.length).toBeLessThanOrEqual(40)
    expect([await emailIn(first), await emailIn(second)]).toEqual([person.email, person.email])
    const token = await appOf(second, ({ auth }) => auth.getAccessToken())
    expect(status(await getUserinfo({ client: service.as(token) }))).toBe(200)
    await context.close()
  })

  it.each(['/shared', '/memory'])('see that one has signed out, with tokens at %s', async (path) => {
    const { context, person } = await openProfile()
    const first = await openTab(context, path)
    await signIn(first, person)
    const second = await openTab(context, path)
    if (path === '/memory') {
      await appOf(second, ({ auth }) => void auth.loginWithRedirect({ prompt: 'none' }))
      await second.waitForURL(`${site.origin}${path}`)
      await ready(second)
    }
    await expect.poll(() => appOf(second, ({ seen }) => seen.at(-1))).toBe(person.email)
    await appOf(first, ({ auth }) => void auth.logout())
    await first.waitForURL(`${site.origin}/bye`)
    await expect.poll(() => appOf(second, ({ seen }) => seen.at(-1))).toBeNull()
    expect(await appOf(second, ({ auth }) => auth.getAccessToken())).toBeUndefined()
    await context.close()
  })
})
