import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getSession, listSessions } from '../../client/index.ts'
import { application, text, timestamp } from '#src/cli/check/printed.ts'
import {
  expectCounted,
  expectPrinted,
  expectPrintedError,
  send,
  type PrintedAnswer,
  type PrintedRequest,
} from '#test/support/golden.ts'
import { signUp } from '#test/support/actors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send as sendBare } from '#test/support/wire.ts'

let service: TestService

/** What one answer gave for the next request: the tests below run in this order. */
const seen = { userId: '', token: '', appPassword: '', appPasswordId: '', traded: '' }

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

/** Asks, and holds the answer to what is printed of all of them. */
async function ask(request: PrintedRequest): Promise<PrintedAnswer> {
  const answer = await send(service.url, request)
  expectCounted(answer, service.clock.now())
  return answer
}

/** `204` has no body: the printed answers have one. */
async function end(path: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await sendBare(service.url, { method: 'DELETE', path, headers })).status
}

const session = '/api/v1/session'
const credentials = '"password":"password123"'

/** The members of a session's answer, as they are printed. */
const printedSession = {
  access_token: text,
  token_type: 'Bearer',
  expires_in: 3600,
  session_id: text,
  scope: text,
  user: { id: text, email: 'user@example.com', created_at: timestamp },
}

describe('printed web service, in order', () => {
  it('opens a session with username and password (POST /api/v1/session)', async () => {
    const account = `{"email":"user@example.com",${credentials}}`
    const registered = await ask({ method: 'POST', path: '/api/v1/auth/register', json: account })
    seen.userId = registered.body.id
    const json = `{"username":"user@example.com",${credentials}}`
    const answer = await ask({ method: 'POST', path: session, json })
    expectPrinted(answer, 201, printedSession)
    expect(answer.body.user.id).toBe(seen.userId)
    seen.token = answer.body.access_token
  })

  it('takes the e-mail address under its own name too', async () => {
    const json = `{"email":"user@example.com",${credentials}}`
    expectPrinted(await ask({ method: 'POST', path: session, json }), 201, printedSession)
  })

  it('refuses a wrong password in the one shape', async () => {
    const json = '{"username":"user@example.com","password":"password124"}'
    expectPrintedError(await ask({ method: 'POST', path: session, json }), 401, 'invalid_credentials')
  })

  it('shows the session (GET /api/v1/session), by either header', async () => {
    const request = { method: 'GET', path: session } as const
    const shown = { id: text, created_at: timestamp, user: { email: 'user@example.com' } }
    const headers = { 'X-Auth-Token': seen.token }
    expectPrinted(await ask({ ...request, token: seen.token }), 200, shown)
    expectPrinted(await ask({ ...request, headers }), 200, shown)
    expectPrinted(await ask({ ...request, token: seen.token, headers }), 200, shown)
    const other = { 'X-Auth-Token': (await signUp(service)).token }
    const both = await ask({ ...request, token: seen.token, headers: other })
    expectPrintedError(both, 400, 'invalid_request')
  })

  it('makes an app password with name, scopes and optional expiry, shown once', async () => {
    const path = '/api/v1/me/app-passwords'
    const json = '{"name":"Backup script","scopes":["read"],"expires_in":3600}'
    const answer = await ask({ method: 'POST', path, token: seen.token, json })
    expectPrinted(answer, 201, { name: 'Backup script', scopes: ['read'], app_password: text })
    seen.appPassword = answer.body.app_password
    seen.appPasswordId = answer.body.id
    const listed = await ask({ method: 'GET', path, token: seen.token })
    expectPrinted(listed, 200, [{ name: 'Backup script', scopes: ['read'] }])
    expect(JSON.stringify(listed.body)).not.toContain(seen.appPassword)
  })

  it('takes it directly as Bearer, and as X-Auth-Token', async () => {
    const path = '/api/v1/apps/register'
    const json = `{"name":"My Application","description":"Application description","redirect_uris":["https://example.com/callback"],"scopes":["openid","profile","email"]}`
    await ask({ method: 'POST', path, token: seen.token, json })
    const request = { method: 'GET', path: '/api/v1/apps' } as const
    const headers = { 'X-Auth-Token': seen.appPassword }
    expectPrinted(await ask({ ...request, token: seen.appPassword }), 200, [application])
    expectPrinted(await ask({ ...request, headers }), 200, [application])
    const beyond = await ask({ method: 'POST', path, token: seen.appPassword, json })
    expectPrintedError(beyond, 403, 'insufficient_scope')
  })

  it('trades it for a short-lived session token (POST /api/v1/session)', async () => {
    const request = { method: 'POST', path: session } as const
    const answer = await ask({ ...request, token: seen.appPassword })
    const expires_in = expect.any(Number)
    expectPrinted(answer, 201, { ...printedSession, scope: 'read', expires_in })
    expect(answer.body.expires_in).toBeLessThanOrEqual(3600)
    seen.traded = answer.body.access_token
    const headers = { 'X-Auth-Token': seen.appPassword }
    expectPrinted(await ask({ ...request, headers }), 201, { scope: 'read' })
    const json = `{"username":"user@example.com",${credentials}}`
    expectPrintedError(await ask({ ...request, token: seen.appPassword, json }), 400, 'invalid_request')
  })

  it('renews a live session without a body: the same one, another token', async () => {
    const before = await ask({ method: 'GET', path: session, token: seen.token })
    const answer = await ask({ method: 'POST', path: session, token: seen.token })
    expectPrinted(answer, 200, { ...printedSession, session_id: before.body.id })
    expect(answer.body.access_token).not.toBe(seen.token)
  })

  it('ends what was made with an app password together with it', async () => {
    expect(await end(`/api/v1/me/app-passwords/${seen.appPasswordId}`, seen.token)).toBe(204)
    for (const token of [seen.appPassword, seen.traded])
      expectPrintedError(await ask({ method: 'GET', path: '/api/v1/apps', token }), 401, 'invalid_token')
  })

  it('ends the session (DELETE /api/v1/session)', async () => {
    expect(await end(session, seen.token)).toBe(204)
    for (const path of [session, '/api/v1/apps', '/api/v1/sessions'])
      expectPrintedError(await ask({ method: 'GET', path, token: seen.token }), 401, 'invalid_token')
    const again = await ask({ method: 'POST', path: session, token: seen.token })
    expectPrintedError(again, 401, 'invalid_token')
  })

  it('gives the same through the SDK', async () => {
    const { token } = await signUp(service)
    const client = service.as(token)
    const { data } = await getSession({ client, throwOnError: true })
    expect((await listSessions({ client })).data).toMatchObject([{ id: data.id, current: true }])
  })
})
