import { availableParallelism } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { password, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { post } from '#test/support/entryPoints.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'
import { send, type Answer } from '#test/support/wire.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  // A hash takes long enough for a queue to form.
  service = await startService({ LATCHKEY_PASSWORD_MEMORY_KIB: '19456', LATCHKEY_PASSWORD_PASSES: '3' })
  person = await signUp(service)
  app = await registerTestApp(service, person)
})

afterAll(() => service.stop())

const headers = { 'content-type': 'application/json' }
const asPerson = () => ({ ...headers, authorization: `Bearer ${person.token}` })

function ask(method: string, path: string, body: string, more: Readonly<Record<string, string>> = headers) {
  return send(service.url, { method, path, headers: more, body })
}

/** Expects an answer below 500 that came fast: what is sent may cost no more than the bytes it is made of. */
async function expectCheap(asked: () => Promise<Answer>): Promise<Answer> {
  const started = performance.now()
  const answer = await asked()
  expect(answer.status).toBeLessThan(500)
  expect(performance.now() - started).toBeLessThan(3_000)
  return answer
}

describe('a password', () => {
  it('of a megabyte is refused before it is parsed, let alone hashed', async () => {
    const body = JSON.stringify({ email: 'a@example.com', password: 'x'.repeat(1_000_000) })
    for (const path of ['/api/v1/auth/login', '/api/v1/auth/register']) {
      // The server closes before everything is sent: whether the answer still comes depends on the socket.
      const answer = await ask('POST', path, body).catch((error: NodeJS.ErrnoException) => error.code)
      if (typeof answer === 'string' || answer === undefined)
        expect(['EPIPE', 'ECONNRESET']).toContain(answer)
      else expect([answer.status, answer.body.error]).toEqual([413, 'payload_too_large'])
    }
    expect(service.running.context.passwords.load()).toEqual({ running: 0, waiting: 0 })
  })

  it('that is too long is not hashed', async () => {
    const body = JSON.stringify({ email: person.email, password: 'x'.repeat(60_000) })
    for (const path of ['/api/v1/auth/login', '/api/v1/auth/register'])
      expect((await expectCheap(() => ask('POST', path, body))).status).toBe(400)
  })

  it('is hashed by so many at once as there are cores; the rest waits, is served or told to come back', async () => {
    const { passwords } = service.running.context
    const cores = availableParallelism()
    const crowd = cores * 20
    const attempts = Array.from({ length: crowd }, (_, index) =>
      post(
        service,
        '/api/v1/auth/login',
        { email: `nobody-${index}@example.com`, password },
        { isJson: true },
      ),
    )
    let most = { running: 0, waiting: 0 }
    const watch = { isOver: false }
    const watching = (async () => {
      while (!watch.isOver) {
        const { running, waiting } = passwords.load()
        most = { running: Math.max(most.running, running), waiting: Math.max(most.waiting, waiting) }
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    const alive = await Promise.all(
      Array.from({ length: 5 }, () => send(service.url, { method: 'GET', path: '/livez', headers: {} })),
    )
    const answers = await Promise.all(attempts)
    watch.isOver = true
    await watching
    expect(alive.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(most.running).toBeLessThanOrEqual(cores)
    expect(most.waiting).toBeLessThanOrEqual(8 * cores)
    const refused = answers.filter(({ status }) => status === 503)
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(crowd - refused.length)
    expect(refused.length).toBeGreaterThan(0)
    for (const { headers: said, body } of refused) {
      expect(body).toMatchObject({ error: 'temporarily_unavailable' })
      expect(Number(said['retry-after'])).toBeGreaterThan(0)
      expect(said['www-authenticate']).toBeUndefined()
    }
    expect(passwords.load()).toEqual({ running: 0, waiting: 0 })
  })
})

describe('a body', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  const deepObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  const manyKeys = `{${Array.from({ length: 9_000 }, (_, index) => `"k${index}":0`).join(',')}}`
  const collidingKeys = `{${Array.from({ length: 5_000 }, (_, index) => `"${index}":0`).join(',')}}`

  it.each([
    ['30,000 arrays in each other', nested(30_000)],
    ['10,000 objects in each other', deepObject(10_000)],
    ['escapes beside 20,000 arrays in each other', `["\\u0041\\ud83d\\ude00",${nested(20_000)}]`],
    ['9,000 members', manyKeys],
    ['members that are indices', collidingKeys],
    ['a number of 60,000 digits', '9'.repeat(60_000)],
    ['an exponent', '1e999999999'],
    ['60,000 escapes', `"${'\\u0041'.repeat(10_000)}"`],
    ['strings without end', `["${'a'.repeat(60_000)}"]`],
  ])('of %s is cheap to refuse', async (_, text) => {
    for (const path of ['/api/v1/auth/login', '/oauth2/token', '/oauth2/introspect'])
      expect((await expectCheap(() => ask('POST', path, text))).status).toBeGreaterThanOrEqual(400)
    const inside = `{"grant_type":"client_credentials","x":${text.slice(0, 65_000)}}`
    await expectCheap(() => ask('POST', '/oauth2/token', inside))
  })

  it('with lists that are too long names at most a hundred mistakes', async () => {
    const long = (item: unknown) => Array.from({ length: 9_000 }, () => item)
    for (const member of ['redirect_uris', 'scopes', 'grant_types', 'response_types'])
      for (const item of ['a b', 7, ['a'], null, '']) {
        const body = JSON.stringify({ name: 'x', [member]: long(item) }).slice(0, 65_000)
        const text = body.endsWith(']}') ? body : JSON.stringify({ name: 'x', [member]: long(0) })
        const answer = await expectCheap(() => ask('POST', '/api/v1/apps/register', text, asPerson()))
        expect(answer.status).toBe(400)
        expect(answer.body.errors.length).toBeLessThanOrEqual(100)
      }
  })

  it.each([
    ['many names', Array.from({ length: 8_000 }, (_, index) => `k${index}=`).join('&')],
    ['many separators', '&'.repeat(65_000)],
    ['many equal signs', `a${'='.repeat(65_000)}`],
    ['many escapes', `a=${'%41'.repeat(21_000)}`],
    ['many pluses', `a=${'+'.repeat(65_000)}`],
  ])('of a form with %s is cheap', async (_, form) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    await expectCheap(() => ask('POST', '/oauth2/token', form, type))
  })
})

describe('a text that makes bad patterns slow', () => {
  const texts = [
    ...[
      'a'.repeat(2_000),
      `${'a'.repeat(1_900)}!`,
      'a '.repeat(1_000),
      `${'a '.repeat(1_000)}"`,
      ' '.repeat(2_000),
    ],
    ...[
      `${'a.'.repeat(1_000)}@`,
      'a@'.repeat(1_000),
      `a@${'a.'.repeat(1_000)}`,
      `a@${'-'.repeat(1_000)}`,
      '@'.repeat(2_000),
    ],
    ...[
      `https://${'a.'.repeat(1_000)}`,
      `https://${'@'.repeat(2_000)}`,
      `https://a/${'%41'.repeat(600)}%`,
      `a${'.a'.repeat(1_000)}:/`,
    ],
    ...[
      `https://a/${'../'.repeat(600)}`,
      `http://127.0.0.1:${'1'.repeat(2_000)}/`,
      '\u0301'.repeat(1_000),
      '\ud83d\udc69\u200d'.repeat(400),
    ],
  ]

  it.each(texts)('costs nothing anywhere: %#', async (text) => {
    const { client_id, client_secret } = credentialsOf(app)
    const asked: (() => Promise<Answer>)[] = [
      () =>
        ask('POST', '/api/v1/auth/register', JSON.stringify({ email: text.slice(0, 254), password: 'x' })),
      () =>
        ask(
          'POST',
          '/api/v1/apps/register',
          JSON.stringify({ name: text.slice(0, 100), redirect_uris: [text], scopes: [text.slice(0, 128)] }),
          asPerson(),
        ),
      () =>
        post(service, '/oauth2/token', {
          grant_type: 'client_credentials',
          client_id,
          client_secret,
          scope: text,
        }),
      () =>
        post(service, '/oauth2/token', {
          grant_type: 'client_credentials',
          client_id,
          client_secret,
          resource: text,
        }),
      () =>
        ask(
          'POST',
          '/oauth2/authorize',
          JSON.stringify({
            client_id,
            redirect_uri: redirectUri,
            response_type: 'code',
            scope: text,
            nonce: text.slice(0, 512),
            state: text,
          }),
          asPerson(),
        ),
      () => ask('POST', '/oauth2/introspect', JSON.stringify({ token: text, client_id, client_secret })),
    ]
    for (const each of asked) await expectCheap(each)
    const wire = text.replaceAll(/[^\x21-\x7e]/g, 'x')
    for (const name of ['authorization', 'x-auth-token', 'accept', 'if-none-match']) {
      const more = { [name]: name === 'authorization' ? `Bearer ${wire}` : wire }
      await expectCheap(() => send(service.url, { method: 'GET', path: '/api/v1/apps', headers: more }))
    }
    await expectCheap(() => ask('POST', '/oauth2/token', '{}', { 'content-type': `application/${wire}` }))
  })
})
