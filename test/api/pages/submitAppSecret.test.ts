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

describe('submitAppSecret', () => {
  it('adds a secret that is shown once and works beside the others', async () => {
    const { visitor, app, path, page, secrets } = await own()
    const done = await sendForm(service, visitor, page, `${path}/secrets`, { name: 'Next', lifetime: '90' })
    const secret = /<code>(secret_[\w-]+)<\/code>/.exec(done.html)?.[1] ?? ''
    for (const client_secret of [secret, app.app_secret!]) {
      const body = { grant_type: 'client_credentials', client_id: app.app_id, client_secret } as const
      expect((await issueToken({ client: service.as(), body })).response?.status).toBe(200)
    }
    const [made] = await secrets()
    expect([made?.name, Date.parse(made!.expires_at!) - Date.parse(made!.created_at)]).toEqual([
      'Next',
      90 * 86_400_000,
    ])
    expect((await visitor.browser.get(done.url)).html).not.toContain(secret)
  })

  it('says that a name is none, and that there are as many as there may be', async () => {
    const { visitor, path, page, secrets } = await own()
    const nameless = await sendForm(service, visitor, page, `${path}/secrets`)
    expect([nameless.status, textOf(nameless).includes('Enter a name of 1 to 100 characters.')]).toEqual([
      400,
      true,
    ])
    expect(await secrets()).toHaveLength(1)
    for (let made = 1; made < 5; made++)
      await sendForm(service, visitor, page, `${path}/secrets`, { name: `No ${made}` })
    const full = await sendForm(service, visitor, page, `${path}/secrets`, { name: 'One more' })
    expect([full.status, textOf(full).includes('as many secrets as it may')]).toEqual([409, true])
    expect(await secrets()).toHaveLength(5)
  })

  it('answers for somebody else’s app as for one that never was, and adds nothing', async () => {
    const victim = await own()
    expectErrorPage(
      await sendAnyForm(await visit(service), `${victim.path}/secrets`, { name: 'Mine' }),
      404,
      'not_found',
    )
    expect(await victim.secrets()).toHaveLength(1)
  })

  it('does nothing unless the form comes from its own page', async () => {
    const { visitor, path, page, secrets } = await own()
    await expectGuarded(service, {
      visitor,
      page,
      action: `${path}/secrets`,
      fields: { name: 'Next' },
      look: secrets,
    })
  })
})
