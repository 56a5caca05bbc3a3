import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getApp } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { sendAnyForm } from '#test/support/accountForms.ts'
import { registerTestApp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { uploadLogo } from '#test/support/uploads.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

/** Somebody on the page of their app. */
async function own() {
  const visitor = await visit(service)
  const { app_id: appId } = await registerTestApp(service, visitor.person)
  const path = `/account/apps/${appId}`
  const logo = async () =>
    (await getApp({ client: service.as(visitor.person.token), path: { appId }, throwOnError: true })).data
      .logo_uri
  return { visitor, appId, path, logo, page: await visitor.browser.get(`${service.url}${path}`) }
}

describe('submitAppLogoRemoval', () => {
  it('leaves the app without a logo', async () => {
    const { visitor, appId, path, logo } = await own()
    await uploadLogo(service, visitor.person, appId)
    const page = await visitor.browser.get(`${service.url}${path}`)
    expect(textOf(await sendForm(service, visitor, page, `${path}/logo/remove`))).toContain(
      'The logo is removed.',
    )
    expect(await logo()).toBeNull()
  })

  it('answers for somebody else’s app as for one that never was, and removes nothing', async () => {
    const victim = await own()
    await uploadLogo(service, victim.visitor.person, victim.appId)
    expectErrorPage(await sendAnyForm(await visit(service), `${victim.path}/logo/remove`), 404, 'not_found')
    expect(await victim.logo()).not.toBeNull()
  })

  it('does nothing unless the form comes from its own page', async () => {
    const { visitor, appId, path, logo } = await own()
    await uploadLogo(service, visitor.person, appId)
    const page = await visitor.browser.get(`${service.url}${path}`)
    await expectGuarded(service, { visitor, page, action: `${path}/logo/remove`, look: logo })
  })
})
