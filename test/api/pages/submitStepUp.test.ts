import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { password, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { openConsent, pathOf } from '#test/support/authorization.ts'
import { createBrowser, hiddenFields, textOf, type Page, type TestBrowser } from '#test/support/browser.ts'
import { codeOf, enrolAuthenticator } from '#test/support/factors.ts'
import { signedFields } from '#test/support/passkeyForm.ts'
import { signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let appId: string
beforeAll(async () => {
  service = await startService()
  appId = (await registerTestApp(service, await signUp(service))).app_id
})
afterAll(() => service.stop())

async function open(browser: TestBrowser, person: Person, target = '/signout'): Promise<Page> {
  await openConsent(service, browser, appId, person)
  return browser.open(`${service.url}/signin/again?return_to=${encodeURIComponent(target)}`)
}

const url = () => `${service.url}/signin/again`

describe('submitStepUp', () => {
  it('takes the password, leads back, and goes on in the same session', async () => {
    const [browser, person] = [createBrowser(service), await signUp(service)]
    const page = await open(browser, person)
    const session = browser.cookies.get('latchkey-session')
    const answer = await browser.post(url(), { ...hiddenFields(page), password })
    expect([answer.status, answer.location]).toEqual([303, `${service.url}/signout`])
    expect(browser.cookies.get('latchkey-session')).toBe(session)
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    'leads nowhere but to us: %s',
    async (target) => {
      const [browser, person] = [createBrowser(service), await signUp(service)]
      const page = await open(browser, person, target)
      const answer = await browser.post(url(), { ...hiddenFields(page), password })
      expect(answer.location).toBe(`${service.url}/account`)
    },
  )

  it('shows the form again for a wrong password, with the reason beside the field', async () => {
    const [browser, person] = [createBrowser(service), await signUp(service)]
    const page = await open(browser, person)
    const again = await browser.submit(page, { password: 'another password' })
    expect([again.status, pathOf(again)]).toEqual([401, '/signin/again'])
    expect(again.html).toMatch(/id="password"[^>]* aria-invalid="true" aria-describedby="password-error"/)
    expect(hiddenFields(again)).toEqual(hiddenFields(page))
  })

  it('takes a code, and no password, where the account has a second factor', async () => {
    const { person } = { person: await signUp(service) }
    const browser = createBrowser(service)
    const first = await open(browser, person)
    const { secret } = await enrolAuthenticator(service, person)
    expect((await browser.submit(first, { password })).status).toBe(401)
    const page = await browser.open(`${url()}?return_to=%2Fsignout`)
    expect(textOf(page)).toContain('Enter the code that your authenticator app shows.')
    const answer = await browser.post(url(), { ...hiddenFields(page), code: codeOf(service, secret, 30) })
    expect([answer.status, answer.location]).toEqual([303, `${service.url}/signout`])
  })

  it('takes a passkey of the account, and none of another', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    const stranger = await signUpWithPasskey(service)
    const browser = createBrowser(service)
    const page = await open(browser, person)
    const foreign = { ...hiddenFields(page), ...signedFields(page, stranger.authenticator) }
    const again = await browser.post(url(), foreign)
    expect([again.status, textOf(again)]).toEqual([401, expect.stringContaining('not accepted')])
    const own = { ...hiddenFields(again), ...signedFields(again, authenticator) }
    expect((await browser.post(url(), own)).location).toBe(`${service.url}/signout`)
  })

  it('refuses what is not from its page, and leads whoever is signed out to the sign-in', async () => {
    const [browser, person] = [createBrowser(service), await signUp(service)]
    const page = await open(browser, person)
    const fields = { ...hiddenFields(page), password }
    expect((await browser.post(url(), { ...fields, form_token: 'another' })).status).toBe(400)
    expect((await browser.post(url(), fields, { origin: 'https://evil.example' })).status).toBe(400)
    const other = await createBrowser(service).post(url(), fields)
    expect([other.status, new URL(other.location!).pathname]).toEqual([303, '/signin'])
  })
})
