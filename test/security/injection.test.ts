import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse, ClientRegistration } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { dumpOf, databaseOf } from '#test/support/behindService.ts'
import { bodyOf, document, entries, exampleRequest, wireRequestOf } from '#test/support/contract.ts'
import { resolve, type Json } from '#openapi/generate/document.ts'
import type { OperationEntry } from '#src/http/operation.ts'
import { openWithoutLimits, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let self: ClientRegistration

beforeAll(async () => {
  // Every operation is asked, with everything: more than anybody may ask in an hour.
  service = await startService(openWithoutLimits)
  self = await registerByItself(service)
  person = await signUp(service)
  app = await registerTestApp(service, person)
})

afterAll(() => service.stop())

const withBody = entries.filter(({ consumes }) => consumes.includes('application/json'))

function headersFor(entry: OperationEntry): Record<string, string> {
  if (entry.id === 'updateClient') return { authorization: `Bearer ${self.registration_access_token}` }
  if (entry.security.length > 0) return { authorization: `Bearer ${person.token}` }
  if (entry.clientAuthentication === null) return {}
  return { authorization: basicOf(app.app_id, app.app_secret!).Authorization }
}

/** Sends an operation's example with one member of its body replaced. */
function sendWith(entry: OperationEntry, name: string, value: unknown) {
  const example = exampleRequest(entry, {
    appId: app.app_id,
    email: person.email,
    clientId: self.client_id,
  })
  const { client_id: _id, client_secret: _secret, ...rest } = { ...example.body }
  const members = entry.clientAuthentication === null ? { ...example.body, client_id: app.app_id } : rest
  const own = entry.id === 'updateClient' ? { client_id: self.client_id } : {}
  const body = { ...(entry.id === 'authorize' ? members : rest), ...own, [name]: value }
  return send(service.url, wireRequestOf(entry, { ...example, body }, headersFor(entry), 'application/json'))
}

/** Every member that an operation's body may have, with its schema; of the token endpoint's alternatives the example's one. */
function membersOf(entry: OperationEntry): readonly (readonly [name: string, schema: Json])[] {
  const schema = resolve(document, bodyOf(entry.id, 'application/json')!.schema)
  const grants = ((schema['oneOf'] ?? []) as Json[]).map((each) => resolve(document, each))
  const chosen =
    grants.find((grant) => grant['properties']['grant_type']['const'] === 'client_credentials') ?? schema
  return Object.entries<Json>(chosen['properties']).map(([name, each]) => [name, resolve(document, each)])
}

const typesOf = (schema: Json): readonly string[] => [schema['type'] ?? []].flat() as string[]

describe('a member of another type', () => {
  const strings: readonly unknown[] = [
    { $ne: '' },
    { $gt: '' },
    { length: 9 },
    { toString: 'x' },
    ['x'],
    [],
    {},
    7,
    true,
    null,
  ]
  const others: readonly unknown[] = ['true', '7', 'null', { valueOf: 1 }, [[]], 1.5]

  it.each(withBody)('is taken for no other by $id', async (entry) => {
    for (const [name, schema] of membersOf(entry)) {
      const types = typesOf(schema)
      const isList = types.includes('array')
      const hostile = types.includes('string') || schema['const'] !== undefined ? strings : others
      for (const value of hostile) {
        if (value === null && types.includes('null')) continue
        if (types.includes('integer') && (value === 7 || value === '7')) continue
        if (isList && Array.isArray(value) && value.length === 0) continue
        const answer = await sendWith(entry, name, value)
        expect([name, value, answer.status]).toEqual([name, value, 400])
      }
    }
  })

  it.each(withBody)('is no substitute for the whole body of $id', async (entry) => {
    for (const body of ['[]', '[{}]', '"x"', '7', 'true', 'false', 'null']) {
      const request = wireRequestOf(
        entry,
        exampleRequest(entry, { appId: app.app_id, clientId: self.client_id }),
        headersFor(entry),
        'application/json',
      )
      const answer = await send(service.url, { ...request, body })
      expect([body, answer.status]).toEqual([body, 400])
    }
  })
})

describe('a member nobody asked for', () => {
  const extra = [
    'id',
    'owner_id',
    'user_id',
    'ownerId',
    'first_party',
    'resources',
    'email_verified',
    'created_at',
    'roles',
    'constructor',
  ]

  it.each(withBody.filter(({ path }) => path.startsWith('/api/v1') && path !== '/api/v1/oauth/token'))(
    'is refused by $id',
    async (entry) => {
      for (const name of extra) {
        const answer = await sendWith(entry, name, true)
        expect([name, answer.status]).toEqual([name, 400])
      }
    },
  )

  it('changes nothing of the language itself', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

const marker = `m${randomUUID().slice(0, 8)}`
const statements = [
  `${marker}' or '1'='1`,
  `${marker}'; drop table users; --`,
  `${marker}"; delete from clients; --`,
  `${marker}\\'; select pg_sleep(5); --`,
  `${marker}$$; select 1; $$`,
  `${marker}%' union select password_hash from users --`,
  `${marker}? :name $1 @p`,
  `${marker}\u2019 or 1=1 --`,
]

describe('a text with SQL in it', () => {
  it.each(statements)('is a text: %s', async (text) => {
    const before = await tableSizes()
    const creating = new Set<string>(['register', 'registerApp', 'registerClient', 'createAppSecret'])
    for (const entry of withBody.filter(({ id }) => !creating.has(id)))
      for (const [name, schema] of membersOf(entry)) {
        if (!typesOf(schema).includes('string') && schema['const'] === undefined) continue
        // The name of an app is free text: it is kept as it is, below.
        if (entry.id === 'updateApp') continue
        const answer = await sendWith(entry, name, text)
        expect([entry.id, name, answer.status < 500]).toEqual([entry.id, name, true])
      }
    for (const path of [
      `/api/v1/apps/${encodeURIComponent(text)}`,
      `/api/v1/apps/${app.app_id}/secrets/${encodeURIComponent(text)}`,
    ]) {
      const method = path.includes('secrets') ? 'DELETE' : 'GET'
      const headers = { authorization: `Bearer ${person.token}` }
      expect((await send(service.url, { method, path, headers })).status).toBe(404)
    }
    expect(await tableSizes()).toEqual(before)
  })

  it('is kept and given back as it is', async () => {
    const headers = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' }
    const path = `/api/v1/apps/${app.app_id}`
    for (const name of [
      ...statements,
      '<script>alert(1)</script>',
      '${7*7}{{7*7}}#{7*7}',
      '=cmd|x!A1',
      '../../etc/passwd',
      '%s%n',
    ])
      for (const member of ['name', 'description']) {
        const body = JSON.stringify({ [member]: name })
        const changed = await send(service.url, { method: 'PATCH', path, headers, body })
        expect([changed.status, changed.body[member]]).toEqual([200, name])
      }
  })
})

describe('a cursor', () => {
  const encode = (text: string) => Buffer.from(text).toString('base64url')

  it.each([
    ...[
      'x',
      'AAAA',
      encode('1 or 1=1'),
      encode("' or 1=1 --"),
      encode(randomUUID().toUpperCase()),
      encode(`${randomUUID()} `),
    ],
    ...[
      encode('{"id":1}'),
      encode('..'),
      encode('\u0000'),
      `${encode(randomUUID())}A`,
      encode(randomUUID()).slice(1),
      encode('null'),
    ],
  ])('that we never made is refused: %s', async (cursor) => {
    const path = `/api/v1/apps?cursor=${cursor}`
    const answer = await send(service.url, {
      method: 'GET',
      path,
      headers: { authorization: `Bearer ${person.token}` },
    })
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request'])
  })

  it.each(['0', '-1', '1001', '1e9', 'NaN', 'Infinity', '1.5', '', 'ten', '9'.repeat(30), '0x1', ' 1'])(
    'goes with a count that is one: %j',
    async (count) => {
      const path = `/api/v1/apps?count=${encodeURIComponent(count)}`
      const answer = await send(service.url, {
        method: 'GET',
        path,
        headers: { authorization: `Bearer ${person.token}` },
      })
      expect([400, ...(count === '0x1' || count === ' 1' || count === '' ? [200] : [])]).toContain(
        answer.status,
      )
      if (answer.status === 200) expect(answer.body.length).toBeLessThanOrEqual(100)
    },
  )
})

describe('a line feed', () => {
  it('becomes no header and no second line, wherever it is put', async () => {
    const text = 'x\r\nSet-Cookie: a=b\r\n\r\n<p>'
    const asked = [
      ...withBody.map((entry) => sendWith(entry, entry.id === 'authorize' ? 'state' : 'name', text)),
      send(service.url, {
        method: 'GET',
        path: `/api/v1/apps/${encodeURIComponent(text)}`,
        headers: { authorization: `Bearer ${person.token}` },
      }),
      send(service.url, { method: 'GET', path: `/${encodeURIComponent(text)}`, headers: {} }),
    ]
    for (const answer of await Promise.all(asked)) {
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.text).not.toContain('\r\n')
    }
    for (const line of service.log) expect(line.trimEnd()).not.toContain('\n')
  })
})

async function tableSizes(): Promise<Record<string, number>> {
  const dump = await dumpOf(await databaseOf(service))
  return Object.fromEntries(
    ['users', 'clients', 'client_secrets'].map((name) => [name, dump.get(name)!.split('\n').length]),
  )
}
