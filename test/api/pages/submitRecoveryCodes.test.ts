import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount, login } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { codesOn, sendAnyForm, turnTotpOn } from '#test/support/accountForms.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const path = '/account/two-factor/recovery-codes'

describe('submitRecoveryCodes', () => {
  it('shows new codes once, which replace all others', async () => {
    const visitor = await visit(service)
    const { codes: former } = await turnTotpOn(service, visitor)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const done = await sendForm(service, visitor, page, path)
    const codes = codesOn(done)
    expect([codes.length, codes.some((code) => former.includes(code))]).toEqual([10, false])
    expect(codesOn(await visitor.browser.get(`${service.url}${path}`))).toEqual([])
    const { email, password } = visitor.person
    const tried = await login({ client: service.as(), body: { email, password, code: former[0]! } })
    expect(tried.response?.status).toBe(401)
    expect(
      (await login({ client: service.as(), body: { email, password, code: codes[0]! } })).response?.status,
    ).toBe(200)
  })

  it('makes none for an account without a second factor', async () => {
    expect((await sendAnyForm(await visit(service), path)).status).toBe(409)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    await turnTotpOn(service, visitor)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const look = async () => (await getAccount({ client: service.as(visitor.person.token) })).data
    await expectGuarded(service, { visitor, page, action: path, look })
  })
})
