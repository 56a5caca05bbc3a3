import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showSecondFactors', () => {
  it('tells what is on, and how many recovery codes are left', async () => {
    const { browser, person } = await visit(service)
    const url = `${service.url}/account/two-factor`
    const before = textOf(await browser.get(url))
    expect([before.includes('Set up an authenticator app'), before.includes('Recovery codes left')]).toEqual([
      true,
      false,
    ])
    await enrolAuthenticator(service, person)
    const after = textOf(await browser.get(url))
    expect([
      after.includes('Remove the authenticator app'),
      after.includes('Recovery codes left: 10'),
    ]).toEqual([true, true])
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/two-factor')
  })
})
