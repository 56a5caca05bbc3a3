import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { openConsent, parametersOf, pathOf } from '#test/support/authorization.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showStepUp', () => {
  it('asks who is signed in for the password, and holds where to go on', async () => {
    const [browser, person] = [createBrowser(service), await signUp(service)]
    const { app_id: appId } = await registerTestApp(service, await signUp(service))
    await openConsent(service, browser, appId, person)
    const page = await browser.open(`${service.url}/signin/again?return_to=%2Fsignout`)
    expect([page.status, pathOf(page)]).toEqual([200, '/signin/again'])
    expect(textOf(page)).toContain(`You are signed in as ${person.email}.`)
    expect(page.html).toContain('autocomplete="current-password"')
    expect(page.html).toContain('<input type="hidden" name="return_to" value="/signout">')
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self';")
  })

  it('leads whoever is not signed in to the sign-in, and on from there', async () => {
    const browser = createBrowser(service)
    const page = await browser.open(`${service.url}/signin/again?return_to=%2Fsignout`)
    expect([pathOf(page), parametersOf(page.url)]).toEqual(['/signin', { return_to: '/signout' }])
    const person = await signUp(service)
    const next = await browser.submit(page, { login: person.email, password: person.password })
    expect(pathOf(next)).toBe('/signout')
  })
})
