import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount, listAppPasswords } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { sendAnyForm } from '#test/support/accountForms.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { giveAppPassword } from '#test/support/sessions.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const listOf = async ({ token }: Pick<Person, 'token'>) =>
  (await listAppPasswords({ client: service.as(token), throwOnError: true })).data

describe('submitAppPasswordRemoval', () => {
  it('deletes it: it opens nothing any more', async () => {
    const visitor = await visit(service)
    const { id, app_password: secret } = await giveAppPassword(service, visitor.person)
    const page = await visitor.browser.get(`${service.url}/account/app-passwords`)
    const done = await sendForm(service, visitor, page, `/account/app-passwords/${id}/remove`)
    expect(textOf(done)).toContain('The app password is deleted.')
    expect((await getAccount({ client: service.as(secret) })).response?.status).toBe(401)
  })

  it('answers for somebody else’s as for one that never was, and deletes nothing', async () => {
    const [visitor, victim] = [await visit(service), await signUp(service)]
    const { id } = await giveAppPassword(service, victim)
    for (const target of [id, '019c303f-9be8-7164-852d-1c17d186b9fe', 'x'])
      expectErrorPage(await sendAnyForm(visitor, `/account/app-passwords/${target}/remove`), 404, 'not_found')
    expect(await listOf(victim)).toHaveLength(1)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const { id } = await giveAppPassword(service, visitor.person)
    const page = await visitor.browser.get(`${service.url}/account/app-passwords`)
    const action = `/account/app-passwords/${id}/remove`
    await expectGuarded(service, { visitor, page, action, look: () => listOf(visitor.person) })
  })
})
