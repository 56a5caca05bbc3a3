import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  getUserinfo,
  listApps,
  revokeToken,
  updateApp,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { obtainTokens, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused } from '#test/support/answers.ts'
import { entryPoints, errorOf, post } from '#test/support/entryPoints.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, expectAlive, expectDead, introspect } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let opaque: AppRegistrationResponse
let open: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
  opaque = await registerTestApp(service, person, { access_token_format: 'opaque' })
  open = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
})

afterAll(() => service.stop())

const presenting = (token: string | undefined) => ({ grant_type: 'refresh_token', refresh_token: token })

describe('a refresh token that was used', () => {
  it('ends its grant, whichever entry point an old generation comes back to', async () => {
    for (const own of [app, opaque, open]) {
      for (const { name, ask } of entryPoints(service, own)) {
        const first = await obtainTokens(service, person, own)
        const second = (await ask(presenting(first.refresh_token))).body
        const third = (await ask(presenting(second.refresh_token))).body
        expect([name, errorOf(await ask(presenting(first.refresh_token)))]).toEqual([
          name,
          '400 invalid_grant',
        ])
        expect([name, errorOf(await ask(presenting(third.refresh_token)))]).toEqual([
          name,
          '400 invalid_grant',
        ])
        for (const { access_token: token } of [first, second, third])
          expectRefused(await getUserinfo({ client: service.as(token) }), 401, 'invalid_token')
      }
    }
  })

  it('ends its grant even under a bad scope or resource: a thief cannot try it out unnoticed', async () => {
    for (const more of [
      { scope: 'admin' },
      { scope: 'a  b' },
      { resource: 'https://evil.example/' },
      { resource: '#' },
    ]) {
      const [first] = entryPoints(service, app)
      const tokens = await obtainTokens(service, person, app)
      const second = (await first!.ask(presenting(tokens.refresh_token))).body
      const third = (await first!.ask(presenting(second.refresh_token))).body
      expect(errorOf(await first!.ask({ ...presenting(tokens.refresh_token), ...more }))).toBe(
        '400 invalid_grant',
      )
      expect(errorOf(await first!.ask(presenting(third.refresh_token)))).toBe('400 invalid_grant')
    }
  })

  it('gives all entry points the same successor when they race, and only one generation follows', async () => {
    for (const own of [app, opaque, open]) {
      const tokens = await obtainTokens(service, person, own)
      const ways = [...entryPoints(service, own), ...entryPoints(service, own)]
      const answers = await Promise.all(ways.map(({ ask }) => ask(presenting(tokens.refresh_token))))
      expect(answers.map(({ status }) => status)).toEqual(ways.map(() => 200))
      expect(new Set(answers.map(({ body }) => body.refresh_token)).size).toBe(1)
    }
  })
})

describe('a refresh token', () => {
  it('is worth nothing to any other app, and is not ended by it', async () => {
    const tokens = await obtainTokens(service, person, app)
    const strangers = [opaque, open, await registerTestApp(service, await signUp(service))]
    for (const stranger of strangers) {
      for (const { ask } of entryPoints(service, stranger))
        expect(errorOf(await ask(presenting(tokens.refresh_token)))).toBe('400 invalid_grant')
      const body = { token: tokens.refresh_token ?? '', ...credentialsOf(stranger) }
      await revokeToken({ client: service.as(), body, throwOnError: true })
    }
    await expectAlive(service, app, tokens.access_token)
    expect(errorOf(await entryPoints(service, app)[0]!.ask(presenting(tokens.refresh_token)))).toBe(
      '200 a token',
    )
  })

  it('is nothing but a refresh token', async () => {
    const { refresh_token: token = '', access_token } = await obtainTokens(service, person, app)
    expectRefused(await getUserinfo({ client: service.as(token) }), 401, 'invalid_token')
    expectRefused(await listApps({ client: service.as(token) }), 401, 'invalid_token')
    const asCode = {
      grant_type: 'authorization_code',
      code: token,
      redirect_uri: redirectUri,
      code_verifier: 'a'.repeat(43),
    }
    for (const { ask } of entryPoints(service, app)) {
      expect(errorOf(await ask(asCode))).toBe('400 invalid_grant')
      for (const other of [access_token, person.token, app.app_secret])
        expect(errorOf(await ask(presenting(other)))).toMatch(/^400 invalid_(grant|request)$/)
    }
    expect(await introspect(service, app, token)).not.toHaveProperty('token_type')
  })

  it('is bound to its text: no other spelling is it, and none ends it', async () => {
    const { refresh_token: token = '' } = await obtainTokens(service, person, app)
    const spellings = [
      ` ${token}`,
      `${token} `,
      `${token}=`,
      token.toUpperCase(),
      token.slice(8),
      `${token}\u0000`,
      `${token}.`,
    ]
    for (const { ask } of entryPoints(service, app))
      for (const spelling of spellings) expect(errorOf(await ask(presenting(spelling)))).toMatch(/^400 /)
    const json = entryPoints(service, app).find(({ name }) => name.startsWith('JSON'))
    for (const value of [[token], { token }, true, 7])
      expect(errorOf(await json!.ask(presenting(value as never)))).toBe('400 invalid_request')
    expect(errorOf(await json!.ask(presenting(token)))).toBe('200 a token')
  })

  it('gives nothing that lives, once a revocation has answered, however many uses run beside it', async () => {
    for (const own of [app, opaque]) {
      const tokens = await obtainTokens(service, person, own)
      const ways = entryPoints(service, own)
      const revocation = post(service, '/oauth2/revoke', {
        token: tokens.refresh_token,
        ...credentialsOf(own),
      })
      const uses = await Promise.all(ways.map(({ ask }) => ask(presenting(tokens.refresh_token))))
      expect((await revocation).status).toBe(200)
      for (const { body } of uses.filter(({ status }) => status === 200)) {
        await expectDead(service, own, body.access_token)
        expect(errorOf(await ways[0]!.ask(presenting(body.refresh_token)))).toBe('400 invalid_grant')
      }
    }
  })

  it('dies for good with the grant type: given back, the app finds it unused and no older', async () => {
    const own = await registerTestApp(service, person)
    const tokens = await obtainTokens(service, person, own)
    const setTypes = (grant_types: ('authorization_code' | 'refresh_token')[]) =>
      updateApp({
        client: service.as(person.token),
        path: { appId: own.app_id },
        body: { grant_types },
        throwOnError: true,
      })
    await setTypes(['authorization_code'])
    for (const { ask } of entryPoints(service, own))
      expect(errorOf(await ask(presenting(tokens.refresh_token)))).toBe('400 unauthorized_client')
    await setTypes(['authorization_code', 'refresh_token'])
    expect(errorOf(await entryPoints(service, own)[0]!.ask(presenting(tokens.refresh_token)))).toBe(
      '200 a token',
    )
  })

  it('of an app that became public is refused with its old secret, and bound to it without', async () => {
    const own = await registerTestApp(service, person)
    const tokens = await obtainTokens(service, person, own)
    const body = {
      token_endpoint_auth_method: 'none' as const,
      grant_types: ['authorization_code', 'refresh_token'] as const,
    }
    await updateApp({
      client: service.as(person.token),
      path: { appId: own.app_id },
      body: { ...body, grant_types: [...body.grant_types] },
      throwOnError: true,
    })
    for (const { ask } of entryPoints(service, own))
      expect(errorOf(await ask(presenting(tokens.refresh_token)))).toBe('401 invalid_client')
    const [asPublic] = entryPoints(service, { app_id: own.app_id })
    expect(errorOf(await asPublic!.ask(presenting(tokens.refresh_token)))).toBe('200 a token')
  })
})
