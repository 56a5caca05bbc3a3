import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visit, type Visitor } from '#test/support/accountPages.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { createPng } from '#test/support/images.ts'
import { passkeysOf } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAuthenticator } from './world.ts'

let service: TestService
let chromium: Browser
const complaints: string[] = []

beforeAll(async () => {
  service = await startService()
  chromium = await launchChromium()
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

describe('somebody in Chromium', () => {
  it('makes a passkey by the script of its page, once for a device', async () => {
    const own = await visit(service)
    const { context, page } = await profileOf(own)
    await giveAuthenticator({ context, tab: page })
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
    const { context, page } = await profileOf(await visit(service), { javaScriptEnabled: false })
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
