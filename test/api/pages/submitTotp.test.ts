import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const path = '/account/two-factor/totp'

describe('submitTotp', () => {
  it('makes a secret that the next page shows, and turns nothing on yet', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const shown = await sendForm(service, visitor, page, path)
    expect([shown.url, shown.html.includes('otpauth://totp/')]).toEqual([`${service.url}${path}`, true])
    expect((await getAccount({ client: service.as(visitor.person.token) })).data?.second_factors).toEqual([])
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const look = async () => (await visitor.browser.get(`${service.url}${path}`)).html.includes('otpauth:')
    await expectGuarded(service, { visitor, page, action: path, look })
  })
})
