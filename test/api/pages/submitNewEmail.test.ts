import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { freshAddress } from '#test/support/emailChange.ts'
import { subjectsTo } from '#test/support/mails.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('submitNewEmail', () => {
  it('has a link mailed to the new address and the present one told, and changes nothing yet', async () => {
    const visitor = await visit(service)
    const email = freshAddress()
    const page = await visitor.browser.get(`${service.url}/account/email`)
    const done = await sendForm(service, visitor, page, '/account/email', { email })
    expect(textOf(done)).toContain('A link is on its way to the new address.')
    expect(await subjectsTo(service, email)).toEqual(['Confirm your new e-mail address'])
    expect(await subjectsTo(service, visitor.person.email)).toEqual([
      'Your account is to have another address',
    ])
    expect((await getAccount({ client: service.as(visitor.person.token) })).data?.email).toBe(
      visitor.person.email,
    )
  })

  it('says that an address is none, and mails nothing', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}/account/email`)
    for (const email of ['', 'ann', 'ann@@example.com']) {
      const again = await sendForm(service, visitor, page, '/account/email', { email })
      expect([again.status, textOf(again).includes('Enter a valid e-mail address.')]).toEqual([400, true])
    }
    expect(await subjectsTo(service, visitor.person.email)).toEqual([])
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const email = freshAddress()
    const page = await visitor.browser.get(`${service.url}/account/email`)
    const look = () => subjectsTo(service, visitor.person.email)
    await expectGuarded(service, { visitor, page, action: '/account/email', fields: { email }, look })
  })
})
