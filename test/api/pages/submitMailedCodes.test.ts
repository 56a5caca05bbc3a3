import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { expectGuarded, formOf, sendForm, visit } from '#test/support/accountPages.ts'
import { sendAnyForm } from '#test/support/accountForms.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { textOf } from '#test/support/browser.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { subjectsTo } from '#test/support/mails.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const factorsOf = async ({ token }: Pick<Person, 'token'>) =>
  (await getAccount({ client: service.as(token), throwOnError: true })).data.second_factors

const path = '/account/two-factor/email'

/** Somebody whose address is confirmed. */
async function verified(): Promise<Person> {
  const person = await signUp(service)
  await runAsAdmin(service.database, 'update users set email_verified = true where id = $1', [person.id])
  return person
}

describe('submitMailedCodes', () => {
  it('turns codes by mail on and off, and tells the owner', async () => {
    const visitor = await visit(service, await verified())
    const page = await visitor.browser.get(`${service.url}/account/two-factor`)
    const on = await sendForm(service, visitor, page, path, { codes: 'on' })
    expect([textOf(on).includes('Codes by e-mail are on.'), await factorsOf(visitor.person)]).toEqual([
      true,
      ['email'],
    ])
    expect(await subjectsTo(service, visitor.person.email)).toEqual([
      'Your account asks for a second factor from now on',
    ])
  })

  it('turns nothing on for an address that is not confirmed', async () => {
    const visitor = await visit(service)
    expect((await sendAnyForm(visitor, path, { codes: 'on' })).status).toBe(409)
    expect(await factorsOf(visitor.person)).toEqual([])
  })

  it('asks for a second factor before it is turned off, and changes nothing without', async () => {
    const visitor = await visit(service, await verified())
    const page = await visitor.browser.get(`${service.url}/account/two-factor`)
    const on = await sendForm(service, visitor, page, path, { codes: 'on' })
    // The sign-in showed a password only, which is not enough from now on.
    const led = await visitor.browser.post(`${service.url}${path}`, { ...formOf(on, path), codes: 'off' })
    expect(new URL(led.location!).pathname).toBe('/signin/again')
    expect(await factorsOf(visitor.person)).toEqual(['email'])
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service, await verified())
    const page = await visitor.browser.get(`${service.url}/account/two-factor`)
    await expectGuarded(service, {
      visitor,
      page,
      action: path,
      fields: { codes: 'on' },
      look: () => factorsOf(visitor.person),
    })
  })
})
