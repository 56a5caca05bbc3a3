import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSession, getUserinfo, listApps, revokeToken } from '../../client/index.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { commandLineOf, jsonOf, type CommandLine } from '#test/support/commandLine.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { registerOperatorApp } from '#test/support/operator.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, introspect } from '#test/support/tokens.ts'

// Each step starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let service: TestService
let latchkey: CommandLine

const year = 31_536_000_000

beforeAll(async () => {
  service = await startService()
  latchkey = commandLineOf(service)
})

afterAll(() => service.stop())

/** The block that a person copies a secret from. */
function secretIn(text: string): string {
  return /shown once, keep it now -*\n(\S+)\n/.exec(text)?.[1] ?? ''
}

describe('somebody who has seen only latchkey --help', () => {
  it('makes an app password, finds it and revokes it in three commands', async () => {
    const person = await signUp(service)
    const help = (await latchkey(['--help'])).out
    // The lines are taken from the help itself, with the address and the id of this case.
    const lines = [...help.matchAll(/\$ latchkey (auth .*)/g)].map(([, line = '']) => line)
    const [add = '', list = '', remove = ''] = lines.map((line) =>
      line.replace('alice@example.com', person.email),
    )

    const made = await latchkey(add.split(' '))
    expect(made).toMatchObject({ status: 0, err: '' })
    const secret = secretIn(made.out)
    expect(secret).toMatch(/^apppw_/)
    expect(status(await listApps({ client: service.as(secret) }))).toBe(200)

    const found = await latchkey(list.split(' '))
    expect(found.out).not.toContain(secret)
    const row = found.out.split('\n').find((line) => line.includes(person.email)) ?? ''
    expect(row).toMatch(/^\S+ +app password +backup +\S+ +read /)

    const words = remove.replace(/\S+$/, row.split(' ')[0] ?? '').split(' ')
    expect(await latchkey([...words, '--yes'])).toMatchObject({ status: 0, err: '' })
    expectRefused(await listApps({ client: service.as(secret) }), 401, 'invalid_token')
    expect((await latchkey(list.split(' '))).out).not.toContain(person.email)
  })
})

describe('latchkey auth, for app passwords', () => {
  it('makes one for a year, or for as long as is said, or for good', async () => {
    const person = await signUp(service)
    const add = (...words: string[]) => jsonOf(latchkey(['auth', 'add', person.email, ...words, '--json']))
    const made = await add('-n', 'backup', '-s', 'write,read')
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      kind: 'app_password',
      name: 'backup',
      username: person.email,
      scopes: ['read', 'write'],
      created_at: expect.any(String),
      expires_at: expect.any(String),
      last_used_at: null,
      secret: expect.stringMatching(/^apppw_/),
    })
    expect(Date.parse(made.expires_at) - Date.parse(made.created_at)).toBe(year)
    const short = await add('-n', 'short', '-s', 'read', '-e', '60')
    expect(Date.parse(short.expires_at) - Date.parse(short.created_at)).toBe(60_000)
    expect((await add('-n', 'for good', '-s', 'read', '-e', '-1')).expires_at).toBeNull()

    const listed = await jsonOf(latchkey(['auth', 'ls', person.email, '--json']))
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(['for good', 'short', 'backup'])
    const { secret, ...shown } = made
    expect(await jsonOf(latchkey(['auth', 'show', made.id, '--json']))).toEqual(shown)
    for (const words of [
      ['auth', 'ls'],
      ['auth', 'show', made.id],
    ])
      expect((await latchkey(words)).out).not.toContain(secret)
  })

  it('tells its owner in the history of the account', async () => {
    const person = await signUp(service)
    const made = await jsonOf(latchkey(['auth', 'add', person.email, '-n', 'x', '-s', 'read', '--json']))
    await jsonOf(latchkey(['auth', 'rm', made.id, '--yes', '--json']))
    const query = `select kind from activities where user_id = $1 and kind like 'app_password_%' order by id`
    expect(await runAsAdmin(service.database, query, [person.id])).toEqual([
      { kind: 'app_password_created' },
      { kind: 'app_password_removed' },
    ])
  })

  it('resets one: the former secret and the sessions made from it are dead at once', async () => {
    const person = await signUp(service)
    const made = await jsonOf(
      latchkey(['auth', 'add', person.email, '-n', 'x', '-s', 'read', '-e', '900', '--json']),
    )
    const opened = await createSession({ client: service.as(made.secret), throwOnError: true })
    const session = opened.data.access_token
    expect(status(await listApps({ client: service.as(session) }))).toBe(200)

    expect(await latchkey(['auth', 'reset', made.id])).toMatchObject({ status: 2, out: '' })
    const reset = await jsonOf(latchkey(['auth', 'reset', made.id, '--yes', '--json']))
    expect(reset).toMatchObject({ id: made.id, name: 'x', scopes: ['read'], username: person.email })
    expect(Date.parse(reset.expires_at) - Date.parse(reset.created_at)).toBe(900_000)
    expect(reset.secret).not.toBe(made.secret)
    for (const dead of [made.secret, session])
      expectRefused(await listApps({ client: service.as(dead) }), 401, 'invalid_token')
    expect(status(await listApps({ client: service.as(reset.secret) }))).toBe(200)
  })

  it('says what is missing or wrong, and makes nothing', async () => {
    const { email } = await signUp(service)
    const wrong: readonly (readonly [readonly string[], number, string])[] = [
      [['add', email, '-s', 'read'], 2, 'latchkey: give it a name with -n\n'],
      [['add', email, '-n', 'x'], 2, '-s: read, write'],
      [['add', email, '-n', 'x', '-s', 'openid'], 2, 'read and write'],
      [['add', email, '-n', 'x', '-s', 'read admin'], 2, 'read and write'],
      [['add', email, '-n', 'x', '-s', ','], 2, 'read and write'],
      [['add', email, '-n', 'x', '-s', 'read', '-e', '59'], 2, 'whole number from 60'],
      [['add', email, '-n', 'x', '-s', 'read', '-e', '-2'], 2, 'whole number from 60'],
      [['add', email, '-n', '\u001b[2J', '-s', 'read'], 2, 'no control characters'],
      [['add', 'nobody@example.com', '-n', 'x', '-s', 'read'], 3, 'there is no user'],
      [['show', 'no-id'], 3, 'latchkey auth ls'],
      [['rm', '019c303f-9800-7baa-a189-d5905dc3fe02', '--yes'], 3, 'latchkey auth ls'],
      [['reset', 'no-id', '--yes'], 3, 'latchkey auth ls'],
    ]
    const outcomes = await Promise.all(wrong.map(([words]) => latchkey(['auth', ...words])))
    for (const [index, [, expected, complaint]] of wrong.entries())
      expect(outcomes[index]).toEqual({ status: expected, out: '', err: expect.stringContaining(complaint) })
    expect(await jsonOf(latchkey(['auth', 'ls', email, '--json']))).toEqual([])
  })
})

describe('latchkey auth, for client tokens', () => {
  it('makes one that is active for apps of the house and opens nothing of ours', async () => {
    const house = await registerOperatorApp(service, { firstParty: true })
    const resourceServer = await registerOperatorApp(service, { resources: [service.config.issuer] })
    const other = await registerOperatorApp(service, { resources: ['https://other.example.com'] })
    const person = await signUp(service)
    const stranger = await registerTestApp(service, person)

    const text = (await latchkey(['auth', 'add', '-n', 'orders job', '-s', 'orders:read'])).out
    const secret = secretIn(text)
    expect(secret).toMatch(/^optoken_/)
    const [token] = (await jsonOf(latchkey(['auth', 'ls', '--json']))) as [Record<string, unknown>]
    expect(token).toMatchObject({ kind: 'client_token', username: null, last_used_at: null })

    for (const app of [house, resourceServer])
      expect(await introspect(service, app, secret)).toEqual({
        active: true,
        iss: service.config.issuer,
        aud: service.config.issuer,
        token_type: 'Bearer',
        jti: token['id'],
        iat: Date.parse(String(token['created_at'])) / 1000,
        exp: Date.parse(String(token['expires_at'])) / 1000,
        scope: 'orders:read',
      })
    for (const app of [other, stranger])
      expect(await introspect(service, app, secret)).toEqual({ active: false })
    for (const operation of [getUserinfo, listApps])
      expectRefused(await operation({ client: service.as(secret) }), 401, 'invalid_token')
    const shown = await jsonOf(latchkey(['auth', 'show', String(token['id']), '--json']))
    expect(shown.last_used_at).not.toBeNull()

    await revokeToken({
      client: service.as(),
      body: { token: secret, ...credentialsOf(house) },
      throwOnError: true,
    })
    expect(await introspect(service, house, secret)).toMatchObject({ active: true })
  })

  it('ends it by removal, by reset and by time', async () => {
    const house = await registerOperatorApp(service, { firstParty: true })
    const add = (...words: string[]) =>
      jsonOf(latchkey(['auth', 'add', '-n', 'x', '-s', 'metrics', '--json', ...words]))
    const [removed, renewed, brief] = [await add(), await add('-e', '-1'), await add('-e', '60')]
    expect(renewed.expires_at).toBeNull()
    expect(await introspect(service, house, renewed.secret)).not.toHaveProperty('exp')

    expect(await jsonOf(latchkey(['auth', 'rm', removed.id, '--yes', '--json']))).toEqual({
      id: removed.id,
      deleted: true,
    })
    const reset = await jsonOf(latchkey(['auth', 'reset', renewed.id, '--yes', '--json']))
    expect(reset).toMatchObject({ id: renewed.id, expires_at: null, scopes: ['metrics'] })
    expect(await introspect(service, house, brief.secret)).toMatchObject({ active: true })
    service.clock.advance(61)
    for (const { secret } of [removed, renewed, brief])
      expect(await introspect(service, house, secret)).toEqual({ active: false })
    expect(await introspect(service, house, reset.secret)).toMatchObject({ active: true })
  })

  it('gives it no scope that speaks about a person', async () => {
    const add = (scopes: string) => latchkey(['auth', 'add', '-n', 'x', '-s', scopes])
    for (const outcome of await Promise.all(['openid', 'metrics email', '"'].map(add)))
      expect(outcome).toMatchObject({ status: 2, out: '', err: expect.stringContaining('the scope ') })
  })

  it('stores no secret', async () => {
    const { secret } = await jsonOf(latchkey(['auth', 'add', '-n', 'x', '-s', 'metrics', '--json']))
    const rows = await runAsAdmin(
      service.database,
      'select row_to_json(t)::text as row from operator_tokens t',
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
  })
})
