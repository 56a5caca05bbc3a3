import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateAccount, type AppRegistrationResponse } from '../../../client/index.ts'
import { redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  answerOf,
  authorizationUrl,
  expectErrorPage,
  openConsent,
  pathOf,
} from '#test/support/authorization.ts'
import { createBrowser, linkOf, textOf } from '#test/support/browser.ts'
import { registerOperatorApp } from '#test/support/operator.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
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

  it('says nothing that the owner of the app has written but names', async () => {
    const page = await openConsent(service, createBrowser(service), app.app_id, person)
    expect(textOf(page)).not.toContain('harmless')
  })

  describe('whose app it is', () => {
    const outside = 'This app does not belong to Latchkey.'
    const asked = async (appId: string, asking: Person, changes = {}) =>
      openConsent(service, createBrowser(service), appId, asking, { scope: 'openid', ...changes })

    it('is its owner’s, by the name in the profile, which nobody has verified; never by address', async () => {
      const owner = await signUp(service)
      const theirs = await registerTestApp(service, owner, { name: 'Latchkey' })
      const unnamed = textOf(await asked(theirs.app_id, person))
      expect(unnamed).toContain(`${outside} Its owner gives no name.`)
      const client = service.as(owner.token)
      await updateAccount({ client, body: { name: 'Latchkey <b>itself</b>' }, throwOnError: true })
      const named = await asked(theirs.app_id, person)
      const says = 'Its owner goes by the name of Latchkey <b>itself</b>, which nobody has verified.'
      expect(textOf(named)).toContain(`${outside} ${says}`)
      for (const page of [unnamed, named.html]) {
        expect(page).not.toContain(owner.email)
        expect(page).not.toContain('<b>')
      }
    })

    it('is nobody’s where it registered itself, whatever it calls itself', async () => {
      const open = await startService(openRegistration)
      const visitor = await signUp(open)
      const { client_id: appId } = await registerByItself(open, { client_name: 'Latchkey' })
      const page = await openConsent(open, createBrowser(open), appId, visitor, { scope: 'openid' })
      expect(textOf(page)).toContain(`${outside} Its owner gives no name.`)
      await open.stop()
    })

    it('is the house’s own where the operator says so, and then names no owner', async () => {
      const owner = await signUp(service)
      const client = service.as(owner.token)
      await updateAccount({ client, body: { name: 'Jane Doe' }, throwOnError: true })
      const members = { redirectUris: [redirectUri], scopes: ['openid'] }
      const { app_id: appId } = await registerOperatorApp(service, {
        ...members,
        responseTypes: ['code'],
        grantTypes: ['authorization_code'],
        firstParty: true,
        ownerId: owner.id,
      })
      const text = textOf(await asked(appId, person, { prompt: 'consent' }))
      expect(text).toContain('This app belongs to Latchkey.')
      expect(text).not.toContain('Jane Doe')
    })
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
