import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { expectGuarded, formOf, sendForm, visit } from '#test/support/accountPages.ts'
import { sendAnyForm, turnTotpOn } from '#test/support/accountForms.ts'
import type { Person } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const factorsOf = async ({ token }: Pick<Person, 'token'>) =>
  (await getAccount({ client: service.as(token), throwOnError: true })).data.second_factors
const path = '/account/two-factor/totp/remove'

describe('submitTotpRemoval', () => {
  it('removes the authenticator app of somebody who has just shown it, and its recovery codes', async () => {
    const visitor = await visit(service)
    const shown = await turnTotpOn(service, visitor)
    const page = await visitor.browser.get(`${service.url}/account/two-factor`)
    expect(shown.codes).toHaveLength(10)
    const done = await sendForm(service, visitor, page, path)
    expect(textOf(done)).toContain('The authenticator app is removed.')
    expect(await factorsOf(visitor.person)).toEqual([])
  })

  it('asks for the second factor first, and removes nothing without', async () => {
    const visitor = await visit(service)
    await turnTotpOn(service, visitor)
    const page = await visitor.browser.get(`${service.url}/account/two-factor`)
    service.clock.advance(301)
    const led = await visitor.browser.post(`${service.url}${path}`, formOf(page, path))
    expect(new URL(led.location!).pathname).toBe('/signin/again')
    expect(await factorsOf(visitor.person)).toEqual(['totp'])
  })

  it('finds nothing to remove where none is in use', async () => {
    expectErrorPage(await sendAnyForm(await visit(service), path), 404, 'not_found')
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    await turnTotpOn(service, visitor)
    const page = await visitor.browser.get(`${service.url}/account/two-factor`)
    await expectGuarded(service, { visitor, page, action: path, look: () => factorsOf(visitor.person) })
  })
})
