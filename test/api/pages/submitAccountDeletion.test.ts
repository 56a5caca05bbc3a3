import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount, getSession } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { subjectsTo } from '#test/support/mails.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const path = '/account/close'

describe('submitAccountDeletion', () => {
  it('puts the deletion down once the address was typed, signs out everywhere, and says when', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const done = await sendForm(service, visitor, page, path, {
      confirmation: visitor.person.email.toUpperCase(),
    })
    expect([done.url, textOf(done).includes('Your account is deleted on')]).toEqual([
      `${service.url}/account/closed`,
      true,
    ])
    expect(visitor.browser.cookies.has('latchkey-session')).toBe(false)
    expect((await getSession({ client: service.as(visitor.person.token) })).response?.status).toBe(401)
    expect(await subjectsTo(service, visitor.person.email)).toEqual(['Your account is going to be deleted'])
  })

  it('is taken back by signing in', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    await sendForm(service, visitor, page, path, { confirmation: visitor.person.email })
    const back = await visit(service, visitor.person)
    expect((await back.browser.get(`${service.url}/account`)).status).toBe(200)
  })

  it('does nothing for another address', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    for (const confirmation of ['', 'yes', 'somebody@example.com']) {
      const again = await sendForm(service, visitor, page, path, { confirmation })
      expect([again.status, textOf(again).includes('not the address of this account')]).toEqual([400, true])
    }
    expect((await getSession({ client: service.as(visitor.person.token) })).response?.status).toBe(200)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const look = async () => (await getAccount({ client: service.as(visitor.person.token) })).data
    await expectGuarded(service, {
      visitor,
      page,
      action: path,
      fields: { confirmation: visitor.person.email },
      look,
    })
  })
})
