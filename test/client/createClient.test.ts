import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiError, createClient, getLiveness, issueToken, listApps, login } from '../../client/index.ts'
import { decideRetry } from '../../client/retry.ts'
import { startScriptedServer, type ScriptedServer } from '#test/support/scriptedServer.ts'

let server: ScriptedServer
beforeAll(async () => {
  server = await startScriptedServer()
})
afterAll(() => server.stop())

const json = { 'content-type': 'application/json', 'x-request-id': 'request-1' }
const good = { status: 200, headers: json, body: '{"status":"ok"}' }
const refusal = (status: number, error: string, headers: Record<string, string> = {}) => ({
  status,
  headers: { ...json, ...headers },
  body: JSON.stringify({ error, error_description: 'Not now.', request_id: 'request-1' }),
})
const busy = refusal(503, 'temporarily_unavailable')
const client = () => createClient({ baseUrl: `${server.url}/` })
const grant = { grant_type: 'client_credentials', client_id: 'app_1', client_secret: 'secret' } as const

describe('a result', () => {
  test('carries the data and the id of the request', async () => {
    server.answer(good)
    const answer = await getLiveness({ client: client() })
    expect(answer).toMatchObject({ data: { status: 'ok' }, requestId: 'request-1' })
    expect(answer.response?.status).toBe(200)
    expect(server.arrived[0]).toMatchObject({ method: 'GET', path: '/livez' })
  })

  test('carries an Error that has the members of the body and says where it comes from', async () => {
    const body = {
      error: 'mfa_required',
      error_description: 'A code, please.',
      request_id: 'r',
      mfa_token: 't',
    }
    server.answer({ status: 403, headers: { ...json, 'retry-after': '7' }, body: JSON.stringify(body) })
    const { data, error } = await login({ client: client(), body: { email: 'a@example.com', password: 'b' } })
    expect(data).toBeUndefined()
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'ApiError',
      message: 'mfa_required: A code, please.',
      status: 403,
      error: 'mfa_required',
      description: 'A code, please.',
      requestId: 'request-1',
      retryAfter: 7,
      mfa_token: 't',
    })
    expect({ ...error }).toEqual(body)
    expect(JSON.parse(JSON.stringify(error))).toEqual(body)
  })

  test('is thrown instead where that is asked for', async () => {
    server.answer(refusal(401, 'invalid_token'))
    await expect(listApps({ client: client(), throwOnError: true })).rejects.toMatchObject({
      status: 401,
      error: 'invalid_token',
    })
  })

  test('tells a body that is none of the service’s, and one that is broken', async () => {
    const page = { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }
    server.answer(page)
    const refused = await listApps({ client: client(), retries: 0 })
    expect(refused.error).toMatchObject({ status: 0, error: 'unexpected_answer' })
    expect(refused.error?.response?.status).toBe(502)
    server.answer({ ...good, body: '{"status":' })
    expect((await getLiveness({ client: client() })).error).toMatchObject({ error: 'unexpected_answer' })
  })

  test('cannot have its own members replaced by what a body says', async () => {
    const body = { error: 'x', error_description: 'y', status: 200, message: 'z', retryAfter: 1, stack: 's' }
    server.answer({ status: 400, headers: json, body: JSON.stringify(body) })
    const { error } = await listApps({ client: client() })
    expect(error).toMatchObject({ status: 400, message: 'x: y', retryAfter: null })
    expect(error?.stack).not.toBe('s')
  })
})

describe('a request', () => {
  test('is written as the contract says, and its own headers win', async () => {
    server.answer(refusal(404, 'not_found'))
    const asked = createClient({ baseUrl: server.url, token: () => Promise.resolve('a-token') })
    await listApps({ client: asked, query: { count: 10, cursor: 'a b&c' } })
    expect(server.arrived[0]).toMatchObject({ path: '/api/v1/apps?count=10&cursor=a+b%26c' })
    expect(server.arrived[0]!.headers['authorization']).toBe('Bearer a-token')
    await listApps({ client: asked, headers: { authorization: 'Bearer another', accept: undefined } })
    expect(server.arrived[1]!.headers['authorization']).toBe('Bearer another')
    await issueToken({ client: asked, body: { ...grant, scope: undefined } })
    expect(server.arrived[2]).toMatchObject({
      body: 'grant_type=client_credentials&client_id=app_1&client_secret=secret',
    })
    expect(server.arrived[2]!.headers['authorization']).toBeUndefined()
    const { body, headers } = await sent({ method: 'PUT', path: '/a/{b}' }, { path: { b: 'c/d' }, body: {} })
    expect([body, headers['content-type']]).toEqual(['{}', 'application/json'])
    expect(server.arrived.at(-1)!.path).toBe('/a/c%2Fd')
  })

  async function sent(...call: Parameters<ReturnType<typeof client>['request']>) {
    await client().request(...call)
    return server.arrived.at(-1)!
  }
})

describe('a retry', () => {
  test('happens to what changes nothing, until it succeeds', async () => {
    server.answer('break', busy, good)
    expect((await getLiveness({ client: client() })).data).toEqual({ status: 'ok' })
    expect(server.arrived).toHaveLength(3)
  })

  test('happens as often as it is said, and the last refusal is the answer', async () => {
    server.answer(busy)
    const { error } = await getLiveness({ client: client(), retries: 1 })
    expect(error).toMatchObject({ status: 503 })
    expect(server.arrived).toHaveLength(2)
  })

  test.each(['break', busy, refusal(429, 'rate_limit_exceeded', { 'retry-after': '0' })] as const)(
    'never happens to a grant (%j)',
    async (answer) => {
      server.answer(answer, good)
      const { error } = await issueToken({ client: client(), body: grant, retries: 5 })
      expect(error).toBeInstanceOf(ApiError)
      expect(server.arrived).toHaveLength(1)
    },
  )

  test('waits as long as Retry-After asks', async () => {
    server.answer(refusal(429, 'rate_limit_exceeded', { 'retry-after': '1' }), good)
    expect((await getLiveness({ client: client() })).error).toBeUndefined()
    expect(server.arrived[1]!.at - server.arrived[0]!.at).toBeGreaterThanOrEqual(990)
  })

  test.each([
    ['GET', 1, undefined, true],
    ['HEAD', 2, 502, true],
    ['GET', 3, 503, false],
    ['GET', 1, 500, false],
    ['GET', 1, 404, false],
    ['POST', 1, 503, false],
    ['PUT', 1, undefined, false],
    ['PATCH', 1, undefined, false],
    ['DELETE', 1, 503, false],
  ])('%s for the %i. time after %s: %s', (method, tried, status, isSent) => {
    const answer = status === undefined ? undefined : new Response(null, { status })
    const seconds = Array.from({ length: 100 }, () => decideRetry(method, tried, 2, answer))
    if (!isSent) return expect(new Set(seconds)).toEqual(new Set([null]))
    // Full jitter: spread over the whole span, which doubles with each try.
    const span = 0.25 * 2 ** (tried - 1)
    for (const each of seconds) expect(each).toBeLessThanOrEqual(span)
    expect(Math.min(...(seconds as number[]))).toBeLessThan(span / 4)
    expect(Math.max(...(seconds as number[]))).toBeGreaterThan(span / 2)
  })

  test.each([
    ['seconds', () => '20', 20],
    ['a date', () => new Date(Date.now() + 10_000).toUTCString(), 8],
  ])('does not come before the Retry-After that is given as %s', (_form, write, least) => {
    const answer = new Response(null, { status: 503, headers: { 'retry-after': write() } })
    const seconds = decideRetry('GET', 1, 2, answer)
    expect(seconds).toBeGreaterThanOrEqual(least)
    expect(seconds).toBeLessThanOrEqual(least + 3)
  })

  test('is left to the caller where the server asks for more than half a minute', () => {
    const answer = new Response(null, { status: 429, headers: { 'retry-after': '3600' } })
    expect(decideRetry('GET', 1, 2, answer)).toBeNull()
  })
})

describe('time', () => {
  test('is up after the timeout of the client or of the call', async () => {
    server.answer('silence')
    const patient = createClient({ baseUrl: server.url, timeout: 50, retries: 1 })
    expect((await getLiveness({ client: patient })).error).toMatchObject({ status: 0, error: 'timed_out' })
    expect(server.arrived).toHaveLength(2)
    const { error } = await getLiveness({ client: client(), timeout: 50, retries: 0 })
    expect(error).toMatchObject({ error: 'timed_out' })
  })

  test('is up when the caller says so, also between two tries', async () => {
    server.answer('silence')
    const first = new AbortController()
    const waiting = getLiveness({ client: client(), signal: first.signal })
    await expect.poll(() => server.arrived.length).toBe(1)
    first.abort()
    expect((await waiting).error).toMatchObject({ status: 0, error: 'aborted' })

    server.answer(refusal(503, 'temporarily_unavailable', { 'retry-after': '20' }))
    const second = new AbortController()
    const pausing = getLiveness({ client: client(), signal: second.signal })
    await expect.poll(() => server.arrived.length).toBe(1)
    second.abort()
    expect((await pausing).error).toMatchObject({ error: 'aborted' })
    expect(server.arrived).toHaveLength(1)
  })
})
