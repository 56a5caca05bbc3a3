import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signUp, type Person } from '#test/support/actors.ts'
import { startCallbackServer, type CallbackServer } from '#test/support/callbackServer.ts'
import { launchChromium } from '#test/support/chromium.ts'
import {
  beginAuthorization,
  createRelyingParty,
  endAuthorization,
  type RelyingParty,
} from '#test/support/relyingParty.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let callback: CallbackServer
let chromium: Browser
let party: RelyingParty
const complaints: string[] = []

beforeAll(async () => {
  service = await startService()
  callback = await startCallbackServer()
  chromium = await launchChromium()
  party = await createRelyingParty(service, await signUp(service), callback.redirectUri)
})
afterAll(async () => {
  await chromium.close()
  await callback.stop()
  await service.stop()
})

/** A profile of somebody's own, in which every violation of a policy is noted. */
async function newcomer(options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await chromium.newContext({ locale: 'en-GB', ...options })
  const page = await openTab(context)
  return { context, page, person: await signUp(service) }
}

async function openTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|Mixed Content/i.test(message.text()))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return page
}

async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('.login-submit').click()
}

/** Waits for the app's own page and returns its URL. */
async function backAtApp(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Back at the app' }).waitFor()
  return page.url()
}

describe.each([
  ['with script', true],
  ['without script', false],
])('openid-client in Chromium, %s', (_name, javaScriptEnabled) => {
  it('signs in, agrees, and comes back with tokens', async () => {
    const { context, page, person } = await newcomer({ javaScriptEnabled })
    const begun = await beginAuthorization(party)
    await page.goto(begun.url)
    await signIn(page, person)
    await page.locator('.consent-submit').click()
    const { claims, userinfo } = await endAuthorization(party, await backAtApp(page), begun)
    expect([claims.sub, userinfo.email]).toEqual([person.id, person.email])

    const silently = await beginAuthorization(party, { prompt: 'none' })
    await page.goto(silently.url)
    expect((await endAuthorization(party, await backAtApp(page), silently)).claims.sub).toBe(person.id)
    await context.close()
  })

  it('tells the app of a no', async () => {
    const { context, page, person } = await newcomer({ javaScriptEnabled })
    const begun = await beginAuthorization(party)
    await page.goto(begun.url)
    await signIn(page, person)
    await page.getByRole('button', { name: 'Deny' }).click()
    await expect(endAuthorization(party, await backAtApp(page), begun)).rejects.toMatchObject({
      error: 'access_denied',
    })
    await context.close()
  })

  it('starts by a form on the page of the app, which comes without cookies', async () => {
    const { context, page, person } = await newcomer({ javaScriptEnabled })
    const begun = await beginAuthorization(party)
    const { origin, pathname, searchParams } = new URL(begun.url)
    const fields = [...searchParams]
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
      .join('')
    const form = `<form method="post" action="${origin}${pathname}">${fields}<button>Sign in with Latchkey</button></form>`
    await page.route('http://app.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en">${form}</html>` }),
    )
    // Somebody who is signed in already: the cookies arrive with our own GET.
    const first = await beginAuthorization(party)
    await page.goto(first.url)
    await signIn(page, person)
    await page.locator('.consent-submit').click()
    await backAtApp(page)
    await page.goto('http://app.example/')
    await page.getByRole('button', { name: 'Sign in with Latchkey' }).click()
    expect((await endAuthorization(party, await backAtApp(page), begun)).claims.sub).toBe(person.id)
    await context.close()
  })
})

describe('a person in Chromium', () => {
  it('sees what was wrong, keeps the address that was typed, and tries again', async () => {
    const { context, page, person } = await newcomer()
    const begun = await beginAuthorization(party)
    await page.goto(begun.url)
    await signIn(page, { ...person, password: 'wrong' })
    await page.getByRole('alert').getByText('The e-mail address or the password is wrong.').waitFor()
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(person.email)
    expect(
      await page.locator('#password').evaluate((field) => field === field.ownerDocument.activeElement),
    ).toBe(true)
    await signIn(page, person)
    await page.locator('.consent-submit').click()
    expect((await endAuthorization(party, await backAtApp(page), begun)).claims.sub).toBe(person.id)
    await context.close()
  })

  it('may reload and go back', async () => {
    const { context, page, person } = await newcomer()
    const begun = await beginAuthorization(party)
    await page.goto(begun.url)
    await page.reload()
    await signIn(page, person)
    await page.locator('.consent-submit').waitFor()
    await page.reload()
    await page.goBack()
    await signIn(page, person)
    await page.locator('.consent-submit').click()
    expect((await endAuthorization(party, await backAtApp(page), begun)).claims.sub).toBe(person.id)
    await page.goBack()
    await page.getByText('This sign-in is finished already.').waitFor()
    await page.getByRole('link', { name: 'Start again' }).click()
    await backAtApp(page)
    await context.close()
  })

  it('may use two tabs', async () => {
    const { context, page, person } = await newcomer()
    const second = await openTab(context)
    const begun = [await beginAuthorization(party), await beginAuthorization(party)] as const
    await page.goto(begun[0].url)
    await second.goto(begun[1].url)
    await signIn(page, person)
    await page.locator('.consent-submit').waitFor()
    await signIn(second, person)
    await second.locator('.consent-submit').click()
    expect((await endAuthorization(party, await backAtApp(second), begun[1])).claims.sub).toBe(person.id)
    // The first tab shows a question that has its answer by now: it needs none any more.
    await page.locator('.consent-submit').click()
    expect((await endAuthorization(party, await backAtApp(page), begun[0])).claims.sub).toBe(person.id)
    await context.close()
  })

  it('who took too long begins again by one click', async () => {
    const { context, page, person } = await newcomer()
    const begun = await beginAuthorization(party)
    await page.goto(begun.url)
    service.clock.advance(1800)
    await signIn(page, person)
    await page.getByText('This sign-in took too long and has expired.').waitFor()
    await page.getByRole('link', { name: 'Start again' }).click()
    await signIn(page, person)
    await page.locator('.consent-submit').click()
    expect(new URL(await backAtApp(page)).searchParams.get('state')).toBe(begun.checks.expectedState)
    await context.close()
  })

  it('signs in as somebody else', async () => {
    const { context, page, person } = await newcomer()
    const other = await signUp(service)
    const begun = await beginAuthorization(party)
    await page.goto(begun.url)
    await signIn(page, person)
    await page.getByRole('link', { name: 'Not you?' }).click()
    await signIn(page, other)
    await page.getByText(other.email).waitFor()
    await page.locator('.consent-submit').click()
    await backAtApp(page)
    await context.close()
  })

  it('never met a violation of the policy, and would have noticed one', async () => {
    expect(complaints).toEqual([])
    const { context, page } = await newcomer()
    await page.goto((await beginAuthorization(party)).url)
    await page.evaluate(() => document.body.append(document.createElement('iframe')))
    await page.evaluate(() => document.querySelector('iframe')!.setAttribute('src', 'https://example.com/'))
    await expect.poll(() => complaints.length).toBeGreaterThan(0)
    await context.close()
  })
})
