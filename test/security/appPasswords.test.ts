import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  confirmPasswordReset,
  createSession,
  getSession,
  listApps,
  listAppPasswords,
  requestPasswordReset,
} from '../../client/index.ts'
import { kindOfSecret } from '#src/domain/token/secret.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { dumpDatabase } from '#test/support/dump.ts'
import { mailedTokens } from '#test/support/mailedTokens.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, trade } from '#test/support/sessions.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' })
})

afterAll(() => service.stop())

const opens = async (token: string) => status(await listApps({ client: service.as(token) }))

describe('an app password', () => {
  it('has 256 random bits, a prefix and a checksum that scanners know it by', async () => {
    const person = await signUp(service)
    const secrets = await Promise.all(Array.from({ length: 20 }, () => giveAppPassword(service, person)))
    const texts = secrets.map((made) => made.app_password)
    expect(new Set(texts).size).toBe(20)
    for (const text of texts) {
      expect(kindOfSecret(text)).toBe('appPassword')
      expect(Buffer.from(text.slice('apppw_'.length, -6), 'base64url')).toHaveLength(32)
    }
  })

  it('stands in no table and no log line, and neither does the token of a session made from it', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    const { access_token: token } = await trade(service, secret)
    await opens(secret)
    await send(service.url, { method: 'GET', path: `/api/v1/apps?token=${secret}`, headers: {} })
    const told = (await dumpDatabase(service.database)) + service.log.join('\n')
    for (const text of [secret, secret.slice('apppw_'.length, -6), token]) {
      expect(told).not.toContain(text)
      expect(told).not.toContain(Buffer.from(text).toString('hex'))
    }
  })

  it('is its exact text', async () => {
    const { app_password: secret } = await giveAppPassword(service, await signUp(service))
    const other = secret.replace(/^apppw_./, (start) => `apppw_${start.endsWith('A') ? 'B' : 'A'}`)
    for (const spelling of [
      other,
      secret.toUpperCase(),
      secret.slice(0, -1),
      `${secret}=`,
      `${secret}x`,
      secret.slice('apppw_'.length),
      `app_${secret.slice('apppw_'.length)}`,
      `secret_${secret.slice('apppw_'.length)}`,
    ])
      expectRefused(await listApps({ client: service.as(spelling) }), 401, 'invalid_token')
  })

  it('that is unknown, expired or deleted gets one answer', async () => {
    const person = await signUp(service)
    const [brief, gone] = [
      await giveAppPassword(service, person, { expires_in: 60 }),
      await giveAppPassword(service, person),
    ]
    await service.running.context.store.appPasswords.delete(gone.id, null)
    service.clock.advance(61)
    const answers = await Promise.all(
      [brief.app_password, gone.app_password, 'apppw_unknown'].map((token) =>
        listApps({ client: service.as(token) }),
      ),
    )
    const [first, ...rest] = answers.map((answer) => expectRefused(answer, 401, 'invalid_token'))
    for (const refusal of rest) expect(withoutRequestId(refusal)).toEqual(withoutRequestId(first!))
  })

  it.each(['suspended_at', 'deletion_requested_at'])('is shut while its user has %s', async (column) => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    const { access_token: token } = await trade(service, secret)
    const set = (value: string) =>
      runAsAdmin(service.database, `update users set ${column} = ${value} where id = $1`, [person.id])
    await set('now()')
    expect([await opens(secret), await opens(token)]).toEqual([401, 401])
    for (const each of [secret, token])
      expectRefused(await createSession({ client: service.as(each) }), 401, 'invalid_token')
    await set('null')
    expect([await opens(secret), await opens(token)]).toEqual([200, 200])
  })

  it('goes with a password that was forgotten: who had the account may have made it', async () => {
    const [person, stranger] = [await signUp(service), await signUp(service)]
    const { app_password: secret } = await giveAppPassword(service, person)
    const { app_password: others } = await giveAppPassword(service, stranger)
    const { access_token: token } = await trade(service, secret)
    await requestPasswordReset({ client: service.as(), body: { email: person.email } })
    const [link = ''] = await mailedTokens(service, person.email)
    const body = { token: link, password: 'another password' }
    expect(status(await confirmPasswordReset({ client: service.as(), body }))).toBe(200)
    expect([await opens(secret), await opens(token), await opens(others)]).toEqual([401, 401, 200])
  })

  it('gives its session no more: not by headers, body, query or renewal', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person, { scopes: ['read'] })
    const post = (path: string, body?: object) =>
      send(service.url, {
        method: 'POST',
        path,
        headers: { authorization: `Bearer ${secret}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
    for (const body of [{}, { scope: 'full' }, { scopes: ['read', 'write'] }, { expires_in: 86_400 }])
      expect((await post('/api/v1/session', body)).status).toBe(400)
    expect((await post('/api/v1/session?scope=write')).status).toBe(400)
    let { access_token: token } = await trade(service, secret)
    for (let times = 0; times < 3; times++) {
      const renewed = await trade(service, token)
      expect(renewed.scope).toBe('read')
      token = renewed.access_token
    }
    expectRefused(await listAppPasswords({ client: service.as(token) }), 403, 'insufficient_scope')
  })

  it('never keeps a session alive that its owner has ended', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    const { access_token: token, session_id } = await trade(service, secret)
    await service.running.context.store.sessions.end(session_id, service.clock.now())
    await opens(secret)
    expect(await isLive(service, token)).toBe(false)
    const { data } = await getSession({ client: service.as((await trade(service, secret)).access_token) })
    expect(data?.id).not.toBe(session_id)
  })
})
