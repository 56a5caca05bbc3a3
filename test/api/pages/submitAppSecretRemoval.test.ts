import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, listAppSecrets } from '../../../client/index.ts'
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

/** Somebody on the page of their app. */
async function own() {
  const visitor = await visit(service)
  const app = await registerTestApp(service, visitor.person)
  const path = `/account/apps/${app.app_id}`
  const client = service.as(visitor.person.token)
  const secrets = async () =>
    (await listAppSecrets({ client, path: { appId: app.app_id }, throwOnError: true })).data
  return { visitor, app, path, secrets, page: await visitor.browser.get(`${service.url}${path}`) }
}

describe('submitAppSecretRemoval', () => {
  it('deletes a secret: it stops working at once', async () => {
    const { visitor, app, path, page, secrets } = await own()
    const [{ id } = { id: '' }] = await secrets()
    const done = await sendForm(service, visitor, page, `${path}/secrets/${id}/remove`)
    expect([textOf(done).includes('The secret is deleted.'), await secrets()]).toEqual([true, []])
    const body = {
      grant_type: 'client_credentials',
      client_id: app.app_id,
      client_secret: app.app_secret!,
    } as const
    expect((await issueToken({ client: service.as(), body })).response?.status).toBe(401)
  })

  it('answers for a secret of somebody else’s app, or of another app, as for an unknown one', async () => {
    const [victim, stranger] = [await own(), await own()]
    const [{ id } = { id: '' }] = await victim.secrets()
    for (const action of [
      `${victim.path}/secrets/${id}/remove`,
      `${stranger.path}/secrets/${id}/remove`,
      `${stranger.path}/secrets/x/remove`,
    ])
      expectErrorPage(await sendAnyForm(stranger.visitor, action), 404, 'not_found')
    expect(await victim.secrets()).toHaveLength(1)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const { visitor, path, page, secrets } = await own()
    const [{ id } = { id: '' }] = await secrets()
    await expectGuarded(service, { visitor, page, action: `${path}/secrets/${id}/remove`, look: secrets })
  })
})
