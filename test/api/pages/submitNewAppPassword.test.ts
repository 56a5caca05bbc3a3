import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount, listAppPasswords, updateAccount } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import type { Person } from '#test/support/actors.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const listOf = async ({ token }: Pick<Person, 'token'>) =>
  (await listAppPasswords({ client: service.as(token), throwOnError: true })).data
const path = '/account/app-passwords/new'

describe('submitNewAppPassword', () => {
  it('makes an app password whose text is shown once, marked as such, and works', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const done = await sendForm(service, visitor, page, path, {
      name: 'Media player',
      read: 'true',
      lifetime: '30',
    })
    expect(textOf(done)).toContain('It is shown this once and never again.')
    const secret = /<code>(apw_[\w-]+|[\w-]{40,})<\/code>/.exec(done.html)?.[1] ?? ''
    expect((await getAccount({ client: service.as(secret) })).data?.id).toBe(visitor.person.id)
    expect((await updateAccount({ client: service.as(secret), body: { name: 'x' } })).response?.status).toBe(
      403,
    )
    const [made] = await listOf(visitor.person)
    expect(made).toMatchObject({ name: 'Media player', scopes: ['read'] })
    expect(Date.parse(made!.expires_at!) - Date.parse(made!.created_at)).toBe(30 * 86_400_000)
    expect((await visitor.browser.get(done.url)).html).not.toContain(secret)
    expect(done.url).not.toContain(secret)
    expect(service.log.join('')).not.toContain(secret)
  })

  it.each([
    ['without a name', { name: '' }, 'Enter a name of 1 to 100 characters.'],
    ['with a name that turns the text', { name: 'a\u202eb' }, 'Enter a name of 1 to 100 characters.'],
    ['that opens nothing', { read: '' }, 'Choose at least one.'],
  ])('makes none %s, and keeps what was typed', async (_name, fields, words) => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const sent = { name: 'Player', read: 'true', lifetime: '90', ...fields }
    const again = await sendForm(service, visitor, page, path, sent)
    expect([again.status, textOf(again).includes(words)]).toEqual([400, true])
    expect(again.html).toContain('<option value="90" selected>')
    expect(await listOf(visitor.person)).toEqual([])
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    const fields = { name: 'Player', read: 'true' }
    await expectGuarded(service, { visitor, page, action: path, fields, look: () => listOf(visitor.person) })
  })
})
