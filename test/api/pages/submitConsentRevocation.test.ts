import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getUserinfo, listConsents } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import { sendAnyForm } from '#test/support/accountForms.ts'
import { signUp } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { textOf } from '#test/support/browser.ts'
import { connectApp } from '#test/support/connections.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('submitConsentRevocation', () => {
  it('takes back what was agreed to: the app has no access any more', async () => {
    const visitor = await visit(service)
    const { app, tokens } = await connectApp(service, visitor.person)
    const page = await visitor.browser.get(`${service.url}/account/connected-apps`)
    const done = await sendForm(service, visitor, page, `/account/connected-apps/${app.app_id}/revoke`)
    expect(textOf(done)).toContain('The app is disconnected.')
    expect((await getUserinfo({ client: service.as(tokens.access_token) })).response?.status).toBe(401)
  })

  it('answers for an app that only somebody else has let in as for an unknown one', async () => {
    const [visitor, victim] = [await visit(service), await signUp(service)]
    const { app, tokens } = await connectApp(service, victim)
    for (const target of [app.app_id, 'x'])
      expectErrorPage(
        await sendAnyForm(visitor, `/account/connected-apps/${target}/revoke`),
        404,
        'not_found',
      )
    expect((await getUserinfo({ client: service.as(tokens.access_token) })).response?.status).toBe(200)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const { app } = await connectApp(service, visitor.person)
    const page = await visitor.browser.get(`${service.url}/account/connected-apps`)
    const action = `/account/connected-apps/${app.app_id}/revoke`
    const look = async () => (await listConsents({ client: service.as(visitor.person.token) })).data
    await expectGuarded(service, { visitor, page, action, look })
  })
})
