import type { Browser, BrowserContext, Page } from 'playwright-core'
import { updateAccount } from '../../client/index.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { startCallbackServer, type CallbackServer } from '#test/support/callbackServer.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { beginAuthorization, createRelyingParty, type RelyingParty } from '#test/support/relyingParty.ts'
import { createColouredPng } from '#test/support/images.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { uploadLogo } from '#test/support/uploads.ts'

/** A service, an app with a logo that uses it, and a browser. */
export type World = {
  readonly service: TestService
  readonly callback: CallbackServer
  readonly chromium: Browser
  readonly party: RelyingParty
  /** violations of a policy and errors of scripts that any page met */
  readonly complaints: string[]
  stop(): Promise<void>
}

/**
 * Starts it.
 *
 * @param environment  overrides how a test service is configured
 * @param signOwnerUp  makes the account of the app's owner; a service that verifies addresses first needs another way
 */
export async function createWorld(
  environment: NodeJS.ProcessEnv = {},
  signOwnerUp: (service: TestService) => Promise<Person> = signUp,
): Promise<World> {
  const service = await startService(environment)
  const callback = await startCallbackServer()
  const chromium = await launchChromium()
  const owner = await signOwnerUp(service)
  await updateAccount({ client: service.as(owner.token), body: { name: 'Marisol Vega' }, throwOnError: true })
  const party = await createRelyingParty(service, owner, callback.redirectUri, { name: 'Orchard Notes' })
  await uploadLogo(service, owner, party.app.app_id, createColouredPng(217, 119, 66))
  return {
    service,
    callback,
    chromium,
    party,
    complaints: [],
    async stop() {
      await chromium.close()
      await callback.stop()
      await service.stop()
    },
  }
}

/** Somebody's profile in the browser, with one tab. */
export type Visit = { readonly world: World; readonly context: BrowserContext; readonly tab: Page }

/** Opens a profile of somebody's own, in which every violation of a policy is noted. */
export async function visit(
  world: World,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const context = await world.chromium.newContext({ locale: 'en-GB', ...options })
  // Sooner than the test ends: so a failure names what was waited for.
  context.setDefaultTimeout(12_000)
  return { world, context, tab: await openTab(world, context) }
}

/** Another tab of the same profile. */
export async function openTab({ complaints }: World, context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|Mixed Content/i.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${String(error)}`))
  return page
}

/** Sends the browser off from the app. */
export async function begin({ world, tab }: Visit, parameters: Readonly<Record<string, string>> = {}) {
  const begun = await beginAuthorization(world.party, parameters)
  await tab.goto(begun.url)
  return begun
}

/** Fills the sign-in page and sends it. */
export async function signInOn(
  tab: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<void> {
  await tab.locator('#login').fill(email)
  await tab.locator('#password').fill(password)
  await tab.locator('.login-submit').click()
}

/** Waits for the app's own page and returns its URL. */
export async function backAtApp(tab: Page): Promise<string> {
  await tab.getByRole('heading', { name: 'Back at the app' }).waitFor()
  return tab.url()
}

/** Gives a browser an authenticator of its own, which does what it is asked for without a finger. */
export async function giveAuthenticator({ context, tab }: Pick<Visit, 'context' | 'tab'>): Promise<void> {
  const cdp = await context.newCDPSession(tab)
  await cdp.send('WebAuthn.enable')
  const does = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true, ...does },
  })
}
