import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  getApp,
  readClient,
  type AppRegistrationResponse,
  type ClientRegistration,
} from '../../client/index.ts'
import { redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { openWithoutLimits, registerByItself } from '#test/support/registrations.ts'
import { startReceiver, type Receiver } from '#test/support/receiver.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send, type Answer } from '#test/support/wire.ts'

let service: TestService
let receiver: Receiver
let person: Person
let app: AppRegistrationResponse
let self: ClientRegistration

beforeAll(async () => {
  receiver = await startReceiver()
  // Nothing is allowed: what a stranger writes down may lead to public hosts only.
  service = await startService({ ...openWithoutLimits, LATCHKEY_OUTBOUND_ALLOW: '' })
  person = await signUp(service)
  app = await registerTestApp(service, person)
  self = await registerByItself(service)
})

afterAll(async () => {
  await service.stop()
  await receiver.stop()
})

/** Places behind our own wall, and spellings that a parser may read otherwise than the one that connects. */
const inside = [
  ...['https://127.0.0.1/x', 'https://localhost/x', 'https://[::1]/x', 'https://0.0.0.0/x', 'https://[::]/x'],
  ...['https://10.0.0.1/x', 'https://172.31.255.255/x', 'https://192.168.0.1/x', 'https://100.64.0.1/x'],
  ...['https://169.254.169.254/latest/meta-data/', 'https://[fe80::1]/x', 'https://[fd00::1]/x'],
  ...['https://[::ffff:10.0.0.1]/x', 'https://[::ffff:a00:1]/x', 'https://[64:ff9b::a00:1]/x'],
  ...['https://[2002:a00:1::]/x', 'https://[2001:0:a00:1::]/x', 'https://255.255.255.255/x'],
  ...['https://2130706433/x', 'https://0x7f000001/x', 'https://0x7f.1/x', 'https://017700000001/x'],
  ...['https://127.1/x', 'https://0/x', 'https://１２７.0.0.1/x', 'https://127。0。0。1/x'],
  ...[
    'https://localhost./x',
    'https://a.localhost/x',
    'https://printer.local/x',
    'https://metadata.internal/x',
  ],
  ...['https://router/x', 'https://host.home.arpa/x', 'https://rp.example.com@10.0.0.1/x'],
  ...[
    'https://rp.example.com\\@10.0.0.1/x',
    'https://10.0.0.1#@rp.example.com/x',
    'https://10.0.0.1%2f@a.example/',
  ],
  ...[
    'http://rp.example.com/x',
    '//rp.example.com/x',
    '/x',
    'x',
    'file:///etc/passwd',
    'data:application/json,[]',
  ],
  ...[
    'gopher://10.0.0.1/x',
    'ftp://rp.example.com/x',
    'javascript:1',
    ' https://10.0.0.1/x',
    'https://10.0.0.1 /x',
  ],
]

const ask = (method: string, path: string, body: object, token?: string): Promise<Answer> =>
  send(service.url, {
    method,
    path,
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })

/** Every operation that takes such a URI, with every member in which one may stand. */
const doors: Readonly<Record<string, (uri: string) => Promise<Answer>[]>> = {
  registerClient: (uri) => fetched(uri).map((more) => ask('POST', '/oauth2/register', more)),
  updateClient: (uri) =>
    fetched(uri).map((more) => {
      const { client_id: id, registration_access_token: token } = self
      return ask('PUT', `/oauth2/register/${id}`, { ...more, client_id: id }, token)
    }),
  registerApp: (uri) => [
    ask(
      'POST',
      '/api/v1/apps/register',
      { name: 'x', redirect_uris: [redirectUri], ...keyed(uri) },
      person.token,
    ),
  ],
  updateApp: (uri) => [ask('PATCH', `/api/v1/apps/${app.app_id}`, keyed(uri), person.token)],
}

const keyed = (uri: string) => ({ token_endpoint_auth_method: 'private_key_jwt', jwks_uri: uri })

function fetched(uri: string): object[] {
  const members = [
    keyed(uri),
    { jwks_uri: uri },
    { sector_identifier_uri: uri },
    { sector_identifier_uri: uri, subject_type: 'pairwise' },
    { backchannel_logout_uri: uri },
  ]
  return members.map((member) => ({ redirect_uris: [redirectUri], ...member }))
}

describe.each(Object.entries(doors))('a URI that we are to fetch, at %s', (_, knock) => {
  it.each(inside)('leads to no place behind our wall: %j', async (uri) => {
    for (const answer of await Promise.all(knock(uri))) {
      expect(answer.status).toBe(400)
      expect(answer.body.error).toMatch(/^invalid_(?:client_metadata|request)$/)
      if (uri.length > 8) expect(answer.text).not.toContain(uri)
    }
  })

  it('leads to no port of this machine, and nobody there hears of it', async () => {
    for (const uri of [`${receiver.url}/x`, `${receiver.url}/x`.replace('http:', 'https:')])
      for (const answer of await Promise.all(knock(uri))) expect(answer.status).toBe(400)
    expect(receiver.received).toEqual([])
  })
})

it('what was refused has changed nothing', async () => {
  const { data } = await getApp({ client: service.as(person.token), path: { appId: app.app_id } })
  expect(data).toMatchObject({ jwks_uri: null, token_endpoint_auth_method: null })
  const { data: registration } = await readClient({
    client: service.as(self.registration_access_token),
    path: { clientId: self.client_id },
  })
  for (const member of ['jwks_uri', 'sector_identifier_uri', 'backchannel_logout_uri'])
    expect(registration).not.toHaveProperty(member)
})
