import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getUserinfo, login, requestPasswordReset } from '../../client/index.ts'
import { operations } from '#src/api/index.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { startClientServer } from '#test/support/clientServer.ts'
import { startCollector, type CollectedSpan, type Collector } from '#test/support/collector.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { redeem, requestCode } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

let collector: Collector
let service: TestService
const broken = 'the handler that breaks'

beforeAll(async () => {
  collector = await startCollector()
  service = await startService(
    { ...collector.environment, ...openRegistration, LATCHKEY_TRUST_PROXY: '127.0.0.1' },
    { operations: { ...operations, getAccount: () => Promise.reject(new Error(broken)) } },
  )
})

beforeEach(() => void collector.spans.splice(0))

afterAll(async () => {
  await service.stop()
  await collector.stop()
})

/** Everything that was recorded of what was answered so far. A span ends after its answer: one more request comes behind all. */
async function spans(): Promise<readonly CollectedSpan[]> {
  await send(service.url, { method: 'GET', path: '/livez', headers: {} })
  const isLast = ({ name }: CollectedSpan) => name === 'getLiveness'
  await expect
    .poll(async () => {
      await service.running.context.tracing!.flush()
      return collector.spans.some(isLast)
    })
    .toBe(true)
  collector.spans.splice(0, Infinity, ...collector.spans.filter((span) => !isLast(span)))
  return collector.spans
}

async function spanOf(name: string): Promise<CollectedSpan> {
  const found = (await spans()).filter((span) => span.name === name)
  expect(found).toHaveLength(1)
  return found[0]!
}

function childrenOf({ spanId }: CollectedSpan): readonly CollectedSpan[] {
  return collector.spans.filter(({ parentSpanId }) => parentSpanId === spanId)
}

const getPage = (headers: Record<string, string>) =>
  send(service.url, { method: 'GET', path: '/oauth2/userinfo', headers })

describe('a trace', () => {
  it('of a code exchange begins with the request and has its statements as children', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const requested = await requestCode(service, person, app)
    const answer = await redeem(service, app, requested)
    const root = await spanOf('issueToken')
    expect(root).toMatchObject({ kind: 2, parentSpanId: null, status: 0 })
    expect(root.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/oauth2/token',
      'http.response.status_code': 200,
      'url.scheme': 'http',
      'latchkey.request_id': answer.response?.headers.get('x-request-id'),
    })
    const children = childrenOf(root)
    expect(children.map(({ name }) => name)).toContain('codes.redeem')
    for (const child of children) {
      expect(child).toMatchObject({ kind: 3, traceId: root.traceId, status: 0 })
      expect(child.attributes).toEqual({ 'db.system.name': 'postgresql', 'db.query.summary': child.name })
      expect(child.name).toMatch(/^(?:\w+\.\w+|begin|commit|mapped \w+)$/)
    }
    expect((await spanOf('authorize')).traceId).not.toBe(root.traceId)
  })

  it('says of itself what service and which node it comes from', async () => {
    await signUp(service)
    await spans()
    expect(collector.resource).toMatchObject({
      'service.name': 'latchkey',
      'service.version': expect.stringMatching(/^\d+\.\d+\.\d+/),
      'service.instance.id': expect.stringMatching(/^[\da-f-]{36}$/),
    })
  })

  it('shows the hashing of a password, and the same for an account that does not exist', async () => {
    const { email } = await signUp(service)
    await login({ client: service.as(), body: { email, password: 'not the password' } })
    await login({ client: service.as(), body: { email: 'nobody@example.com', password: 'not it' } })
    const logins = (await spans()).filter(
      ({ name, attributes }) => name === 'login' && attributes['latchkey.error'],
    )
    expect(logins).toHaveLength(2)
    const [known, unknown] = logins.map((span) => ({
      status: span.attributes['http.response.status_code'],
      error: span.attributes['latchkey.error'],
      hashing: childrenOf(span)
        .filter(({ kind }) => kind === 1)
        .map(({ name }) => name),
    }))
    expect(known).toEqual({ status: 401, error: expect.any(String), hashing: ['verify password'] })
    expect(unknown).toEqual(known)
  })

  it('shows the call to a server of a client by method and host only', async () => {
    const server = await startClientServer()
    server.serve('/sector?who=somebody', [])
    await registerByItself(service, {
      subject_type: 'pairwise',
      sector_identifier_uri: `${server.url}/sector?who=somebody`,
    }).catch(() => {})
    await server.stop()
    const call = childrenOf(await spanOf('registerClient')).find(({ name }) => name === 'GET')
    expect(call).toMatchObject({
      kind: 3,
      attributes: { 'http.request.method': 'GET', 'server.address': '127.0.0.1' },
    })
    expect(JSON.stringify(collector.spans)).not.toContain('sector?')
  })

  it('of a mail is one of its own, because no request waits for it', async () => {
    const { email } = await signUp(service)
    await requestPasswordReset({ client: service.as(), body: { email } })
    await service.running.jobs.idle()
    const job = await spanOf('deliverMail')
    expect(job).toMatchObject({ kind: 1, parentSpanId: null, status: 0 })
    expect(childrenOf(job).map(({ name }) => name)).toContain('send mail')
  })

  it('of a failure is an error, and one of a refusal is none', async () => {
    const { token } = await signUp(service)
    const headers = { authorization: `Bearer ${token}` }
    await send(service.url, { method: 'GET', path: '/api/v1/me', headers })
    await getUserinfo({ client: service.as('nonsense') })
    await send(service.url, { method: 'GET', path: '/nowhere/secret-path', headers: {} })
    expect(await spanOf('getAccount')).toMatchObject({
      status: 2,
      attributes: { 'http.response.status_code': 500, 'error.type': 'server_error' },
    })
    const refused = await spanOf('getUserinfo')
    expect(refused).toMatchObject({ status: 0, attributes: { 'latchkey.error': 'invalid_token' } })
    expect(refused.attributes).not.toHaveProperty('error.type')
    const unknown = await spanOf('GET')
    expect(unknown.attributes).not.toHaveProperty('http.route')
    for (const text of [broken, 'secret-path', token])
      expect(JSON.stringify(collector.spans)).not.toContain(text)
  })

  it('is named by the log in the line of its request, beside the request id', async () => {
    const answer = await getPage({ authorization: 'Bearer nonsense' })
    const span = await spanOf('getUserinfo')
    const id = answer.headers['x-request-id']
    expect(span.attributes['latchkey.request_id']).toBe(id)
    const lines = service.log.map((line) => JSON.parse(line) as Record<string, unknown>)
    const told = lines.filter(({ requestId }) => requestId === id)
    expect(told.map(({ msg, traceId }) => [msg, traceId])).toEqual([
      ['refused', span.traceId],
      ['answered', span.traceId],
    ])
  })
})

describe('traceparent', () => {
  const parent = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' }
  const header = (flags: string) => `00-${parent.traceId}-${parent.spanId}-${flags}`
  const handedOn = { 'x-forwarded-for': '192.0.2.1' }

  it('of a proxy that is trusted is the parent', async () => {
    await getPage({ ...handedOn, traceparent: header('01') })
    expect(await spanOf('getUserinfo')).toMatchObject({
      traceId: parent.traceId,
      parentSpanId: parent.spanId,
    })
  })

  it('of a trusted proxy also says that nothing is recorded', async () => {
    const { headers } = await getPage({ ...handedOn, traceparent: header('00') })
    expect(await spans()).toEqual([])
    const told = service.log.filter((line) => line.includes(String(headers['x-request-id'])))
    expect(told).toHaveLength(2)
    for (const line of told) expect(line).not.toContain('traceId')
  })

  it.each([
    ['of who asks by themselves', { traceparent: header('01') }],
    ['that is none', { ...handedOn, traceparent: `00-${'0'.repeat(32)}-${parent.spanId}-01` }],
    ['that is nonsense', { ...handedOn, traceparent: "00-' or 1=1--" }],
  ])('%s is not believed', async (_name, headers) => {
    await getPage(headers)
    const span = await spanOf('getUserinfo')
    expect(span.parentSpanId).toBeNull()
    expect(span.traceId).not.toBe(parent.traceId)
    expect(JSON.stringify(span)).not.toContain('or 1=1')
  })

  it('of a stranger cannot keep its own request out of the traces', async () => {
    await getPage({ traceparent: header('00') })
    expect((await spanOf('getUserinfo')).parentSpanId).toBeNull()
  })
})

describe('a collector', () => {
  async function withService(
    environment: NodeJS.ProcessEnv,
    work: (own: TestService) => Promise<void>,
  ): Promise<number> {
    const own = await startService(environment)
    let stopped = 0
    try {
      await work(own)
    } finally {
      const begun = performance.now()
      await own.stop()
      stopped = performance.now() - begun
    }
    return stopped
  }

  it.each(['gone', 'refusing', 'hanging'] as const)(
    'that is %s delays no answer and no end',
    async (mode) => {
      const bad = await startCollector()
      if (mode === 'gone') await bad.stop()
      else bad.mode = mode
      const stopped = await withService(bad.environment, async (own) => {
        await signUp(own)
        const begun = performance.now()
        // More than the line of waiting spans holds.
        for (let round = 0; round < 26; round += 1)
          await Promise.all(
            Array.from({ length: 100 }, () => send(own.url, { method: 'GET', path: '/livez', headers: {} })),
          )
        expect(performance.now() - begun).toBeLessThan(15_000)
        expect(status(await getUserinfo({ client: own.as('nonsense') }))).toBe(401)
        if (mode !== 'refusing') return
        for (let time = 0; time < 2; time += 1) await own.running.context.tracing!.flush()
        expect(own.log.filter((line) => line.includes('traces cannot be delivered'))).toHaveLength(1)
      })
      expect(stopped).toBeLessThan(5_000)
      if (mode !== 'gone') await bad.stop()
    },
    60_000,
  )

  it('gets Protocol Buffers, with the headers that are for it, where nothing else is said', async () => {
    const own = await startCollector()
    const environment = {
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${own.url}/somewhere/else`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20key',
      OTEL_SERVICE_NAME: 'our-sign-in',
    }
    await withService(environment, async (traced) => {
      await getUserinfo({ client: traced.as('nonsense') })
    })
    expect(own.exports).toHaveLength(1)
    const [{ path, headers, body }] = own.exports as [Collector['exports'][number]]
    expect(path).toBe('/somewhere/else')
    expect(headers).toMatchObject({ 'content-type': 'application/x-protobuf', 'x-key': 'a key' })
    for (const text of ['getUserinfo', 'our-sign-in']) expect(body.includes(text)).toBe(true)
    await own.stop()
  })

  it.each([
    ['always_off', { OTEL_TRACES_SAMPLER: 'always_off' }],
    ['a share of 0', { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' }],
  ])('gets nothing with %s', async (_name, sampler) => {
    const own = await startCollector()
    await withService({ ...own.environment, ...sampler }, async (traced) => void (await signUp(traced)))
    expect(own.exports).toEqual([])
    await own.stop()
  })
})
