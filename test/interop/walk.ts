import { expect } from 'vitest'
import type { Person } from '#test/support/actors.ts'
import { credentials, pathOf } from '#test/support/authorization.ts'
import type { Page, TestBrowser } from '#test/support/browser.ts'

/** Opens a URL and follows redirects wherever they lead, back and forth between us and the app. */
export async function walk(browser: TestBrowser, url: string): Promise<Page> {
  const page = await browser.open(url)
  return page.location === null ? page : walk(browser, page.location)
}

/**
 * Goes where an app sends its users, signs in, and decides on the consent page, as somebody who uses the app for the first time.
 *
 * @returns the redirect that leads back to the app, not followed
 */
export async function decideAs(
  person: Person,
  browser: TestBrowser,
  url: string,
  decision: 'approve' | 'deny' = 'approve',
): Promise<Page> {
  const signIn = await walk(browser, url)
  expect(pathOf(signIn)).toBe('/signin')
  const consent = await browser.submit(signIn, credentials(person))
  expect(pathOf(consent)).toBe('/consent')
  return browser.submit(consent, { decision })
}

/** The same, and on to the page of the app. */
export async function signInAs(
  person: Person,
  browser: TestBrowser,
  url: string,
  decision: 'approve' | 'deny' = 'approve',
): Promise<Page> {
  const back = await decideAs(person, browser, url, decision)
  return walk(browser, back.location ?? 'none:')
}
