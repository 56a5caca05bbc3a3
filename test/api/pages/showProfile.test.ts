import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateAccount } from '../../../client/index.ts'
import { expectOnlyForSignedIn, visit } from '#test/support/accountPages.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showProfile', () => {
  it('shows every claim in a field of its own, with the autocomplete that belongs to it', async () => {
    const { browser, person } = await visit(service)
    const body = {
      name: 'Ann "Example" <b>',
      website: 'https://www.example.com/',
      address: { country: 'Norway' },
    }
    await updateAccount({ client: service.as(person.token), body, throwOnError: true })
    const { html } = await browser.get(`${service.url}/account/profile`)
    expect(html).toContain('value="Ann &quot;Example&quot; &lt;b&gt;"')
    for (const [name, autocomplete] of [
      ['name', 'name'],
      ['given_name', 'given-name'],
      ['birthdate', 'bday'],
      ['phone_number', 'tel'],
      ['street_address', 'street-address'],
      ['country', 'country-name'],
    ])
      expect(html).toMatch(new RegExp(`name="${name}"[^>]* autocomplete="${autocomplete}"`))
    expect(html).toContain('value="Norway"')
    expect(html).not.toContain('aria-invalid')
  })

  it('shows the time zone that somebody has, also by another name of the database', async () => {
    const { browser, person } = await visit(service)
    await updateAccount({
      client: service.as(person.token),
      body: { zoneinfo: 'Asia/Calcutta' },
      throwOnError: true,
    })
    const { html } = await browser.get(`${service.url}/account/profile`)
    expect(html).toContain('<option value="Asia/Calcutta" selected>')
  })

  it('is for the signed-in only, and leads everybody else there and back', async () => {
    await expectOnlyForSignedIn(service, '/account/profile')
  })
})
