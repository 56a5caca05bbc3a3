import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visit, type Visitor } from '#test/support/accountPages.ts'
import { registerTestApp } from '#test/support/actors.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { connectApp } from '#test/support/connections.ts'
import { createPng } from '#test/support/images.ts'
import { passkeysOf } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword } from '#test/support/sessions.ts'

let service: TestService
let chromium: Browser
let visitor: Visitor
let appId: string
const complaints: string[] = []

beforeAll(async () => {
  service = await startService()
  chromium = await launchChromium()
  visitor = await visit(service)
  const { person } = visitor
  appId = (await registerTestApp(service, person)).app_id
  await connectApp(service, person)
  await giveAppPassword(service, person, { name: 'A program with a rather long name, as people give them' })
})
afterAll(async () => {
  await chromium.close()
  await service.stop()
})

/** A profile in which somebody is signed in, and every violation of a policy is noted. */
async function profileOf(
  { browser }: Pick<Visitor, 'browser'>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await chromium.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
  const cookies = [...browser.cookies].map(([name, value]) => ({ name, value, url: service.url }))
  await context.addCookies(cookies)
  const page = await context.newPage()
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|Mixed Content/i.test(message.text()))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { context, page }
}

const paths = () => [
  ...[
    '',
    '/profile',
    '/email',
    '/password',
    '/passkeys',
    '/passkeys/new',
    '/sessions',
    '/history',
    '/export',
  ],
  ...['/two-factor', '/two-factor/totp', '/two-factor/recovery-codes', '/connected-apps', '/app-passwords'],
  ...['/app-passwords/new', '/close', '/closed', '/apps', '/apps/new', `/apps/${appId}`],
  ...[`/apps/${appId}/settings`, `/apps/${appId}/remove`],
]

/** What is wider than the window, and what can be hit but is smaller than 44 by 44 pixels; empty: nothing. */
function misfitsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const small = [...document.querySelectorAll('a, button, input, select, textarea, summary')].filter(
      (element) => {
        const { width, height } = element.getBoundingClientRect()
        // A box or a circle to tick is hit by its label.
        const isTicked = /checkbox|radio/.test(element.getAttribute('type') ?? '')
        return width > 1 && height > 1 && !isTicked && (width < 44 || height < 44)
      },
    )
    const wide = scrollWidth > clientWidth ? [`${scrollWidth} px wide in a window of ${clientWidth}`] : []
    return [...wide, ...small.map((element) => element.outerHTML.slice(0, 120))]
  })
}

describe.each([
  ['en-GB', true],
  ['en-GB', false],
  ['de-DE', true],
  ['de-DE', false],
] as const)('the pages of an account in %s, with script: %s', (locale, javaScriptEnabled) => {
  it('are whole in light and dark, on a phone and at a desk', { timeout: 120_000 }, async () => {
    const { context, page } = await profileOf(visitor, { locale, javaScriptEnabled })
    for (const path of paths()) {
      const answer = await page.goto(`${service.url}/account${path}`)
      expect([path, answer?.status(), new URL(page.url()).pathname]).toEqual([path, 200, `/account${path}`])
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
      expect(await page.locator('h1').count()).toBe(1)
      for (const colorScheme of ['light', 'dark'] as const)
        for (const width of [320, 1280]) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 800 })
          expect({ path, colorScheme, width, misfits: await misfitsOn(page) }).toEqual({
            path,
            colorScheme,
            width,
            misfits: [],
          })
        }
    }
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('somebody in Chromium', () => {
  it('makes a passkey by the script of its page, once for a device', async () => {
    const own = await visit(service)
    const { context, page } = await profileOf(own)
    const cdp = await context.newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    const does = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true, ...does },
    })
    const add = async (name: string) => {
      await page.goto(`${service.url}/account/passkeys/new`)
      await page.locator('#name').fill(name)
      await page.locator('#passkey-add button').click()
    }
    await add('This laptop')
    await page.getByRole('status').getByText('The passkey is added.').waitFor()
    await add('This laptop again')
    await page.getByRole('alert').getByText('This device already has a passkey').waitFor()
    expect((await passkeysOf(service, own.person.token)).map(({ name }) => name)).toEqual(['This laptop'])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('is told that a passkey needs script where there is none', async () => {
    const { context, page } = await profileOf(visitor, { javaScriptEnabled: false })
    await page.goto(`${service.url}/account/passkeys/new`)
    expect(await page.locator('#passkey-add button').isDisabled()).toBe(true)
    await page.getByText('This needs a browser with JavaScript').waitFor()
    await context.close()
  })

  it('uploads a picture without script, and sees what was wrong where it was', async () => {
    const { context, page } = await profileOf(await visit(service), { javaScriptEnabled: false })
    const upload = async (buffer: Buffer) => {
      await page.goto(`${service.url}/account/profile`)
      await page.locator('#image').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer })
      await page.getByRole('button', { name: 'Upload the picture' }).click()
    }
    await upload(createPng())
    await page.getByRole('status').getByText('Your picture is saved.').waitFor()
    await upload(Buffer.from('no picture'))
    await page.getByRole('alert').getByText('not a PNG, JPEG or WebP image').waitFor()
    await context.close()
  })
})
