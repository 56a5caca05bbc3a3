import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getApp } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { sendAnyForm } from '#test/support/accountForms.ts'
import { registerTestApp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** Somebody on the page that asks whether to delete their app. */
async function own() {
  const visitor = await visit(service)
  const { app_id: appId } = await registerTestApp(service, visitor.person)
  const action = `/account/apps/${appId}/remove`
  const status = async () =>
    (await getApp({ client: service.as(visitor.person.token), path: { appId } })).response?.status
  return { visitor, action, status, page: await visitor.browser.get(`${service.url}${action}`) }
}

describe('submitAppRemoval', () => {
  it('deletes the app once its name was typed', async () => {
    const { visitor, action, page, status } = await own()
    const done = await sendForm(service, visitor, page, action, { confirmation: 'My Application' })
    expect([textOf(done).includes('The app is deleted.'), await status()]).toEqual([true, 404])
  })

  it('deletes nothing for another name', async () => {
    const { visitor, action, page, status } = await own()
    for (const confirmation of ['', 'my application', 'yes']) {
      const again = await sendForm(service, visitor, page, action, { confirmation })
      expect([again.status, textOf(again).includes('not the name of the app')]).toEqual([400, true])
    }
    expect(await status()).toBe(200)
  })

  it('answers for somebody else’s app as for one that never was, and deletes nothing', async () => {
    const victim = await own()
    const fields = { confirmation: 'My Application' }
    expectErrorPage(await sendAnyForm(await visit(service), victim.action, fields), 404, 'not_found')
    expect(await victim.status()).toBe(200)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const { visitor, action, page, status } = await own()
    await expectGuarded(service, {
      visitor,
      page,
      action,
      fields: { confirmation: 'My Application' },
      look: status,
    })
  })
})
