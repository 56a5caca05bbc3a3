import { request as ask } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, login } from '../../client/index.ts'
import { formatSecret, hashSecret } from '#src/domain/token/secret.ts'
import { expireSecrets } from '#src/jobs/expireSecrets.ts'
import { createLog } from '#src/platform/log.ts'
import { start } from '#src/start.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { expectRefused } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { redeem, refresh, refreshed, requestCode } from '#test/support/tokens.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let port: number

async function freePort(): Promise<number> {
  const socket = createServer()
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve))
  const { port: free } = socket.address() as AddressInfo
  await new Promise((resolve) => socket.close(resolve))
  return free
}

beforeAll(async () => {
  port = await freePort()
  // Everywhere, so that a peer that is not loopback can be tried.
  service = await startService({
    LATCHKEY_METRICS_PORT: String(port),
    HOST: '0.0.0.0',
    LATCHKEY_RATE_LIMIT_HOUR: '40',
  })
})

afterAll(() => service.stop())

type Read = { readonly status: number; readonly headers: Record<string, unknown>; readonly text: string }

/** Asks the private port. */
function read(
  path = '/metrics',
  headers: Record<string, string> = {},
  method = 'GET',
  host = '127.0.0.1',
): Promise<Read> {
  return new Promise((resolve, reject) => {
    const request = ask({ host, port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('error', reject).end()
  })
}

/** The value of one line. */
async function valueOf(line: string): Promise<number | null> {
  const { text } = await read()
  const found = text.split('\n').find((each) => each.startsWith(`${line} `))
  return found === undefined ? null : Number(found.slice(line.length + 1))
}

/** A client access token of the operator. */
async function makeToken(scope: readonly string[], expiresInSeconds: number | null = null): Promise<string> {
  const { random, clock } = service.running.context
  const now = clock.now()
  const text = formatSecret('operatorToken', random.bytes(32))
  const expiresAt = expiresInSeconds === null ? null : new Date(now.getTime() + expiresInSeconds * 1000)
  await runAsAdmin(
    service.database,
    'insert into operator_tokens (id, hash, name, scope, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)',
    [random.uuid(now), hashSecret(text), 'Prometheus', scope, now, expiresAt],
  )
  return text
}

/** An address of this machine that others see. */
const outer = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

describe('metrics', () => {
  it('count requests by operation and status, and how long they took', async () => {
    const person = await signUp(service)
    await login({ client: service.as(), body: { email: person.email, password: 'wrong' } })
    expect(await valueOf('latchkey_requests_total{operation="login",status="200"}')).toBe(1)
    expect(await valueOf('latchkey_requests_total{operation="login",status="401"}')).toBe(1)
    expect(await valueOf('latchkey_request_seconds_count{operation="login"}')).toBe(2)
    expect(await valueOf('latchkey_request_seconds_bucket{operation="login",le="+Inf"}')).toBe(2)
    expect(await valueOf('latchkey_request_seconds_sum{operation="login"}')).toBeGreaterThan(0)
  })

  it('count refusals by the error that was told, on pages too', async () => {
    const refusals = (labels: string) => valueOf(`latchkey_refusals_total{${labels}}`)
    const before = (await refusals('operation="login",error="invalid_credentials"')) ?? 0
    await login({ client: service.as(), body: { email: 'nobody@example.com', password: 'wrong' } })
    expect(await refusals('operation="login",error="invalid_credentials"')).toBe(before + 1)
    await fetch(`${service.url}/nowhere`)
    expect(await refusals('operation="none",error="not_found"')).toBeGreaterThan(0)
    await fetch(`${service.url}/oauth2/authorize?client_id=unknown`)
    expect(await refusals('operation="startAuthorization",error="invalid_request"')).toBe(1)
  })

  it('count codes and refresh tokens that came back after their use', async () => {
    const reused = (secret: string) => valueOf(`latchkey_reused_secrets_total{secret="${secret}"}`)
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const code = await requestCode(service, person, app)
    const first = await redeem(service, app, code)
    const second = await refreshed(service, app, first.data?.refresh_token)
    await refreshed(service, app, second.refresh_token)
    expect([await reused('code'), await reused('refresh_token')]).toEqual([0, 0])
    expectRefused(await refresh(service, app, first.data?.refresh_token), 400, 'invalid_grant')
    expectRefused(await redeem(service, app, code), 400, 'invalid_grant')
    expect([await reused('code'), await reused('refresh_token')]).toEqual([1, 1])
  })

  it('tell the two operations of one URL apart', async () => {
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    }
    await fetch(`${service.url}/oauth2/authorize`, form)
    await fetch(`${service.url}/oauth2/authorize`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { text } = await read()
    expect(text).toContain('{operation="submitAuthorization",')
    expect(text).toContain('{operation="authorize",')
  })

  it('never hold what a stranger wrote', async () => {
    await fetch(`${service.url}/made-up-by-a-stranger?secret=hunter2`)
    const { text } = await read()
    expect(text).toContain('latchkey_requests_total{operation="none",status="404"}')
    expect(text).not.toMatch(/stranger|hunter2|@example\.com/)
  })

  it('show the process, the pool, the hashing queue, the waiting and the limiter', async () => {
    const { text } = await read()
    for (const line of [
      'process_cpu_user_seconds_total ',
      'nodejs_eventloop_lag_seconds ',
      'latchkey_database_connections{state="busy"} ',
      'latchkey_database_connections{state="waiting"} 0',
      'latchkey_password_hashes{state="waiting"} 0',
      'latchkey_requests_waiting{lane="login"} 0',
      'latchkey_requests_under_way 0',
      'latchkey_limiter_alone 0',
    ])
      expect(text).toContain(`\n${line}`)
  })

  it('count jobs, with how late they began', async () => {
    await service.running.context.store.jobs.add(
      service.running.context.jobs.make(
        'deliverMail',
        { mail: 'resetPassword', email: 'nobody@example.com', acceptLanguage: null },
        service.clock.now(),
      ),
      null,
    )
    await service.running.jobs.idle()
    expect(await valueOf('latchkey_job_attempts_total{kind="deliverMail",outcome="done"}')).toBe(1)
    expect(await valueOf('latchkey_job_lag_seconds_count{kind="deliverMail"}')).toBe(1)
    expect(await valueOf('latchkey_job_seconds_count{kind="deliverMail"}')).toBe(1)
  })

  it('count rows that housekeeping removed, and calls that found none left', async () => {
    const person = await signUp(service)
    await registerTestApp(service, person)
    for (let call = 0; call < 45; call++) await listApps({ client: service.as(person.token) })
    expectRefused(await listApps({ client: service.as(person.token) }), 429, 'rate_limit_exceeded')
    expect(await valueOf('latchkey_rate_limit_exceeded_total{subject="user"}')).toBeGreaterThan(0)
    service.clock.advance(40 * 86_400)
    await expireSecrets(new Map(), service.running.context)
    expect(await valueOf('latchkey_expired_rows_total{rule="sessions"}')).toBeGreaterThan(0)
  })
})

describe('the private port', () => {
  it('has /metrics, for GET and HEAD, and nothing else', async () => {
    const { status, headers } = await read()
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(headers['cache-control']).toBe('no-store')
    expect(await read('/metrics', {}, 'HEAD')).toMatchObject({ status: 200, text: '' })
    expect(await read('/metrics', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    for (const path of ['/', '/livez', '/metrics/', '/api/v1/apps', '//metrics'])
      expect(JSON.parse((await read(path)).text)).toMatchObject({ error: 'not_found' })
  })

  it('is the only place where metrics are', async () => {
    expect((await fetch(`${service.url}/metrics`)).status).toBe(404)
  })

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'asks whoever comes through a proxy (%s) for a token',
    async (name) => {
      const { status, headers, text } = await read('/metrics', { [name]: '127.0.0.1' })
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="latchkey"'])
      expect(JSON.parse(text)).toMatchObject({ error: 'invalid_token', request_id: expect.any(String) })
    },
  )

  it('takes a name that a stranger points here for no reader of this machine', async () => {
    expect((await read('/metrics', { host: 'rebound.example' })).status).toBe(401)
  })

  it.skipIf(outer === undefined)('asks other machines for a token', async () => {
    expect((await read('/metrics', {}, 'GET', outer)).status).toBe(401)
    const authorization = `Bearer ${await makeToken(['metrics'])}`
    expect((await read('/metrics', { authorization }, 'GET', outer)).status).toBe(200)
  })

  const proxied = (token: string) => read('/metrics', { via: '1.1 proxy', authorization: `Bearer ${token}` })

  it('opens to a token of the operator with scope metrics, and notes its use', async () => {
    const token = await makeToken(['read', 'metrics'])
    expect((await proxied(token)).status).toBe(200)
    expect((await read('/metrics', { via: '1.1 proxy', 'x-auth-token': token })).status).toBe(200)
    const used = await runAsAdmin(
      service.database,
      'select 1 from operator_tokens where hash = $1 and last_used_at is not null',
      [hashSecret(token)],
    )
    expect(used).toHaveLength(1)
  })

  it('refuses every other token', async () => {
    const person = await signUp(service)
    const expired = await makeToken(['metrics'], 60)
    const narrow = await makeToken(['read'])
    service.clock.advance(61)
    for (const token of [
      'nonsense',
      person.token,
      expired,
      formatSecret('operatorToken', Buffer.alloc(32, 7)),
    ]) {
      const { status, headers } = await proxied(token)
      expect([status, headers['www-authenticate']]).toEqual([
        401,
        expect.stringContaining('error="invalid_token"'),
      ])
    }
    const refused = await proxied(narrow)
    expect(refused.status).toBe(403)
    expect(refused.headers['www-authenticate']).toContain('scope="metrics"')
  })

  it('is closed with the service, and its number given back', async () => {
    const own = await freePort()
    const other = await startService({ LATCHKEY_METRICS_PORT: String(own) })
    expect((await fetch(`http://127.0.0.1:${own}/metrics`)).status).toBe(200)
    await other.stop()
    await expect(fetch(`http://127.0.0.1:${own}/metrics`)).rejects.toThrow()
    const again = await startService({ LATCHKEY_METRICS_PORT: String(own) })
    await again.stop()
  })

  it('that is taken keeps the service from starting, and leaves nothing open', async () => {
    const socket = createServer()
    await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve))
    const { port: taken } = socket.address() as AddressInfo
    const config = { ...service.config, port: 0, metricsPort: taken }
    const log = createLog({ level: 'silent' })
    await expect(start(config, { connection: service.database, log })).rejects.toThrow('EADDRINUSE')
    await new Promise((resolve) => socket.close(resolve))
  })
})
