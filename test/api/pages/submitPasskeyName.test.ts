import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { sendAnyForm } from '#test/support/accountForms.ts'
import { signUp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { addPasskey, passkeysOf } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('submitPasskeyName', () => {
  it('gives a passkey another name', async () => {
    const visitor = await visit(service)
    const { id } = await addPasskey(service, visitor.person.token)
    const page = await visitor.browser.get(`${service.url}/account/passkeys`)
    const done = await sendForm(service, visitor, page, `/account/passkeys/${id}/rename`, {
      name: 'Old laptop',
    })
    expect(textOf(done)).toContain('The passkey has its new name.')
    expect((await passkeysOf(service, visitor.person.token))[0]?.name).toBe('Old laptop')
  })

  it('says beside the field that a name is none, and changes nothing', async () => {
    const visitor = await visit(service)
    const { id, name } = await addPasskey(service, visitor.person.token)
    const page = await visitor.browser.get(`${service.url}/account/passkeys`)
    const again = await sendForm(service, visitor, page, `/account/passkeys/${id}/rename`, { name: '\u202e' })
    expect([again.status, textOf(again).includes('Enter a name of 1 to 100 characters.')]).toEqual([
      400,
      true,
    ])
    expect(again.html).toContain('<details open>')
    expect((await passkeysOf(service, visitor.person.token))[0]?.name).toBe(name)
  })

  it('answers for somebody else’s as for one that never was, and changes nothing', async () => {
    const [visitor, victim] = [await visit(service), await signUp(service)]
    const { id, name } = await addPasskey(service, victim.token)
    for (const target of [id, '019c303f-9be8-7164-852d-1c17d186b9fe', 'x'])
      for (const text of ['Mine now', ''])
        expectErrorPage(
          await sendAnyForm(visitor, `/account/passkeys/${target}/rename`, { name: text }),
          404,
          'not_found',
        )
    expect((await passkeysOf(service, victim.token))[0]?.name).toBe(name)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const { id } = await addPasskey(service, visitor.person.token)
    const page = await visitor.browser.get(`${service.url}/account/passkeys`)
    const action = `/account/passkeys/${id}/rename`
    const look = () => passkeysOf(service, visitor.person.token)
    await expectGuarded(service, { visitor, page, action, fields: { name: 'Mallory' }, look })
  })
})
