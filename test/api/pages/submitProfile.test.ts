import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount, updateAccount } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('submitProfile', () => {
  it('changes what a field holds, takes away what is empty, and says so once', async () => {
    const visitor = await visit(service)
    const { person, browser } = visitor
    const client = service.as(person.token)
    await updateAccount({
      client,
      body: { nickname: 'Annie', address: { country: 'Norway', formatted: 'Oslo' } },
      throwOnError: true,
    })
    const page = await browser.get(`${service.url}/account/profile`)
    const done = await sendForm(service, visitor, page, '/account/profile', {
      name: 'Ann Example',
      country: 'Norway',
      locale: 'de-at',
    })
    expect([done.url, textOf(done).includes('Your profile is saved.')]).toEqual([
      `${service.url}/account/profile`,
      true,
    ])
    const { data } = await getAccount({ client })
    expect(data).toMatchObject({ name: 'Ann Example', nickname: null, locale: 'de-AT' })
    // What a program told of the address stays where nobody touched it.
    expect(data?.address).toEqual({ country: 'Norway', formatted: 'Oslo' })
    expect(textOf(await browser.get(`${service.url}/account/profile`))).not.toContain(
      'Your profile is saved.',
    )
  })

  it('says what is wrong beside each field, moves there, keeps what was typed, and changes nothing', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}/account/profile`)
    const wrong = { name: 'Ann', website: 'javascript:alert(1)', birthdate: '2999-01-01', phone_number: '12' }
    const again = await sendForm(service, visitor, page, '/account/profile', wrong)
    expect(again.status).toBe(400)
    const text = textOf(again)
    for (const words of [
      'Enter a web address',
      'Enter a day in the past',
      'Enter the number with its country code',
      'Nothing was saved yet',
    ])
      expect(text).toContain(words)
    expect(again.html).toContain('value="javascript:alert(1)"')
    expect(again.html.match(/ autofocus/g)).toHaveLength(1)
    expect(again.html.match(/aria-invalid="true"/g)).toHaveLength(3)
    expect((await getAccount({ client: service.as(visitor.person.token) })).data?.name).toBeNull()
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}/account/profile`)
    const look = async () => (await getAccount({ client: service.as(visitor.person.token) })).data
    await expectGuarded(service, {
      visitor,
      page,
      action: '/account/profile',
      fields: { name: 'Mallory' },
      look,
    })
  })
})
