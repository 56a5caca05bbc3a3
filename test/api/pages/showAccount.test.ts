import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeOtherSessions } from '../../../client/index.ts'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showAccount', () => {
  it('shows who somebody is and how the account is secured, and nobody keeps it', async () => {
    const { browser, person } = await visit(service)
    const page = await browser.get(`${service.url}/account`)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const text = textOf(page)
    for (const words of [
      person.email,
      'Your account',
      'You have no passkey yet.',
      'Off. Your password alone lets you in.',
      'Sessions: 2',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('few recovery codes')
  })

  it('warns when few recovery codes are left', async () => {
    const visitor = await visit(service)
    await enrolAuthenticator(service, visitor.person)
    expect(textOf(await visitor.browser.get(`${service.url}/account`))).not.toContain('few recovery codes')
    await runAsAdmin(service.database, 'delete from recovery_codes where user_id = $1', [visitor.person.id])
    expect(textOf(await visitor.browser.get(`${service.url}/account`))).toContain(
      'few recovery codes left: 0',
    )
  })

  it('knows nobody any more whose session was ended, or whose account is suspended', async () => {
    const [ended, suspended] = [await visit(service), await visit(service)]
    await revokeOtherSessions({ client: service.as(ended.person.token), throwOnError: true })
    await runAsAdmin(service.database, 'update users set suspended_at = now() where id = $1', [
      suspended.person.id,
    ])
    for (const { browser } of [ended, suspended])
      expect((await browser.get(`${service.url}/account`)).location).toContain('/signin?return_to=%2Faccount')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account')
  })
})
