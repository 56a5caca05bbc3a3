import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { activityKinds } from '#src/domain/account/activity.ts'
import { catalogues } from '#src/pages/language.ts'
import { signIn } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { linkOf, textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showHistory', () => {
  it('tells in words what happened, newest first, page by page', async () => {
    const { browser, person } = await visit(service)
    for (let at = 0; at < 25; at++) await signIn(service, person.email)
    const first = await browser.get(`${service.url}/account/history`)
    expect(first.html.match(/<tr>/g)).toHaveLength(26)
    const next = linkOf(first, 'More')
    const second = await browser.get(next!)
    expect(second.html.match(/<tr>/g)).toHaveLength(3)
    expect([linkOf(second, 'More'), textOf(second).includes('Signed in')]).toEqual([null, true])
    expect(first.html).toContain('<th scope="col">')
  })

  it('has words for everything that happens, in every language', () => {
    for (const words of Object.values(catalogues))
      for (const kind of activityKinds) expect(words).toHaveProperty([`history.kind.${kind}`])
  })

  it('refuses a cursor that is none of ours', async () => {
    const { browser } = await visit(service)
    expectErrorPage(await browser.get(`${service.url}/account/history?cursor=abc`), 400, 'invalid_request')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/history')
  })
})
