import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { METHODS } from 'node:http'
import { entries } from '#test/support/contract.ts'
import {
  ask,
  expectErrorShape,
  formPost,
  headerOf,
  jsonPost,
  requestBytes,
  talk,
} from '#test/support/rawSocket.ts'
import { openRegistration } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService(openRegistration)
})

afterAll(() => service.stop())

const host = 'Host: localhost'
const json = 'Content-Type: application/json'

describe('what is no HTTP request', () => {
  it.each([
    ['a greeting', 'hello\r\n\r\n'],
    ['an unknown method', `FOO /livez HTTP/1.1\r\n${host}\r\n\r\n`],
    ['another version', `GET /livez HTTP/3.7\r\n${host}\r\n\r\n`],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['bare line feeds', 'GET /livez HTTP/1.1\nHost: localhost\n\n'],
    ['a folded header', `GET /livez HTTP/1.1\r\n${host}\r\nX-A: a\r\n b\r\n\r\n`],
    ['white space before a colon', `GET /livez HTTP/1.1\r\n${host}\r\nX-A : a\r\n\r\n`],
    ['a header without a colon', `GET /livez HTTP/1.1\r\n${host}\r\nnonsense\r\n\r\n`],
    ['a NUL in a header', `GET /livez HTTP/1.1\r\n${host}\r\nX-A: a\0b\r\n\r\n`],
    ['raw bytes in the URL', `GET /livez\xff HTTP/1.1\r\n${host}\r\n\r\n`],
    ['white space in the URL', `GET /livez x HTTP/1.1\r\n${host}\r\n\r\n`],
    ['a length that is no number', `POST /oauth2/token HTTP/1.1\r\n${host}\r\nContent-Length: +2\r\n\r\n{}`],
    [
      'two lengths',
      `POST /oauth2/token HTTP/1.1\r\n${host}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    ],
    [
      'a length beside chunks',
      `POST /oauth2/token HTTP/1.1\r\n${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    [
      'a coding that only looks like chunked',
      `POST /oauth2/token HTTP/1.1\r\n${host}\r\n${json}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
    ],
    [
      'a chunk without a size',
      `POST /oauth2/token HTTP/1.1\r\n${host}\r\n${json}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`,
    ],
  ])('is answered in the contract’s shape, once, and the connection ends: %s', async (_, bytes) => {
    expectErrorShape(await ask(service.url, bytes), 400, 'invalid_request')
  })

  it('leaves no second answer behind for whoever asks next on the connection', async () => {
    const hidden = requestBytes('GET /livez', ['Connection: keep-alive'])
    const answers = await talk(service.url, Buffer.concat([Buffer.from('nonsense\r\n\r\n'), hidden]))
    expect(answers.map(({ status }) => status)).toEqual([400])
  })

  it('an unfinished body is a bad request, and nothing was done', async () => {
    const head = `POST /api/v1/auth/register HTTP/1.1\r\n${host}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n`
    const body = '{"email":"half@example.com","password":"password123"}'
    expectErrorShape(await ask(service.url, head + body, { half: true }), 400, 'invalid_request')
    const login = jsonPost('/api/v1/auth/login', body)
    expectErrorShape(await ask(service.url, login), 401, 'invalid_credentials')
  })
})

describe('headers', () => {
  it.each([
    ['one that is too long', requestBytes('GET /livez', [`X-A: ${'a'.repeat(17_000)}`])],
    [
      'too many',
      requestBytes(
        'GET /livez',
        Array.from({ length: 4_000 }, () => 'a:'),
      ),
    ],
    ['a URL that is too long', requestBytes(`GET /api/v1/apps/${'a'.repeat(17_000)}`)],
  ])('are bounded together: 431 for %s', async (_, bytes) => {
    expectErrorShape(await ask(service.url, bytes), 431, 'header_fields_too_large')
  })

  it('without Host are a bad request (RFC 9112 §3.2)', async () => {
    const bytes = 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n'
    expectErrorShape(await ask(service.url, bytes), 400, 'invalid_request')
  })

  it('with two Hosts are a bad request (RFC 9112 §3.2)', async () => {
    const bytes = requestBytes('GET /livez', ['Host: localhost', 'Host: evil.example'])
    expectErrorShape(await ask(service.url, bytes), 400, 'invalid_request')
  })

  it.each([
    ['Authorization', 'GET /api/v1/apps', ['Authorization: Bearer a', 'Authorization: Bearer b']],
    ['X-Auth-Token', 'GET /api/v1/apps', ['X-Auth-Token: a', 'X-Auth-Token: b']],
    ['Content-Type', 'POST /api/v1/auth/login', [json, 'Content-Type: text/plain']],
  ])(
    'with two different %s are refused: nobody knows which one a proxy looked at',
    async (_, line, lines) => {
      const answer = await ask(service.url, requestBytes(line, lines, line.startsWith('POST') ? '{}' : ''))
      const isType = answer.status === 415
      expectErrorShape(answer, isType ? 415 : 400, isType ? 'unsupported_media_type' : 'invalid_request')
      expect(answer.text).not.toContain('/email')
    },
  )

  it('with an expectation nobody knows are answered in the contract’s shape', async () => {
    const answer = await ask(service.url, jsonPost('/oauth2/token', '{}', ['Expect: the-inquisition']))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(JSON.parse(answer.text)).toMatchObject({ request_id: headerOf(answer, 'x-request-id') })
  })

  it('with Expect: 100-continue lead to the one answer', async () => {
    const bytes = jsonPost('/api/v1/auth/login', '{}', ['Expect: 100-continue'])
    expectErrorShape(await ask(service.url, bytes), 400, 'invalid_request')
  })

  it.each(['websocket', 'h2c', 'TLS/1.0'])(
    'that ask for %s are answered as if they did not',
    async (protocol) => {
      const lines = [`Upgrade: ${protocol}`, 'Connection: upgrade, close']
      expect((await ask(service.url, requestBytes('GET /livez', lines))).status).toBe(200)
    },
  )

  it('of a proxy change no address that we write', async () => {
    const lines = [
      ...['Host: evil.example', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: https'],
      ...['Forwarded: host=evil.example', 'X-Original-URL: /livez', 'X-Rewrite-URL: /livez'],
    ]
    const answer = await ask(service.url, requestBytes('GET /.well-known/openid-configuration', lines))
    expect(answer.text).not.toContain('evil.example')
    expect(JSON.parse(answer.text)).toMatchObject({ issuer: service.url })
  })
})

describe('a connection that is kept', () => {
  const keep = ['Connection: keep-alive']
  const last = requestBytes('GET /readyz')

  it.each([
    ['404', requestBytes('GET /nowhere', keep)],
    ['401', requestBytes('GET /api/v1/apps', keep)],
    ['405', requestBytes('PUT /livez', [...keep, 'Content-Type: text/plain'], last)],
    ['406', requestBytes('GET /livez', [...keep, 'Accept: text/html'])],
    ['415', requestBytes('POST /oauth2/token', [...keep, 'Content-Type: text/plain'], last)],
  ])('goes on after %s, and a body that was not read is no request', async (status, first) => {
    const answers = await talk(service.url, Buffer.concat([first, last]))
    expect(answers.map((answer) => answer.status)).toEqual([Number(status), 200])
  })

  it('answers in the order of the questions', async () => {
    const body = '{"email":"nobody@example.com","password":"password123"}'
    const slow = jsonPost('/api/v1/auth/login', body, keep)
    const answers = await talk(service.url, Buffer.concat([slow, requestBytes('GET /nowhere', keep), last]))
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 200])
  })

  it('answers an expectation that nobody knows in its turn', async () => {
    const slow = jsonPost(
      '/api/v1/auth/login',
      '{"email":"nobody@example.com","password":"password123"}',
      keep,
    )
    const odd = jsonPost('/oauth2/token', '{}', ['Expect: the-inquisition'])
    const answers = await talk(service.url, Buffer.concat([slow, odd]))
    expect(answers.map(({ status }) => status)).toEqual([401, 400])
  })
})

describe('a URL', () => {
  it.each([
    ...[
      '//oauth2/userinfo',
      '/oauth2//userinfo',
      '/oauth2/userinfo/',
      '/OAUTH2/userinfo',
      '/oauth2/userinfo;x=1',
    ],
    ...['/oauth2/userinfo%2f', '/oauth2%2fuserinfo', '/./oauth2/userinfo', '/oauth2/x/../userinfo'],
    ...['/api/v1/apps/x/../../../../livez', '/api\\v1\\apps', '/livez.json', '/livez%20', '/livez%00', '/'],
  ])('is one spelling of one operation: %s is nothing', async (path) => {
    expectErrorShape(await ask(service.url, requestBytes(`GET ${path}`)), 404, 'not_found')
  })

  it.each(['/api/v1/apps/%zz', '/api/v1/apps/%', '/api/v1/apps/%ff', '/api/v1/apps/%c0%af'])(
    'with a bad escape is malformed: %s',
    async (path) => {
      expectErrorShape(await ask(service.url, requestBytes(`GET ${path}`)), 400, 'invalid_request')
    },
  )

  it.each([
    '/api/v1/apps/%2e%2e',
    '/api/v1/apps/%2e%2e%2fregister',
    '/api/v1/apps/%00',
    '/api/v1/apps/%E2%80%AE',
  ])('cannot leave the path it stands in: %s asks for a token like any app', async (path) => {
    expectErrorShape(await ask(service.url, requestBytes(`GET ${path}`)), 401, 'invalid_token')
  })

  it('of a path value that is longer than any is its operation’s to refuse', async () => {
    const long = 'a'.repeat(4_000)
    const api = await ask(service.url, requestBytes(`GET /api/v1/apps/${long}`))
    expectErrorShape(api, 401, 'invalid_token')
    const page = await ask(service.url, requestBytes(`GET /docs/errors/${long}`))
    expect(page.status).toBe(400)
    expect(headerOf(page, 'content-type')).toBe('text/html; charset=utf-8')
    expect(page.text).not.toContain(long)
  })

  it('is not overridden by a header', async () => {
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
      const answer = await ask(service.url, requestBytes('POST /livez', [`${name}: GET`]))
      expectErrorShape(answer, 405, 'method_not_allowed')
    }
  })
})

const paths = [...new Set(entries.flatMap(({ path, aliases }) => [path, ...aliases]))]

describe('a method', () => {
  it.each(paths)('that %s does not have is 405 with Allow, and OPTIONS says what it has', async (path) => {
    const url = path.replaceAll(/\{\w+\}/g, 'x')
    const placed = entries.filter((entry) => entry.path === path || entry.aliases.includes(path))
    const own = [...new Set(placed.map((entry) => entry.method))]
    const allowed = [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted().join(', ')
    const options = await ask(service.url, requestBytes(`OPTIONS ${url}`))
    expect([options.status, options.text, headerOf(options, 'allow')]).toEqual([204, '', allowed])
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'TRACE', 'PROPFIND']) {
      if (allowed.split(', ').includes(method)) continue
      const answer = await ask(service.url, requestBytes(`${method} ${url}`))
      expectErrorShape(answer, 405, 'method_not_allowed')
      expect(headerOf(answer, 'allow')).toBe(allowed)
    }
  })

  it('of every kind that Node reads is answered', async () => {
    const methods = METHODS.filter((method) => !['GET', 'HEAD', 'OPTIONS', 'CONNECT'].includes(method))
    for (const method of methods) {
      const answer = await ask(service.url, requestBytes(`${method} /livez`))
      expect({ method, status: answer.status }).toEqual({ method, status: 405 })
    }
  })

  it('OPTIONS carries a request id like every answer', async () => {
    const answer = await ask(service.url, requestBytes('OPTIONS /oauth2/token'))
    expect(headerOf(answer, 'x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each(['/livez', '/openapi.json', '/api/v1/apps', '/oauth2/userinfo', '/nowhere', '/oauth2/token'])(
    'HEAD of %s answers as GET does, without the body',
    async (path) => {
      const get = await ask(service.url, requestBytes(`GET ${path}`))
      const head = await ask(service.url, requestBytes(`HEAD ${path}`), { methods: ['HEAD'] })
      expect([head.status, head.text]).toEqual([get.status, ''])
      for (const name of [
        'content-type',
        'content-length',
        'cache-control',
        'etag',
        'allow',
        'www-authenticate',
      ])
        expect([name, headerOf(head, name)]).toEqual([name, headerOf(get, name)])
    },
  )
})

describe('what is wrong with a request is said in a fixed order', () => {
  it('the media types before the body, the body before who asks', async () => {
    const accept = ['Accept: text/html', 'Content-Type: text/plain']
    const both = await ask(service.url, requestBytes('POST /oauth2/authorize', accept, 'x'))
    expectErrorShape(both, 406, 'not_acceptable')
    const type = await ask(
      service.url,
      requestBytes('POST /oauth2/authorize', ['Content-Type: text/plain'], 'x'),
    )
    expectErrorShape(type, 415, 'unsupported_media_type')
    expectErrorShape(await ask(service.url, jsonPost('/oauth2/authorize', '{')), 400, 'invalid_request')
    expectErrorShape(await ask(service.url, jsonPost('/oauth2/authorize', '{}')), 401, 'invalid_token')
  })

  it('a form that is none before the client', async () => {
    expectErrorShape(await ask(service.url, formPost('/oauth2/token', 'a=%zz')), 400, 'invalid_request')
  })
})
