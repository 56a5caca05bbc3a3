import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, expectStepUp, sendForm, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const path = '/account/two-factor/totp'

describe('showTotp', () => {
  it('asks first, then shows the secret as QR code and as text, until a first code was shown', async () => {
    const visitor = await visit(service)
    const before = await visitor.browser.get(`${service.url}${path}`)
    expect(before.html).not.toContain('otpauth:')
    const shown = await sendForm(service, visitor, before, path)
    expect(shown.html).toContain('<svg ')
    expect(shown.html).toContain('autocomplete="one-time-code"')
    const secret = /secret=([A-Z2-7]+)/.exec(shown.html)?.[1] ?? ''
    expect(textOf(shown).replaceAll(' ', '')).toContain(secret)
    expect((await visitor.browser.get(`${service.url}${path}`)).html).toContain(secret)
  })

  it('leads on where an authenticator app is in use', async () => {
    const { browser, person } = await visit(service)
    await enrolAuthenticator(service, person)
    const page = await browser.get(`${service.url}${path}`)
    // Where there is a second factor, a password alone opens nothing that guards the account.
    expect(new URL(page.location!).pathname).toBe('/signin/again')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/two-factor/totp')
  })

  it('asks for a fresh proof of who is there', async () => {
    await expectStepUp(service, await visit(service), '/account/two-factor/totp')
  })
})
