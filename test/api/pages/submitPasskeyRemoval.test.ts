import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGuarded, formOf, sendForm, visit } from '#test/support/accountPages.ts'
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

describe('submitPasskeyRemoval', () => {
  it('deletes a passkey', async () => {
    const visitor = await visit(service)
    const { id } = await addPasskey(service, visitor.person.token)
    const action = `/account/passkeys/${id}/remove`
    const page = await visitor.browser.get(`${service.url}${action}`)
    expect(textOf(await sendForm(service, visitor, page, action))).toContain('The passkey is deleted.')
    expect(await passkeysOf(service, visitor.person.token)).toEqual([])
  })

  it('answers for somebody else’s as for one that never was, and deletes nothing', async () => {
    const [visitor, victim] = [await visit(service), await signUp(service)]
    const { id } = await addPasskey(service, victim.token)
    for (const target of [id, 'x'])
      expectErrorPage(await sendAnyForm(visitor, `/account/passkeys/${target}/remove`), 404, 'not_found')
    expect(await passkeysOf(service, victim.token)).toHaveLength(1)
  })

  it('asks for a fresh proof first, and deletes nothing without', async () => {
    const visitor = await visit(service)
    const { id } = await addPasskey(service, visitor.person.token)
    const action = `/account/passkeys/${id}/remove`
    const page = await visitor.browser.get(`${service.url}${action}`)
    service.clock.advance(301)
    const led = await visitor.browser.post(`${service.url}${action}`, formOf(page, action))
    expect([led.status, led.location]).toEqual([
      303,
      `${service.url}/signin/again?${new URLSearchParams({ return_to: action })}`,
    ])
    expect(await passkeysOf(service, visitor.person.token)).toHaveLength(1)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const { id } = await addPasskey(service, visitor.person.token)
    const action = `/account/passkeys/${id}/remove`
    const page = await visitor.browser.get(`${service.url}${action}`)
    await expectGuarded(service, {
      visitor,
      page,
      action,
      look: () => passkeysOf(service, visitor.person.token),
    })
  })
})
