import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { giveAppPassword } from '#test/support/sessions.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showAppPasswords', () => {
  it('shows what each is called and opens, and never its text', async () => {
    const { browser, person } = await visit(service)
    const made = await giveAppPassword(service, person, {
      name: 'Media <i>player</i>',
      scopes: ['read'],
      expires_in: -1,
    })
    const page = await browser.get(`${service.url}/account/app-passwords`)
    const text = textOf(page)
    for (const words of ['Media <i>player</i>', 'Read your account', 'Not used yet', 'Does not expire'])
      expect(text).toContain(words)
    expect(page.html).not.toContain(made.app_password)
    expect(page.html).not.toContain('<i>player')
    expect(textOf(await (await visit(service)).browser.get(page.url))).toContain('You have no app password.')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/app-passwords')
  })
})
