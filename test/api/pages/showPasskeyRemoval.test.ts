import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, expectStepUp, visit } from '#test/support/accountPages.ts'
import { signUp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { addPasskey, passkeysOf } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showPasskeyRemoval', () => {
  it('names the passkey and deletes nothing', async () => {
    const { browser, person } = await visit(service)
    const { id, name } = await addPasskey(service, person.token)
    const page = await browser.get(`${service.url}/account/passkeys/${id}/remove`)
    expect(textOf(page)).toContain(`“${name}” then signs you in no more.`)
    expect(await passkeysOf(service, person.token)).toHaveLength(1)
  })

  it('answers for somebody else’s as for one that never was', async () => {
    const { browser } = await visit(service)
    const { id } = await addPasskey(service, (await signUp(service)).token)
    for (const target of [id, 'x'])
      expectErrorPage(await browser.get(`${service.url}/account/passkeys/${target}/remove`), 404, 'not_found')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/passkeys/x/remove')
  })

  it('asks for a fresh proof of who is there', async () => {
    await expectStepUp(service, await visit(service), '/account/passkeys/x/remove')
  })
})
