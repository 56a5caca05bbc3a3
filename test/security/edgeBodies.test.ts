import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { entries } from '#test/support/contract.ts'
import {
  ask,
  expectErrorShape,
  formPost,
  headerOf,
  jsonPost,
  requestBytes,
  type RawAnswer,
} from '#test/support/rawSocket.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person, { scopes: ['openid', 'read', 'write'] })
})

afterAll(() => service.stop())

const loginPath = '/api/v1/auth/login'
const tokenPath = '/oauth2/token'
const session = () => `Authorization: Bearer ${person.token}`
const credentials = () => JSON.stringify({ email: person.email, password: person.password })
const ownToken = () =>
  new URLSearchParams({ grant_type: 'client_credentials', ...credentialsOf(app) }).toString()

function logIn(contentType: string, body: string | Buffer = credentials(), lines: readonly string[] = []) {
  return ask(service.url, requestBytes(`POST ${loginPath}`, [`Content-Type: ${contentType}`, ...lines], body))
}

function expectRefusedAs(answer: RawAnswer, status: 400 | 413 | 415): Record<string, unknown> {
  const code = { 400: 'invalid_request', 413: 'payload_too_large', 415: 'unsupported_media_type' }[status]
  return expectErrorShape(answer, status, code)
}

describe('the media type of a body', () => {
  it.each([
    'application/json',
    'APPLICATION/JSON',
    ' application/json',
    '\tapplication/json\t',
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
    'application/json ; charset=utf-8',
  ])('is read in every right spelling: %j', async (contentType) => {
    expect((await logIn(contentType)).status).toBe(200)
  })

  it.each([
    ...['', ' ', '*/*', 'application/*', 'json', 'text/json', 'text/plain', 'application/x-json'],
    ...['application/json/x', 'application/json, text/plain', 'text/plain, application/json'],
    ...['application/json;', 'application/json; charset=utf-8;', 'application/json; charset=utf-16'],
    ...['application/json; charset=latin1', 'application/json; charset=utf-8; charset=utf-16'],
    ...['application/json; boundary=x', 'application/json\u00a0', 'application/jsonx', 'application/json x'],
    ...['application/vnd.api+json', 'application/ld+json', 'multipart/form-data; boundary=x'],
    ...['application/x-www-form-urlencoded', 'text/plain; a=application/json', 'application\\json'],
  ])('is no other that resembles it, and nothing is done: %j', async (contentType) => {
    expectRefusedAs(await logIn(contentType), 415)
  })

  it('has to be there', async () => {
    expectRefusedAs(await ask(service.url, requestBytes(`POST ${loginPath}`, [], credentials())), 415)
  })

  it('is what the body is read as: a form labelled JSON is no form', async () => {
    expectRefusedAs(await ask(service.url, jsonPost(tokenPath, ownToken())), 400)
    const json = JSON.stringify({ grant_type: 'client_credentials', ...credentialsOf(app) })
    expectRefusedAs(await ask(service.url, formPost(tokenPath, json)), 400)
  })

  it.each(['gzip', 'deflate', 'br', 'x-unknown'])(
    'says nothing under a content coding: %s is not read past',
    async (coding) => {
      expectRefusedAs(await logIn('application/json', credentials(), [`Content-Encoding: ${coding}`]), 415)
      const compressed = gzipSync(credentials())
      expectRefusedAs(await logIn('application/json', compressed, [`Content-Encoding: ${coding}`]), 415)
    },
  )
})

describe('a body that cannot be read', () => {
  it.each([
    ['half of JSON', '{"email":'],
    ['two values', '{} {}'],
    ['single quotes', "{'email':'a'}"],
    ['a trailing comma', '{"email":"a",}'],
    ['a comment', '{/**/}'],
    ['NaN', '{"email":NaN}'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['an overlong encoding', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['a lone surrogate in bytes', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['UTF-16', Buffer.from('{"email":"a"}', 'utf16le')],
    ['a member called __proto__', '{"__proto__":{"email":"a@example.com"},"password":"password123"}'],
    ['a nested __proto__', '{"email":{"__proto__":{"x":1}},"password":"password123"}'],
    ['an escaped __proto__', '{"\\u005f_proto__":{"x":1},"email":"a","password":"b"}'],
    ['a constructor with a prototype', '{"constructor":{"prototype":{"x":1}},"email":"a","password":"b"}'],
  ])('is refused as JSON: %s', async (_, body) => {
    const refused = expectRefusedAs(await ask(service.url, jsonPost(loginPath, body)), 400)
    expect(refused['error_description']).not.toMatch(/unexpected|position|token|prototype/i)
  })

  it.each(['null', '[]', '"text"', '1', 'true', 'false', '', ' '])('is no object: %j', async (body) => {
    for (const path of [loginPath, tokenPath])
      expectRefusedAs(await ask(service.url, jsonPost(path, body)), 400)
  })

  it.each([
    ['a bad escape', 'grant_type=%zz'],
    ['half an escape', 'grant_type=%e'],
    ['escapes that are no UTF-8', 'grant_type=%ff'],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x3d, 0xff])],
    ['a bad escape in a name', '%zz=1'],
  ])('is refused as a form: %s', async (_, body) => {
    expectRefusedAs(await ask(service.url, formPost(tokenPath, body)), 400)
  })
})

describe('a parameter', () => {
  it.each(['grant_type', 'client_id', 'client_secret', 'scope', 'anything', '__proto__'])(
    'is given once in a form: two %s are refused',
    async (name) => {
      for (const twice of [`${name}=a&${name}=b`, `${name}=a&${name}=a`, `${name}=&${name}=`]) {
        expectRefusedAs(await ask(service.url, formPost(tokenPath, `${ownToken()}&${twice}`)), 400)
      }
    },
  )

  it('is given once in a form, however it is spelled', async () => {
    for (const twice of ['scope=read&%73cope=write', 'scope=read&scop%65=write', '__proto__=a&%5f_proto__=b'])
      expectRefusedAs(await ask(service.url, formPost(tokenPath, `${ownToken()}&${twice}`)), 400)
  })

  it('is given once in JSON', async () => {
    const { client_id, client_secret } = credentialsOf(app)
    const rest = `"client_id":"${client_id}","client_secret":"${client_secret}"`
    for (const twice of [
      `{"grant_type":"authorization_code","grant_type":"client_credentials",${rest}}`,
      `{"grant_type":"client_credentials","scope":"read","scope":"write",${rest}}`,
      `{"grant_type":"client_credentials","client_id":"app_other",${rest}}`,
    ])
      expectRefusedAs(await ask(service.url, jsonPost(tokenPath, twice)), 400)
  })

  it.each(['count=1&count=2', 'count=1&count=1', 'count=1&%63ount=1', 'cursor=a&cursor=b', 'x=1&x=2'])(
    'is given once in a query: %s',
    async (query) => {
      expectRefusedAs(await ask(service.url, requestBytes(`GET /api/v1/apps?${query}`, [session()])), 400)
    },
  )

  it.each(['unknown=1', 'count[]=1', 'count[$gt]=1', '__proto__=1', 'constructor=1', 'refused', 'count=%zz'])(
    'that nobody knows is refused in a query: %s',
    async (query) => {
      expectRefusedAs(await ask(service.url, requestBytes(`GET /api/v1/apps?${query}`, [session()])), 400)
    },
  )

  it.each([
    'refused=1',
    'refused=1&code=invalid_request',
    'refused=1&code=server_error&errors=x',
    'refused=1&code=toString',
  ])('cannot pass for an answer of ours: %s', async (parameters) => {
    const text = `${parameters}&description=Call+555-EVIL&retryAfterSeconds=9999&scope=%0d%0aX:+1&maxAgeSeconds=1`
    const answers = [
      await ask(service.url, requestBytes(`GET /api/v1/apps?${text}`, [session()])),
      await ask(service.url, requestBytes(`GET /oauth2/userinfo?${text}`, [session()])),
      await ask(service.url, formPost(tokenPath, text)),
      await ask(service.url, formPost('/oauth2/revoke', text)),
    ]
    for (const answer of answers) {
      expect(answer.status).toBeLessThan(500)
      expect(answer.text).not.toContain('EVIL')
      expect(headerOf(answer, 'retry-after')).toBeUndefined()
      expect(JSON.parse(answer.text)).toHaveProperty('request_id')
    }
  })
})

describe('an operation without a body or a query', () => {
  const bodiless = entries.filter(({ consumes }) => consumes.length === 0)

  it.each(bodiless)('$id refuses a body, and answers nothing undocumented', async (entry) => {
    const { id, method, path, audience } = entry
    const url = path.replaceAll(/\{\w+\}/g, '019c3040-8260-7246-ac0c-491001e129dd')
    for (const [type, body] of [
      ['application/json', '{}'],
      ['application/x-www-form-urlencoded', 'access_token=x'],
      ['text/plain', 'x'],
    ] as const) {
      const bytes = requestBytes(`${method} ${url}`, [`Content-Type: ${type}`, session()], body)
      if (audience === 'browser') {
        const page = await ask(service.url, bytes)
        expect([page.status, headerOf(page, 'content-type')]).toEqual([415, 'text/html; charset=utf-8'])
        continue
      }
      expect([id, type, expectRefusedAs(await ask(service.url, bytes), 415)['error']]).toEqual([
        id,
        type,
        'unsupported_media_type',
      ])
    }
  })

  it.each(bodiless)(
    '$id takes a Content-Type without a body for what it is: nothing',
    async ({ id, method, path }) => {
      const url = path.replaceAll(/\{\w+\}/g, '019c3040-8260-7246-ac0c-491001e129dd')
      for (const lines of [
        ['Content-Type: application/json'],
        ['Content-Type: text/plain'],
        ['Content-Type: application/json', 'Content-Length: 0'],
        ['Content-Type: text/plain', 'Content-Length: 0'],
      ]) {
        const answer = await ask(service.url, requestBytes(`${method} ${url}`, [session(), ...lines]))
        expect({ id, lines, isServerError: answer.status >= 500 }).toEqual({
          id,
          lines,
          isServerError: false,
        })
        expect(answer.status).not.toBe(415)
      }
    },
  )

  it.each(entries)(
    '$id answers a query nobody asked for with nothing undocumented',
    async ({ id, method, path, statuses }) => {
      const url = path.replaceAll(/\{\w+\}/g, '019c3040-8260-7246-ac0c-491001e129dd')
      person = { ...person, token: await signIn(service, person.email) }
      for (const query of ['cachebuster=1', 'a=1&a=2', 'a=%zz', 'refused=1', '', '&', '=', '%00=%00']) {
        const answer = await ask(service.url, requestBytes(`${method} ${url}?${query}`, [session()]))
        expect({ id, query, isServerError: answer.status >= 500 }).toEqual({
          id,
          query,
          isServerError: false,
        })
        expect(statuses).toContain(answer.status)
      }
    },
  )
})

describe('a body that is too large', () => {
  const large = Buffer.alloc(70_000, 'a')

  it('is refused by its length, before it comes', async () => {
    const head = requestBytes(`POST ${loginPath}`, [
      'Content-Type: application/json',
      'Content-Length: 70000',
    ])
    expectRefusedAs(await ask(service.url, head), 413)
  })

  it('is refused while it comes in chunks', async () => {
    const chunks = Buffer.concat([Buffer.from('11170\r\n'), large, Buffer.from('\r\n0\r\n\r\n')])
    const lines = ['Content-Type: application/json', 'Transfer-Encoding: chunked']
    expectRefusedAs(await ask(service.url, requestBytes(`POST ${loginPath}`, lines, chunks)), 413)
  })

  it('is refused by a form alike', async () => {
    expectRefusedAs(await ask(service.url, formPost(tokenPath, large)), 413)
  })
})

describe('what a client accepts', () => {
  it.each([
    'text/html',
    'application/xml, text/*',
    'application/json;q=0',
    'application/problem+json',
    'image/png;q=0.1',
  ])('is respected: %s', async (accept) => {
    const answer = await ask(service.url, jsonPost(loginPath, credentials(), [`Accept: ${accept}`]))
    expectErrorShape(answer, 406, 'not_acceptable')
  })

  it.each([
    'application/json',
    'APPLICATION/JSON',
    '*/*',
    'application/*',
    'text/html, */*;q=0.1',
    'text/html;q=1, application/json;q=0.001',
  ])('includes our answer: %s', async (accept) => {
    expect((await ask(service.url, jsonPost(loginPath, credentials(), [`Accept: ${accept}`]))).status).toBe(
      200,
    )
  })
})
