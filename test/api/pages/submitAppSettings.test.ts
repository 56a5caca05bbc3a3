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

/** Somebody on the page of the settings of their app. */
async function own() {
  const visitor = await visit(service)
  const app = await registerTestApp(service, visitor.person)
  const action = `/account/apps/${app.app_id}/settings`
  const read = async () =>
    (await getApp({ client: service.as(visitor.person.token), path: { appId: app.app_id } })).data
  return { visitor, app, action, read, page: await visitor.browser.get(`${service.url}${action}`) }
}

describe('submitAppSettings', () => {
  it('changes what the form holds and nothing else', async () => {
    const { visitor, app, action, page, read } = await own()
    const before = await read()
    const fields = { name: 'Other', redirect_uris: 'https://b.example/cb', openid: 'true' }
    expect(textOf(await sendForm(service, visitor, page, action, fields))).toContain(
      'The settings are saved.',
    )
    expect(await read()).toEqual({
      ...before,
      name: 'Other',
      description: '',
      redirect_uris: ['https://b.example/cb'],
      scopes: ['openid'],
    })
    expect(app.app_secret).toBeTruthy()
  })

  it('says what is wrong, and changes nothing', async () => {
    const { visitor, action, page, read } = await own()
    const before = await read()
    const again = await sendForm(service, visitor, page, action, {
      name: 'Other',
      redirect_uris: 'ftp://b.example',
      openid: 'true',
    })
    expect([again.status, textOf(again).includes('A redirect URI is not acceptable.')]).toEqual([400, true])
    expect(again.html.match(/ autofocus/g)).toHaveLength(1)
    expect(await read()).toEqual(before)
  })

  it('answers for somebody else’s app as for one that never was, and changes nothing', async () => {
    const victim = await own()
    const before = await victim.read()
    const visitor = await visit(service)
    for (const id of [victim.app.app_id, 'x'])
      expectErrorPage(
        await sendAnyForm(visitor, `/account/apps/${id}/settings`, { name: 'Mine' }),
        404,
        'not_found',
      )
    expect(await victim.read()).toEqual(before)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const { visitor, action, page, read } = await own()
    await expectGuarded(service, { visitor, page, action, fields: { name: 'Mallory' }, look: read })
  })
})
