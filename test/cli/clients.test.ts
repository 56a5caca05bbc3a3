import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { authorize, getApp, issueToken } from '../../client/index.ts'
import { createPkce, redirectUri, registerTestApp, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { commandLineOf, jsonOf, type CommandLine } from '#test/support/commandLine.ts'
import { startService, type TestService } from '#test/support/service.ts'

// Each step starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let service: TestService
let latchkey: CommandLine

beforeAll(async () => {
  service = await startService()
  latchkey = commandLineOf(service)
})

afterAll(() => service.stop())

describe('latchkey clients', () => {
  it('registers an app of the operator’s; its secret, shown once, works', async () => {
    const words = [
      'clients',
      'add',
      '-n',
      'Orders API',
      '--resource',
      'https://orders.example.com',
      '-s',
      'read write',
    ]
    const made = await jsonOf(latchkey([...words, '--per-hour', '0', '--json']))
    expect(made).toMatchObject({
      app_id: expect.stringMatching(/^app_/),
      app_secret: expect.stringMatching(/^secret_/),
      name: 'Orders API',
      owner_id: null,
      scopes: ['read', 'write'],
      grant_types: ['client_credentials'],
      resources: ['https://orders.example.com'],
      rate_limit_hour: 0,
      rate_limit_day: service.config.rateLimits.day,
      first_party: false,
    })
    const { app_id: client_id, app_secret: client_secret } = made
    const body = { grant_type: 'client_credentials' as const, client_id, client_secret }
    expect(status(await issueToken({ client: service.as(), body }))).toBe(200)
    const shown = await latchkey(['clients', 'show', client_id])
    expect(shown).toMatchObject({ status: 0, err: '' })
    expect(shown.out).toContain('Orders API')
    expect(shown.out).not.toContain('secret_')
  })

  it('registers a public app, of a user when that is said, and then shows no secret', async () => {
    const person = await signUp(service)
    const words = ['clients', 'add', '-n', 'Phone', '--auth-method', 'none', '--redirect-uri', redirectUri]
    const made = await jsonOf(latchkey([...words, '--owner', person.email, '--json']))
    expect(made).toMatchObject({ owner_id: person.id, token_endpoint_auth_method: 'none' })
    expect(made).not.toHaveProperty('app_secret')
    const path = { appId: made.app_id }
    expect(status(await getApp({ client: service.as(person.token), path }))).toBe(200)
    const { out } = await latchkey([...words, '--owner', person.email])
    expect(out).not.toContain('shown once')
  })

  it('names every member that is not acceptable, by its option', async () => {
    const uris = ['--redirect-uri', redirectUri, '--redirect-uri', 'http://example.com/a#b']
    const refused = await latchkey(['clients', 'add', '-n', 'x', ...uris, '-s', 'openid admin'])
    expect(refused).toMatchObject({ status: 1, out: '' })
    const lines = refused.err.trimEnd().split('\n')
    expect(lines).toEqual([
      expect.stringMatching(/^latchkey: --redirect-uri \(number 2\) must /),
      expect.stringMatching(/^latchkey: --scopes \(number 2\) must be one of /),
    ])
    expect(await latchkey(['clients', 'add'])).toMatchObject({
      status: 2,
      err: expect.stringContaining('-n'),
    })
    const relative = await latchkey(['clients', 'add', '-n', 'x', '--resource', '/orders'])
    expect(relative).toMatchObject({ status: 2, err: expect.stringContaining('absolute URI') })
    const nobody = await latchkey(['clients', 'add', '-n', 'x', '--owner', 'nobody@example.com'])
    expect(nobody.status).toBe(3)
  })

  it('changes what only the operator may change, and the service follows at once', async () => {
    const owner = await signUp(service)
    const visitor = await signUp(service)
    const app = await registerTestApp(service, owner)
    const body = {
      response_type: 'code',
      client_id: app.app_id,
      redirect_uri: redirectUri,
      code_challenge: createPkce().challenge,
      code_challenge_method: 'S256',
    } as const
    const ask = () => authorize({ client: service.as(visitor.token), body })
    expectRefused(await ask(), 403, 'consent_required')

    const words = [
      'clients',
      'mod',
      app.app_id,
      '--first-party',
      '--per-hour',
      '5',
      '--per-day',
      '50',
      '--json',
    ]
    expect(await jsonOf(latchkey(words))).toMatchObject({
      first_party: true,
      rate_limit_hour: 5,
      rate_limit_day: 50,
      has_own_rate_limit: true,
      name: 'My Application',
    })
    expect(status(await ask())).toBe(200)

    const back = [
      'clients',
      'mod',
      app.application.id,
      '--no-first-party',
      '--per-hour',
      'default',
      '--per-day',
      'default',
    ]
    expect(await jsonOf(latchkey([...back, '--json']))).toMatchObject({
      first_party: false,
      rate_limit_hour: 1000,
      has_own_rate_limit: false,
    })
  })

  it('changes what an owner may change, by the same rules, and leaves the rest', async () => {
    const app = await registerTestApp(service, await signUp(service))
    const mod = (...words: string[]) => latchkey(['clients', 'mod', app.app_id, ...words])
    const resources = ['--resource', 'https://a.example.com', '--resource', 'https://b.example.com']
    expect(await jsonOf(mod('-n', 'Renamed', ...resources, '--json'))).toMatchObject({
      name: 'Renamed',
      redirect_uris: [redirectUri],
      scopes: ['openid', 'profile', 'email'],
      resources: ['https://a.example.com', 'https://b.example.com'],
    })
    expect(await jsonOf(mod('--no-resources', '--token-format', 'opaque', '--json'))).toMatchObject({
      name: 'Renamed',
      resources: [],
      access_token_format: 'opaque',
    })
    const refused = await Promise.all([
      mod('--no-pkce', '--auth-method', 'none'),
      mod(),
      mod('--per-hour', '-1'),
      mod('--token-format', 'xml'),
    ])
    expect(refused).toEqual([
      { status: 1, out: '', err: expect.stringContaining('--pkce must be true') },
      { status: 2, out: '', err: expect.stringContaining('say what to change') },
      { status: 2, out: '', err: expect.stringContaining('whole number from 0') },
      { status: 2, out: '', err: expect.stringContaining('jwt, opaque') },
    ])
    const shown = await jsonOf(latchkey(['clients', 'show', app.app_id, '--json']))
    expect(shown).toMatchObject({ name: 'Renamed', token_endpoint_auth_method: null, require_pkce: true })
  })

  it('lists everybody’s apps and deletes one', async () => {
    const app = await registerTestApp(service, await signUp(service))
    const { out } = await latchkey(['clients', 'ls'])
    expect(out).toContain(app.app_id)
    const [newest] = await jsonOf(latchkey(['clients', 'ls', '--count', '1', '--json']))
    expect(newest.app_id).toBe(app.app_id)

    const unasked = await latchkey(['clients', 'rm', app.app_id])
    expect(unasked).toMatchObject({ status: 2, err: expect.stringContaining('--yes') })
    const removed = await jsonOf(latchkey(['clients', 'rm', app.app_id, '--yes', '--json']))
    expect(removed).toEqual({ app_id: app.app_id, deleted: true })
    const gone = [
      ['show', app.app_id],
      ['rm', app.app_id, '--yes'],
      ['mod', app.app_id, '--first-party'],
    ]
    for (const outcome of await Promise.all(gone.map((words) => latchkey(['clients', ...words]))))
      expect(outcome).toMatchObject({ status: 3, out: '' })
  })
})
