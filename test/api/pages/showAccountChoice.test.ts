import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { authorizationUrl, openConsent, openSignIn, pathOf } from '#test/support/authorization.ts'
import { createBrowser, linkOf, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let appId: string
beforeAll(async () => {
  service = await startService()
  appId = (await registerTestApp(service, await signUp(service))).app_id
})
afterAll(() => service.stop())

const choosing = { prompt: 'select_account' }

describe('showAccountChoice', () => {
  it('shows who is signed in, and the way to somebody else', async () => {
    const [browser, person] = [createBrowser(service), await signUp(service)]
    await openConsent(service, browser, appId, person)
    const page = await browser.open(authorizationUrl(service, appId, choosing))
    expect([page.status, pathOf(page)]).toEqual([200, '/signin/accounts'])
    expect(textOf(page)).toContain(`${person.email} Signed in`)
    expect(pathOf(await browser.open(linkOf(page, 'Use another account')!))).toBe('/signin')
  })

  it('has nothing to choose from where nobody is signed in', async () => {
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, appId, choosing)
    const choice = await browser.open(page.url.replace('/signin', '/signin/accounts'))
    expect(pathOf(choice)).toBe('/signin')
  })

  it.each([{ prompt: 'select_account login' }, { prompt: 'select_account', max_age: '0' }])(
    'leaves it to the sign-in where the app wants a fresh one: %o',
    async (changes) => {
      const [browser, person] = [createBrowser(service), await signUp(service)]
      await openConsent(service, browser, appId, person)
      expect(pathOf(await browser.open(authorizationUrl(service, appId, changes)))).toBe('/signin')
    },
  )
})
