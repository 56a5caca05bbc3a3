import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updatePasskey } from '../../../client/index.ts'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { addPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showPasskeys', () => {
  it('shows what each is called, escaped, and nobody else’s', async () => {
    const { browser, person } = await visit(service)
    const { id: passkeyId } = await addPasskey(service, person.token)
    await updatePasskey({
      client: service.as(person.token),
      path: { passkeyId },
      body: { name: '<b>Laptop' },
      throwOnError: true,
    })
    const page = await browser.get(`${service.url}/account/passkeys`)
    expect([textOf(page).includes('<b>Laptop'), page.html.includes('<b>Laptop')]).toEqual([true, false])
    const stranger = await (await visit(service)).browser.get(page.url)
    expect([
      textOf(stranger).includes('You have no passkey yet.'),
      stranger.html.includes(passkeyId),
    ]).toEqual([true, false])
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/passkeys')
  })
})
