import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createAppPassword,
  deleteAccount,
  getAccount,
  getApp,
  getSession,
  listActivity,
  login,
  register,
  requestPasswordReset,
} from '../../../client/index.ts'
import { obtainTokens, password, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { connectApp, letIn } from '#test/support/connections.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { subjectsTo } from '#test/support/mails.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectDead, redeem, refresh, requestCode } from '#test/support/tokens.ts'
import { deleteAccounts } from '#src/jobs/deleteAccounts.ts'

const grace = 30 * 86_400

let service: TestService
let hasty: TestService
beforeAll(async () => {
  service = await startService()
  hasty = await startService({ LATCHKEY_DELETION_GRACE_SECONDS: '0' })
})
afterAll(() => Promise.all([service.stop(), hasty.stop()]))

const leave = ({ token }: Pick<Person, 'token'>, where = service) =>
  deleteAccount({ client: where.as(token) })

const loginStatus = async (email: string, where = service) =>
  status(await login({ client: where.as(), body: { email, password } }))

async function scriptOf(person: Person) {
  const body = { name: 'script', scopes: ['read' as const] }
  const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
  return service.as(data.app_password)
}

/** How many rows anywhere in the database still tell of a text. */
async function traces(where: TestService, text: string): Promise<Record<string, number>> {
  const tables = await runAsAdmin(
    where.database,
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
    [],
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const statement = `select count(*)::int as count from "${String(name)}" t where t::text ilike $1`
    const [row] = await runAsAdmin(where.database, statement, [`%${text}%`])
    if (Number(row?.count) > 0) counts[String(name)] = Number(row?.count)
  }
  return counts
}

describe('deleteAccount', () => {
  it('says when, tells the owner, and from this moment nothing of the account works', async () => {
    const person = await signUp(service)
    const other = await signIn(service, person.email)
    const script = await scriptOf(person)
    const { app, tokens } = await connectApp(service, person)
    const offline = await letIn(service, person, app, 'openid offline_access')
    const requested = await requestCode(service, person, app, { scope: 'openid email' })
    const answer = await leave(person)
    expect(status(answer)).toBe(200)
    const due = new Date(answer.data!.deletion_at).getTime() - service.clock.now().getTime()
    expect(Math.abs(due / 1000 - grace)).toBeLessThan(5)
    for (const token of [person.token, other])
      expectRefused(await getSession({ client: service.as(token) }), 401, 'invalid_token')
    expectRefused(await getAccount({ client: script }), 401, 'invalid_token')
    for (const { access_token: token, refresh_token: refreshToken } of [tokens, offline]) {
      await expectDead(service, app, token)
      expectRefused(await refresh(service, app, refreshToken), 400, 'invalid_grant')
    }
    expectRefused(await redeem(service, app, requested), 400, 'invalid_grant')
    expect(await subjectsTo(service, person.email)).toEqual(['Your account is going to be deleted'])
  })

  it('is taken back by a sign-in within the grace period; what was ended stays ended', async () => {
    const person = await signUp(service)
    const script = await scriptOf(person)
    const { app, tokens } = await connectApp(service, person)
    await leave(person)
    service.clock.advance(grace - 60)
    expectRefused(
      await login({ client: service.as(), body: { email: person.email, password: 'wrong' } }),
      401,
      'invalid_credentials',
    )
    expectRefused(await getAccount({ client: script }), 401, 'invalid_token')
    const token = await signIn(service, person.email)
    const { data: account } = await getAccount({ client: service.as(token) })
    expect(account).toMatchObject({ id: person.id, deletion_at: null })
    expect(status(await getAccount({ client: script }))).toBe(200)
    expectRefused(await getSession({ client: service.as(person.token) }), 401, 'invalid_token')
    expectRefused(await refresh(service, app, tokens.refresh_token), 400, 'invalid_grant')
    expect((await subjectsTo(service, person.email)).at(-1)).toBe('Your account stays')
    const { data = [] } = await listActivity({ client: service.as(token) })
    expect(
      data
        .map(({ kind }) => kind)
        .slice(0, 3)
        .toSorted(),
    ).toEqual(['account_deletion_cancelled', 'account_deletion_requested', 'signed_in'])
    service.clock.advance(120)
    await deleteAccounts(service.running.context)
    expect(await loginStatus(person.email)).toBe(200)
  })

  it('deletes everything when the time has come, and leaves no trace', async () => {
    const person = await signUp(service)
    const { app, tokens } = await connectApp(service, person)
    const own = await registerTestApp(service, person)
    const neighbour = await signUp(service)
    const body = { consent: 'approve', scope: 'openid email' } as const
    const neighbours = await obtainTokens(service, neighbour, own, body)
    await scriptOf(person)
    await requestPasswordReset({ client: service.as(), body: { email: person.email }, throwOnError: true })
    await leave(person)
    service.clock.advance(grace - 5)
    expect(await deleteAccounts(service.running.context)).toBe(0)
    service.clock.advance(6)
    expect(await deleteAccounts(service.running.context)).toBe(1)
    expect((await subjectsTo(service, person.email)).at(-1)).toBe('Your account was deleted')
    expect(await loginStatus(person.email)).toBe(401)
    expect(await traces(service, person.id)).toEqual({})
    expect(await traces(service, person.email)).toEqual({})
    await expectDead(service, app, tokens.access_token)
    expectRefused(await refresh(service, own, neighbours.refresh_token), 401, 'invalid_client')
    const path = { appId: own.app_id }
    expectRefused(
      await getApp({ client: service.as(await signIn(service, neighbour.email)), path }),
      404,
      'not_found',
    )
    const again = await register({ client: service.as(), body: { email: person.email, password } })
    expect(again.data?.id).not.toBe(person.id)
    expect(await deleteAccounts(service.running.context)).toBe(0)
  })

  it('deletes at once where there is no grace period', async () => {
    const person = await signUp(hasty)
    expect(status(await leave(person, hasty))).toBe(200)
    expect(await loginStatus(person.email, hasty)).toBe(401)
    expect(await traces(hasty, person.id)).toEqual({})
    expect(await subjectsTo(hasty, person.email)).toEqual(['Your account was deleted'])
    expectRefused(await getSession({ client: hasty.as(person.token) }), 401, 'invalid_token')
  })

  it('leaves the account as it was, or as it is to be, when somebody signs in at that moment', async () => {
    for (let round = 0; round < 8; round++) {
      const person = await signUp(service)
      const body = { email: person.email, password }
      const [left, ...signIns] = await Promise.all([
        leave(person),
        login({ client: service.as(), body }),
        login({ client: service.as(), body }),
      ])
      expect(status(left)).toBe(200)
      const tokens = signIns.flatMap(({ data }) => (data && 'token' in data ? [data.token] : []))
      const states = await Promise.all(
        tokens.map(async (token) => status(await getAccount({ client: service.as(token) }))),
      )
      const [row] = await runAsAdmin(
        service.database,
        'select deletion_requested_at as at from users where id = $1',
        [person.id],
      )
      // Whoever is in has taken it back; where nobody is, it goes on.
      expect(states.includes(200)).toBe(row?.at === null)
      for (const signedIn of signIns) expect([200, 503]).toContain(status(signedIn))
    }
  })

  it('asks for a fresh sign-in', async () => {
    const person = await signUp(service)
    service.clock.advance(301)
    const answer = await leave(person)
    expectRefused(answer, 401, 'insufficient_user_authentication')
    expect(header(answer, 'www-authenticate')).toContain('max_age="300"')
    expect(status(await getSession({ client: service.as(person.token) }))).toBe(200)
  })

  it('opens to no app password and to nobody', async () => {
    const person = await signUp(service)
    const body = { name: 'script', scopes: ['read' as const, 'write' as const] }
    const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    expectRefused(await leave({ token: data.app_password }), 403, 'insufficient_scope')
    expectRefused(await leave({ token: 'nonsense' }), 401, 'invalid_token')
    expect(await loginStatus(person.email)).toBe(200)
  })
})
