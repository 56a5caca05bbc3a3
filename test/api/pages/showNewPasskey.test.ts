import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, expectStepUp, visit } from '#test/support/accountPages.ts'
import { optionsOn } from '#test/support/accountForms.ts'
import { textOf } from '#test/support/browser.ts'
import { addPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showNewPasskey', () => {
  it('holds what a browser makes a passkey from, and runs our script only', async () => {
    const { browser, person } = await visit(service)
    const page = await browser.get(`${service.url}/account/passkeys/new`)
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(page.html).toContain('<script src="/assets/passkey-add.js" defer></script>')
    expect(optionsOn(page)).toMatchObject({ rp: { id: 'localhost' }, user: { name: person.email } })
    expect(optionsOn(page).challenge).not.toBe(optionsOn(await browser.get(page.url)).challenge)
  })

  it('says so when there are as many as there may be', async () => {
    const { browser, person } = await visit(service)
    for (let made = 0; made < 20; made++) await addPasskey(service, person.token, { keepsOthers: true })
    const page = await browser.get(`${service.url}/account/passkeys/new`)
    expect([
      textOf(page).includes('as many passkeys as you may'),
      page.html.includes('data-options'),
    ]).toEqual([true, false])
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/passkeys/new')
  })

  it('asks for a fresh proof of who is there', async () => {
    await expectStepUp(service, await visit(service), '/account/passkeys/new')
  })
})
