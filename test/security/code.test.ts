import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  deleteApp,
  getUserinfo,
  listApps,
  updateApp,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { redirectUri, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused } from '#test/support/answers.ts'
import { databaseOf } from '#test/support/behindService.ts'
import { runAsAdmin, type DatabaseAddress } from '#test/support/database.ts'
import { entryPoints, errorOf } from '#test/support/entryPoints.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive, expectDead, introspect, requestCode, type RequestedCode } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let opaque: AppRegistrationResponse
let open: AppRegistrationResponse
let database: DatabaseAddress

beforeAll(async () => {
  service = await startService()
  database = await databaseOf(service)
  person = await signUp(service)
  app = await registerTestApp(service, person)
  opaque = await registerTestApp(service, person, { access_token_format: 'opaque' })
  open = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
})

afterAll(() => service.stop())

function exchange({ code, verifier }: RequestedCode, more: Record<string, string | undefined> = {}) {
  return {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
    ...more,
  }
}

describe('a code that was used', () => {
  it('ends what it gave, whichever entry point it comes back to', async () => {
    for (const own of [app, opaque, open]) {
      const ways = entryPoints(service, own)
      for (const [index, { name, ask }] of ways.entries()) {
        const requested = await requestCode(service, person, own)
        const first = await ways[(index + 1) % ways.length]!.ask(exchange(requested))
        expect([name, errorOf(first)]).toEqual([name, '200 a token'])
        await expectAliveFor(own, first.body.access_token)
        expect([name, errorOf(await ask(exchange(requested)))]).toEqual([name, '400 invalid_grant'])
        expectRefused(
          await getUserinfo({ client: service.as(first.body.access_token) }),
          401,
          'invalid_token',
        )
        const refresh = { grant_type: 'refresh_token', refresh_token: first.body.refresh_token }
        expect([name, errorOf(await ask(refresh))]).toEqual([name, '400 invalid_grant'])
      }
    }
  })

  it('is won once when all entry points race for it', async () => {
    for (const own of [app, opaque, open]) {
      const requested = await requestCode(service, person, own)
      const ways = [...entryPoints(service, own), ...entryPoints(service, own)]
      const answers = await Promise.all(ways.map(({ ask }) => ask(exchange(requested))))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const won = answers.find(({ status }) => status === 200)
      expectRefused(await getUserinfo({ client: service.as(won?.body.access_token) }), 401, 'invalid_token')
    }
  })

  it('cannot be used against its owner by whoever cannot prove possession', async () => {
    const thief = await registerTestApp(service, await signUp(service))
    const requested = await requestCode(service, person, app)
    const [first] = entryPoints(service, app)
    const { body } = await first!.ask(exchange(requested))
    for (const { ask } of entryPoints(service, thief))
      expect(errorOf(await ask(exchange(requested)))).toBe('400 invalid_grant')
    for (const more of [
      { code_verifier: 'a'.repeat(43) },
      { code_verifier: undefined },
      { redirect_uri: 'https://evil.example/' },
    ])
      expect(errorOf(await first!.ask(exchange(requested, more)))).toBe('400 invalid_grant')
    await expectAlive(service, app, body.access_token)
  })
})

describe('a code', () => {
  it('is bound to its text: no other spelling is it', async () => {
    const requested = await requestCode(service, person, app)
    const { code } = requested
    for (const spelling of [
      ` ${code}`,
      `${code} `,
      code.toUpperCase(),
      code.slice(5),
      `${code}=`,
      encodeURIComponent(`${code}&`),
    ])
      for (const { ask } of entryPoints(service, app))
        expect(errorOf(await ask(exchange({ ...requested, code: spelling })))).toBe('400 invalid_grant')
    const json = entryPoints(service, app).find(({ name }) => name.startsWith('JSON'))
    for (const value of [[code], { code }, 1, true])
      expect(errorOf(await json!.ask(exchange({ ...requested, code: value as never })))).toMatch(/^400 /)
  })

  it('is nothing but a code', async () => {
    const { code } = await requestCode(service, person, app)
    expectRefused(await getUserinfo({ client: service.as(code) }), 401, 'invalid_token')
    expectRefused(await listApps({ client: service.as(code) }), 401, 'invalid_token')
    expect(await introspect(service, app, code)).toEqual({ active: false })
    for (const { ask } of entryPoints(service, app))
      expect(errorOf(await ask({ grant_type: 'refresh_token', refresh_token: code }))).toBe(
        '400 invalid_grant',
      )
  })

  it('of another user’s session gives that user’s tokens, whoever redeems it: the app has to check its state', async () => {
    const other = await signUp(service)
    const requested = await requestCode(service, other, app, { consent: 'approve' })
    const [first] = entryPoints(service, app)
    const { body } = await first!.ask(exchange(requested))
    const { data } = await getUserinfo({ client: service.as(body.access_token) })
    expect(data?.sub).toBe(other.id)
  })

  const ends: readonly (readonly [
    string,
    (owner: Person, own: AppRegistrationResponse) => Promise<unknown>,
  ])[] = [
    [
      'its user is suspended',
      (owner) => change('update users set suspended_at = now() where id = $1', owner.id),
    ],
    [
      'its session is ended',
      (owner) => change('update sessions set ended_at = now() where user_id = $1', owner.id),
    ],
    ['its user is deleted', (owner) => change('delete from users where id = $1', owner.id)],
    [
      'the grant was revoked',
      (owner) => change('update grants set revoked_at = now() where user_id = $1', owner.id),
    ],
    [
      'the app may no longer use codes',
      (owner, own) =>
        updateApp({
          client: service.as(owner.token),
          path: { appId: own.app_id },
          body: { grant_types: ['client_credentials'], redirect_uris: [], scopes: [] },
          throwOnError: true,
        }),
    ],
    [
      'its app is deleted',
      (owner, own) =>
        deleteApp({ client: service.as(owner.token), path: { appId: own.app_id }, throwOnError: true }),
    ],
  ]

  it.each(ends)('gives nothing any more when %s, and neither does what was given before', async (_, end) => {
    for (const access_token_format of ['jwt', 'opaque'] as const) {
      const owner = await signUp(service)
      const own = await registerTestApp(service, owner, { access_token_format })
      const requested = await requestCode(service, owner, own)
      const ways = entryPoints(service, own)
      const given = await ways[0]!.ask(exchange(await requestCode(service, owner, own)))
      await end(owner, own)
      for (const { ask } of ways) {
        expect(errorOf(await ask(exchange(requested)))).toMatch(/^40[01] /)
        const refresh = { grant_type: 'refresh_token', refresh_token: given.body.refresh_token }
        expect(errorOf(await ask(refresh))).toMatch(/^40[01] /)
      }
    }
  })

  it('outlives no sign-in: ended with its session while a newer session goes on', async () => {
    const owner = await signUp(service)
    const own = await registerTestApp(service, owner)
    const requested = await requestCode(service, owner, own)
    await change('update sessions set ended_at = now() where user_id = $1', owner.id)
    const token = await signIn(service, owner.email)
    const [first] = entryPoints(service, own)
    expect(errorOf(await first!.ask(exchange(requested)))).toBe('400 invalid_grant')
    const anew = await first!.ask(exchange(await requestCode(service, { ...owner, token }, own)))
    expect(errorOf(anew)).toBe('200 a token')
    await change('update sessions set ended_at = now() where user_id = $1', owner.id)
    await expectDead(service, own, anew.body.access_token)
  })
})

/** Does behind the service what no operation does yet. */
function change(statement: string, id: string) {
  return runAsAdmin(database, statement, [id])
}

async function expectAliveFor(own: AppRegistrationResponse, token: string): Promise<void> {
  if (own.app_secret !== undefined) return expectAlive(service, own, token)
  expect((await getUserinfo({ client: service.as(token) })).response?.status).toBe(200)
}
