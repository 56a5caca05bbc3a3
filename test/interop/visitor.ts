import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Person } from '#test/support/actors.ts'

/** Somebody in Chromium, with a profile of their own. */
export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  /** what Chromium complained about so far */
  readonly complaints: readonly string[]
}

/** Opens a tab in a fresh profile. */
export async function visit(chromium: Browser): Promise<Visitor> {
  const complaints: string[] = []
  const context = await chromium.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  page.on('console', (message) => {
    // Our pages have no icon, which Chromium asks for.
    const { url } = message.location()
    if (message.type() === 'error' && !url.endsWith('/favicon.ico'))
      complaints.push(`${url}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { page, context, complaints }
}

/** Signs in and agrees on our pages, as somebody who uses the app for the first time. */
export async function signInThere(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.locator('.login-submit').click()
  await page.locator('.consent-submit').click()
}
