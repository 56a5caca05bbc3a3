import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getAccount } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import type { Person } from '#test/support/actors.ts'
import { textOf } from '#test/support/browser.ts'
import { uploadAvatar } from '#test/support/uploads.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const look = async ({ token }: Pick<Person, 'token'>) =>
  (await getAccount({ client: service.as(token) })).data?.picture

describe('submitAvatarRemoval', () => {
  it('leaves somebody without an avatar, and says so', async () => {
    const visitor = await visit(service)
    await uploadAvatar(service, visitor.person)
    const page = await visitor.browser.get(`${service.url}/account/profile`)
    const done = await sendForm(service, visitor, page, '/account/avatar/remove')
    expect(textOf(done)).toContain('Your picture is removed.')
    expect(await look(visitor.person)).toBeNull()
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    await uploadAvatar(service, visitor.person)
    const page = await visitor.browser.get(`${service.url}/account/profile`)
    await expectGuarded(service, {
      visitor,
      page,
      action: '/account/avatar/remove',
      look: () => look(visitor.person),
    })
  })
})
