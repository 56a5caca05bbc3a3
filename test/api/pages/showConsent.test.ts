import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationUrl,
  expectErrorPage,
  openConsent,
  pathOf,
} from '#test/support/authorization.ts'
import { createBrowser, linkOf, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, await signUp(service), {
    description: 'Trust us: totally harmless',
    redirect_uris: ['https://example.com/callback', 'com.example.app:/callback'],
    scopes: ['openid', 'profile', 'email', 'read', 'write', 'offline_access'],
  })
})
afterAll(() => service.stop())

const everything = 'openid profile email read write offline_access'

describe('showConsent', () => {
  it('says who asks for what, where it goes and who is signed in', async () => {
    const page = await openConsent(service, createBrowser(service), app.app_id, person, { scope: everything })
    const text = textOf(page)
    expect(text).toContain('My Application would like to:')
    for (const words of [
      'Know that it is you',
      'See your profile',
      'See your e-mail address',
      'Read your data there',
      'Change your data there',
      'Keep this access after you have signed out',
      'You then go on to example.com.',
      `Signed in as ${person.email}.`,
    ])
      expect(text).toContain(words)
    expect(page.html).toMatch(
      /<button type="submit" class="button consent-submit" name="decision" value="approve">/,
    )
    expect(linkOf(page, 'Not you?')).toBe(page.url.replace('/consent', '/signin'))
  })

  it('says nothing that the owner of the app has written but its name', async () => {
    const page = await openConsent(service, createBrowser(service), app.app_id, person)
    expect(textOf(page)).not.toContain('harmless')
  })

  it('asks for what is asked for only', async () => {
    const text = textOf(
      await openConsent(service, createBrowser(service), app.app_id, person, { scope: 'openid' }),
    )
    expect(text).toContain('Know that it is you')
    expect(text).not.toContain('e-mail address')
  })

  it('names the scheme where the app is on this device, and lets the form lead there', async () => {
    const page = await openConsent(service, createBrowser(service), app.app_id, person, {
      redirect_uri: 'com.example.app:/callback',
    })
    expect(textOf(page)).toContain('You then go on to com.example.app.')
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' com.example.app:;")
  })

  it('may be reloaded', async () => {
    const browser = createBrowser(service)
    const page = await openConsent(service, browser, app.app_id, person)
    expect((await browser.open(page.url)).html).toBe(page.html)
  })

  it('leads to the sign-in page whoever is not signed in, or too long ago', async () => {
    const browser = createBrowser(service)
    const page = await openConsent(service, browser, app.app_id, person)
    service.clock.advance(301)
    expect(pathOf(await browser.open(page.url))).toBe('/signin')
    browser.cookies.delete('latchkey-session')
    expect(pathOf(await browser.open(page.url))).toBe('/signin')
  })

  it('leads to the app when another tab has had the decision meanwhile', async () => {
    const browser = createBrowser(service)
    const one = await openConsent(service, browser, app.app_id, person, { state: 'one' })
    const two = await browser.open(authorizationUrl(service, app.app_id, { state: 'two' }))
    await browser.submit(one, { decision: 'approve' })
    const answer = answerOf(await browser.open(two.url))
    expect([answer.get('state'), answer.has('code')]).toEqual(['two', true])
  })

  it('is an error page without an authorization of this browser', async () => {
    const { url } = await openConsent(service, createBrowser(service), app.app_id, await signUp(service))
    expectErrorPage(await createBrowser(service).open(url), 400, 'invalid_request')
    expectErrorPage(await createBrowser(service).open(`${service.url}/consent`), 400, 'invalid_request')
  })
})
