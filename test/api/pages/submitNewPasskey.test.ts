import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectGuarded, formOf, sendForm, visit } from '#test/support/accountPages.ts'
import { optionsOn } from '#test/support/accountForms.ts'
import type { Visitor } from '#test/support/accountPages.ts'
import { createAuthenticator } from '#test/support/authenticator.ts'
import { textOf } from '#test/support/browser.ts'
import { passkeysOf, signInByPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const path = '/account/passkeys/new'

/** The page with what a browser has made for it. */
async function made({ browser }: Visitor) {
  const page = await browser.get(`${service.url}${path}`)
  const authenticator = createAuthenticator({ origin: service.config.issuer })
  return { page, authenticator, credential: JSON.stringify(authenticator.create(optionsOn(page))) }
}

describe('submitNewPasskey', () => {
  it('keeps the passkey that a browser has made, and it signs its owner in', async () => {
    const visitor = await visit(service)
    const { page, credential, authenticator } = await made(visitor)
    const done = await sendForm(service, visitor, page, path, { name: 'Laptop', credential })
    expect([done.url, textOf(done).includes('The passkey is added.')]).toEqual([
      `${service.url}/account/passkeys`,
      true,
    ])
    expect((await signInByPasskey(service, authenticator)).data?.user.id).toBe(visitor.person.id)
  })

  it.each([
    ['nothing', ''],
    ['garbage', 'garbage'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an object without members', '{"id":"a","rawId":"a","response":{}}'],
  ])('keeps none for %s, and offers another try', async (_name, credential) => {
    const visitor = await visit(service)
    const { page } = await made(visitor)
    const again = await sendForm(service, visitor, page, path, { name: 'Laptop', credential })
    expect([again.status, textOf(again).includes('The passkey could not be added.')]).toEqual([400, true])
    expect(optionsOn(again).challenge).not.toBe(optionsOn(page).challenge)
    expect(await passkeysOf(service, visitor.person.token)).toEqual([])
  })

  it('keeps none without a name', async () => {
    const visitor = await visit(service)
    const { page, credential } = await made(visitor)
    const again = await sendForm(service, visitor, page, path, { credential })
    expect([again.status, textOf(again).includes('Enter a name of 1 to 100 characters.')]).toEqual([
      400,
      true,
    ])
    expect(await passkeysOf(service, visitor.person.token)).toEqual([])
  })

  it('takes a challenge once, and only in the session that it was made for', async () => {
    const [visitor, other] = [await visit(service), await visit(service)]
    const { page, credential } = await made(visitor)
    const elsewhere = await other.browser.get(`${service.url}${path}`)
    const { challenge_id } = formOf(page, path)
    const stolen = { ...formOf(elsewhere, path), challenge_id: challenge_id!, name: 'Laptop', credential }
    expect((await other.browser.post(`${service.url}${path}`, stolen)).status).toBe(400)
    expect(await passkeysOf(service, other.person.token)).toEqual([])
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const { page, credential } = await made(visitor)
    const look = () => passkeysOf(service, visitor.person.token)
    await expectGuarded(service, {
      visitor,
      page,
      action: path,
      fields: { name: 'Laptop', credential },
      look,
    })
  })
})
