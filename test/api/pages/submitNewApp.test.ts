import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, listApps } from '../../../client/index.ts'
import { expectGuarded, sendForm, visit } from '#test/support/accountPages.ts'
import type { Visitor } from '#test/support/accountPages.ts'
import type { Person } from '#test/support/actors.ts'
import type { Fields } from '#test/support/browser.ts'
import { textOf } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const appsOf = async ({ token }: Pick<Person, 'token'>) =>
  (await listApps({ client: service.as(token), throwOnError: true })).data

const path = '/account/apps/new'
const uris = ['https://example.com/callback', 'http://localhost:3000/callback']

async function send(visitor: Visitor, fields: Fields) {
  const page = await visitor.browser.get(`${service.url}${path}`)
  const app = {
    name: 'Notes',
    redirect_uris: uris.join('\r\n'),
    openid: 'true',
    email: 'true',
    kind: 'confidential',
  }
  return sendForm(service, visitor, page, path, { ...app, ...fields })
}

describe('submitNewApp', () => {
  it('registers a confidential app, whose secret is shown once and works', async () => {
    const visitor = await visit(service)
    const done = await send(visitor, { kind: 'confidential' })
    expect(textOf(done)).toContain('The app is registered.')
    const [app] = await appsOf(visitor.person)
    expect(app).toMatchObject({ name: 'Notes', redirect_uris: uris, scopes: ['openid', 'email'] })
    const secret = /<code>(secret_[\w-]+)<\/code>/.exec(done.html)?.[1] ?? ''
    const credentials = { client_id: app!.app_id, client_secret: secret }
    const body = { grant_type: 'client_credentials', ...credentials } as const
    expect((await issueToken({ client: service.as(), body })).response?.status).toBe(200)
    expect((await visitor.browser.get(done.url)).html).not.toContain(secret)
    expect(service.log.join('')).not.toContain(secret)
  })

  it('registers a public app without a secret', async () => {
    const visitor = await visit(service)
    expect((await send(visitor, { kind: 'public' })).html).not.toContain('secret_')
    expect((await appsOf(visitor.person))[0]?.token_endpoint_auth_method).toBe('none')
  })

  it.each([
    ['without a name', { name: '' }, 'Enter a name'],
    [
      'with a redirect URI that is none',
      { redirect_uris: 'https://example.com/cb\nhttp://example.com/cb' },
      'A redirect URI is not acceptable.',
    ],
    ['with a wildcard', { redirect_uris: 'https://*.example.com/' }, 'A redirect URI is not acceptable.'],
    [
      'with too many',
      { redirect_uris: Array.from({ length: 21 }, (_, at) => `https://a.example/${at}`).join('\n') },
      'must have at most 20 items',
    ],
  ])('registers none %s, and keeps what was typed', async (_name, fields, words) => {
    const visitor = await visit(service)
    const again = await send(visitor, fields)
    expect([again.status, textOf(again).includes(words)]).toEqual([400, true])
    expect(again.html).toContain('id="scope-email" type="checkbox" name="email" value="true" checked')
    expect(await appsOf(visitor.person)).toEqual([])
  })

  it('does nothing unless the form comes from its own page', async () => {
    const visitor = await visit(service)
    const page = await visitor.browser.get(`${service.url}${path}`)
    await expectGuarded(service, {
      visitor,
      page,
      action: path,
      fields: { name: 'Notes' },
      look: () => appsOf(visitor.person),
    })
  })
})
