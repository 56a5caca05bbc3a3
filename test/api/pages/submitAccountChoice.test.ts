import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { authorizationUrl, openConsent, parametersOf, pathOf } from '#test/support/authorization.ts'
import { createBrowser, hiddenFields, textOf, type TestBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let appId: string
beforeAll(async () => {
  service = await startService()
  appId = (await registerTestApp(service, await signUp(service))).app_id
})
afterAll(() => service.stop())

/** Somebody who is signed in and has agreed, at the choice that the app asks for. */
async function openChoice(browser: TestBrowser, changes = {}) {
  const person = await signUp(service)
  await browser.submit(await openConsent(service, browser, appId, person), { decision: 'approve' })
  const choosing = { prompt: 'select_account', ...changes }
  return { person, page: await browser.open(authorizationUrl(service, appId, choosing)) }
}

describe('submitAccountChoice', () => {
  it('goes back to the app with who is signed in, once', async () => {
    const browser = createBrowser(service)
    const { page } = await openChoice(browser)
    const fields = hiddenFields(page)
    const answer = await browser.post(page.url.split('?')[0]!, fields)
    expect(parametersOf(answer.location)).toMatchObject({ state: 'random-state', code: expect.any(String) })
    const again = await browser.post(page.url.split('?')[0]!, fields)
    expect([again.status, textOf(again)]).toEqual([400, expect.stringContaining('finished already')])
  })

  it('still asks for the decision that the app asks for', async () => {
    const browser = createBrowser(service)
    const { page, person } = await openChoice(browser, { prompt: 'select_account consent' })
    const consent = await browser.submit(page, {})
    expect(pathOf(consent)).toBe('/consent')
    expect(textOf(consent)).toContain(`Signed in as ${person.email}.`)
    const answer = await browser.submit(consent, { decision: 'approve' })
    expect(parametersOf(answer.location)).toMatchObject({ code: expect.any(String) })
  })

  it('chooses nobody who was not shown', async () => {
    const browser = createBrowser(service)
    const { page } = await openChoice(browser)
    const fields = { ...hiddenFields(page), session: '01938f00-0000-7000-8000-000000000000' }
    const answer = await browser.post(page.url.split('?')[0]!, fields)
    expect([answer.status, pathOf(await browser.follow(answer))]).toEqual([303, '/signin/accounts'])
  })
})
