import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSession, getSession, listApps, login, registerApp } from '../../../client/index.ts'
import { password, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, sessionsOf, trade } from '#test/support/sessions.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const path = '/api/v1/session'
const json = { 'content-type': 'application/json' }

/** Seconds from now until that moment, to the second. */
function secondsUntil(moment: string | null | undefined): number {
  return Math.round((Date.parse(moment ?? '') - service.clock.now().getTime()) / 1000)
}

describe('createSession', () => {
  it.each(['username', 'email'])(
    'opens a session that opens everything, with password and %s',
    async (name) => {
      const person = await signUp(service)
      const body = { [name]: person.email, password } as { username: string; password: string }
      const answer = await createSession({ client: service.as(), body })
      expect(status(answer)).toBe(201)
      expect(header(answer, 'cache-control')).toBe('no-store')
      const { data } = answer
      expect(data).toEqual({
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        token_type: 'Bearer',
        expires_in: 3600,
        session_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        scope: 'full read write',
        user: { id: person.id, email: person.email, created_at: expect.stringMatching(/Z$/) },
      })
      const app = { name: 'Mine', redirect_uris: ['https://example.com/callback'], scopes: ['openid'] }
      const client = service.as(data?.access_token)
      expect(status(await registerApp({ client, body: app }))).toBe(201)
      expect(await sessionsOf(service, person.token)).toHaveLength(2)
    },
  )

  it('answers for a wrong password as for an unknown account, and opens nothing', async () => {
    const person = await signUp(service)
    const client = service.as()
    const wrong = await createSession({
      client,
      body: { username: person.email, password: 'wrong password' },
    })
    const unknown = await createSession({ client, body: { username: 'nobody@example.com', password } })
    const [one, other] = [wrong, unknown].map((answer) => expectRefused(answer, 401, 'invalid_credentials'))
    expect(withoutRequestId(one!)).toEqual(withoutRequestId(other!))
    expect(await sessionsOf(service, person.token)).toHaveLength(1)
  })

  it('counts guesses together with those at login: whoever guesses is locked out of both', async () => {
    const { email } = await signUp(service)
    const client = service.as()
    for (let guess = 0; guess < 10; guess++) {
      const body = { username: email, password: `wrong password ${guess}` }
      expectRefused(await createSession({ client, body }), 401, 'invalid_credentials')
    }
    for (const attempt of [
      await createSession({ client, body: { username: email, password } }),
      await login({ client, body: { email, password } }),
    ])
      expectRefused(attempt, 401, 'invalid_credentials')
  })

  it('trades an app password, by either header, for a session that never exceeds it', async () => {
    const person = await signUp(service)
    const { app_password: secret, id } = await giveAppPassword(service, person, { scopes: ['read'] })
    const carriers: Record<string, string>[] = [
      { authorization: `Bearer ${secret}` },
      { 'x-auth-token': secret },
    ]
    for (const headers of carriers) {
      const { status: code, body } = await send(service.url, { method: 'POST', path, headers })
      expect({ code, ...body }).toMatchObject({ code: 201, scope: 'read', expires_in: 3600 })
      const client = service.as(body.access_token)
      expect(status(await listApps({ client }))).toBe(200)
      const app = { name: 'Mine', redirect_uris: ['https://example.com/callback'], scopes: ['openid'] }
      expectRefused(await registerApp({ client, body: app }), 403, 'insufficient_scope')
      const { data } = await getSession({ client })
      expect(data).toMatchObject({ app_password_id: id, amr: [], acr: 'aal1', scope: 'read' })
      expect(secondsUntil(data?.expires_at)).toBeLessThanOrEqual(3600)
    }
  })

  it('gives such a session no longer than the app password lives', async () => {
    const person = await signUp(service)
    const { app_password: secret, expires_at: end } = await giveAppPassword(service, person, {
      expires_in: 600,
    })
    service.clock.advance(590)
    const session = await trade(service, secret)
    expect(session.expires_in).toBeLessThanOrEqual(10)
    const { data } = await getSession({ client: service.as(session.access_token) })
    expect(data?.expires_at).toBe(end)
    service.clock.advance(11)
    expect(await isLive(service, session.access_token)).toBe(false)
    expectRefused(await createSession({ client: service.as(secret) }), 401, 'invalid_token')
  })

  it('renews a session: the same one, another token, and the former works until its own end', async () => {
    const { email, token } = await signUp(service)
    service.clock.advance(3000)
    const answer = await createSession({ client: service.as(token) })
    expect(status(answer)).toBe(200)
    const renewed = answer.data!
    const { data: session } = await getSession({ client: service.as(token) })
    expect(renewed).toMatchObject({ session_id: session?.id, expires_in: 3600, scope: 'full read write' })
    expect(renewed.access_token).not.toBe(token)
    expect(await sessionsOf(service, token)).toHaveLength(1)
    service.clock.advance(601)
    expect(await isLive(service, token)).toBe(false)
    expect(await isLive(service, renewed.access_token)).toBe(true)
    // A renewal proves nobody anew, and moves no end.
    const { data } = await getSession({ client: service.as(renewed.access_token) })
    expect(data).toMatchObject({ auth_time: session?.auth_time, expires_at: session?.expires_at })
    expect(await sessionsOf(service, await signIn(service, email))).toHaveLength(2)
  })

  it('never renews a session beyond its own end, nor one made from an app password beyond an hour', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    const first = await trade(service, secret)
    service.clock.advance(3500)
    const renewed = await trade(service, first.access_token)
    expect(renewed).toMatchObject({ session_id: first.session_id, scope: 'read write' })
    expect(renewed.expires_in).toBeLessThanOrEqual(100)
    service.clock.advance(101)
    expect(await isLive(service, renewed.access_token)).toBe(false)
    expectRefused(await createSession({ client: service.as(renewed.access_token) }), 401, 'invalid_token')
  })

  it('keeps ten tokens of a session at most, also when many are asked for at once: the oldest end', async () => {
    const { token } = await signUp(service)
    const tokens: string[] = []
    for (const isFirstLive of [true, true, false]) {
      service.clock.advance(1)
      const renewals = Array.from({ length: 4 }, () => trade(service, tokens.at(-1) ?? token))
      tokens.push(...(await Promise.all(renewals)).map(({ access_token }) => access_token))
      expect(await isLive(service, token)).toBe(isFirstLive)
    }
    const live = await Promise.all(tokens.map((each) => isLive(service, each)))
    expect(live.filter(Boolean)).toHaveLength(10)
    expect(live.slice(4).every(Boolean)).toBe(true)
  })

  it('keeps ten sessions of an app password at most: the oldest end', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    const tokens: string[] = []
    for (let count = 0; count < 11; count++) {
      service.clock.advance(1)
      tokens.push((await trade(service, secret)).access_token)
    }
    const live = await Promise.all(tokens.map((each) => isLive(service, each)))
    expect(live).toEqual([false, ...Array.from({ length: 10 }, () => true)])
    expect(await isLive(service, person.token)).toBe(true)
  })

  it('refuses a token and credentials together, and opens nothing', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    const body = { username: person.email, password }
    for (const token of [person.token, secret])
      expectRefused(await createSession({ client: service.as(token), body }), 400, 'invalid_request')
    expect(await sessionsOf(service, person.token)).toHaveLength(1)
  })

  it('takes no bad token for none: right credentials beside it open nothing', async () => {
    const person = await signUp(service)
    const body = JSON.stringify({ username: person.email, password })
    const ended = await signUp(service)
    service.clock.advance(3601)
    for (const token of ['garbage', 'apppw_garbage', '', ended.token]) {
      const headers = { ...json, 'x-auth-token': token }
      const answer = await send(service.url, { method: 'POST', path, headers, body })
      expect([answer.status, answer.body.error]).toEqual([401, 'invalid_token'])
    }
    const two = { ...json, 'x-auth-token': 'one', authorization: 'Bearer other' }
    expect((await send(service.url, { method: 'POST', path, headers: two, body })).status).toBe(400)
    expect(await sessionsOf(service, await signIn(service, person.email))).toHaveLength(2)
  })

  it('asks for something that proves who it is', async () => {
    const answer = await createSession({ client: service.as() })
    expectRefused(answer, 401, 'invalid_token')
    expect(header(answer, 'www-authenticate')).toBe('Bearer realm="latchkey"')
  })

  it.each([
    ['nothing', {}, ['/password']],
    ['a name alone', { username: 'user@example.com' }, ['/password']],
    ['a password alone', { password }, []],
    ['two names', { username: 'user@example.com', email: 'user@example.com', password }, []],
    ['a list of names', { username: ['user@example.com'], password }, ['/username']],
    ['a name that is too long', { username: 'x'.repeat(321), password }, ['/username']],
    [
      'a password that is too long',
      { username: 'user@example.com', password: 'x'.repeat(1025) },
      ['/password'],
    ],
    ['a scope of my choice', { username: 'user@example.com', password, scope: 'full' }, ['']],
  ])('refuses %s', async (_, body, paths) => {
    const answer = await createSession({ client: service.as(), body: body as never })
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual(paths)
  })
})
