import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  authorize,
  getJwks,
  getLiveness,
  getOpenidConfiguration,
  getReadiness,
  getUserinfo,
  introspectToken,
  issueToken,
  listApps,
  login,
  register,
  registerApp,
  revokeToken,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { codeStatements } from '#src/store/mikro/codes.store.ts'
import { refreshTokenStatements } from '#src/store/mikro/refreshTokens.store.ts'
import { sessionStatements } from '#src/store/mikro/sessions.store.ts'
import {
  obtainTokens,
  password,
  redirectUri,
  registerTestApp,
  signIn,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import { openFaultProxy, type FaultProxy } from '#test/support/faultProxy.ts'
import {
  databaseUrl,
  endPrograms,
  stageOf,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'
import { credentialsOf, redeem, refresh, requestCode } from '#test/support/tokens.ts'

let database: TestDatabase
let proxy: FaultProxy
let service: ServiceProcess
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  database = await createDatabase()
  proxy = await openFaultProxy(database.connection)
  service = await startServiceProcess({
    DATABASE_URL: databaseUrl(proxy.connection),
    LATCHKEY_SECRET: 'the secret of a test',
  })
  person = await signUp(stageOf(service))
  app = await registerTestApp(stageOf(service), person)
})

beforeEach(() => proxy.set('healthy'))

afterAll(async () => {
  await endPrograms()
  await proxy.close()
  await database.drop()
})

type Answer = { readonly data?: unknown; readonly error?: unknown; readonly response?: Response }

/** Asks once and tells how many milliseconds the answer took. */
async function timed(ask: () => Promise<Answer>) {
  const begun = performance.now()
  const answer = await ask()
  return { answer, ms: performance.now() - begun }
}

/** Everything that needs the database, each with credentials that are good. */
async function prepareQuestions(): Promise<Record<string, () => Promise<Answer>>> {
  const stage = stageOf(service)
  const tokens = await obtainTokens(stage, person, app)
  const code = await requestCode(stage, person, app)
  const client = service.as()
  const own = credentialsOf(app)
  const account = { email: `someone-${crypto.randomUUID()}@example.com`, password }
  return {
    register: () => register({ client, body: account }),
    login: () => login({ client, body: { email: person.email, password } }),
    listApps: () => listApps({ client: service.as(person.token) }),
    registerApp: () => registerApp({ client: service.as(person.token), body: { name: 'Another' } }),
    authorize: () =>
      authorize({
        client: service.as(person.token),
        body: {
          response_type: 'code',
          client_id: app.app_id,
          redirect_uri: redirectUri,
          code_challenge: 'x'.repeat(43),
          code_challenge_method: 'S256',
        },
      }),
    exchange: () => redeem(stage, app, code),
    refresh: () => refresh(stage, app, tokens.refresh_token),
    clientCredentials: () => issueToken({ client, body: { grant_type: 'client_credentials', ...own } }),
    userinfo: () => getUserinfo({ client: service.as(tokens.access_token) }),
    introspect: () => introspectToken({ client, body: { token: tokens.access_token, ...own } }),
    revoke: () => revokeToken({ client, body: { token: 'refresh_unknown', ...own } }),
  }
}

/**
 * For so long an app may be known from memory without proof, in milliseconds (docs/decisions/0050): until then it may have a token of
 * its own, as `postgres.test.ts` says. The other process has a clock of its own.
 */
const recallMs = 1_000

/** Expects "not now", which no client can take for "never". */
function expectUnavailable(answer: Answer): void {
  expectRefused(answer, 503, 'temporarily_unavailable')
  expect(Number(header(answer, 'retry-after'))).toBeGreaterThan(0)
  expect(header(answer, 'www-authenticate')).toBeNull()
}

/** Asks everything at once. */
async function askAll(questions: Record<string, () => Promise<Answer>>) {
  const asked = Object.entries(questions).map(async ([name, ask]) => ({ name, ...(await timed(ask)) }))
  return Promise.all(asked)
}

/** What needs no database goes on. */
async function expectAlive(): Promise<void> {
  const client = service.as()
  const answers = await Promise.all([
    timed(() => getLiveness({ client })),
    timed(() => getOpenidConfiguration({ client })),
    timed(() => getJwks({ client })),
  ])
  expect(answers.map(({ answer }) => status(answer))).toEqual([200, 200, 200])
  for (const { ms } of answers) expect(ms).toBeLessThan(2_000)
}

/** The same process serves again, within three seconds. */
async function expectRecovery(): Promise<void> {
  const isServing = async () => status(await getReadiness({ client: service.as() }))
  await expect.poll(isServing, { timeout: 3_000, interval: 50 }).toBe(200)
  expect(await signIn(stageOf(service), person.email)).toMatch(/./)
  expect(process.kill(service.pid, 0)).toBe(true)
}

describe('while the database refuses connections', () => {
  it('every operation that needs it answers 503 soon, the rest goes on, and nothing was lost', async () => {
    const questions = await prepareQuestions()
    await proxy.set('refusing')
    await pause(recallMs)
    for (const { name, answer, ms } of await askAll(questions)) {
      expectUnavailable(answer)
      expect(ms, name).toBeLessThan(4_000)
    }
    const ready = await timed(() => getReadiness({ client: service.as() }))
    expectUnavailable(ready.answer)
    expect(ready.ms).toBeLessThan(2_000)
    await expectAlive()
    await proxy.set('healthy')
    await expectRecovery()
    // Nothing of what was refused had happened: the same code, refresh token and address are good.
    for (const { name, answer } of await askAll(questions)) expect([200, 201], name).toContain(status(answer))
  })

  it('a bad token is not called bad before anybody could look', async () => {
    await proxy.set('refusing')
    expectUnavailable(await getUserinfo({ client: service.as('no token of ours') }))
    const body = {
      grant_type: 'client_credentials',
      client_id: 'app_unknown',
      client_secret: 'wrong',
    } as const
    expectUnavailable(await issueToken({ client: service.as(), body }))
    expectUnavailable(await login({ client: service.as(), body: { email: person.email, password: 'wrong' } }))
  })
})

describe('when connections are cut under requests', () => {
  it('each is answered, by what it asked for or by 503, and the next ones are served', async () => {
    const stage = stageOf(service)
    const codes = await Promise.all(Array.from({ length: 20 }, () => requestCode(stage, person, app)))
    const asked = codes.map((code) => redeem(stage, app, code))
    await Promise.race(asked)
    proxy.cut()
    for (const answer of await Promise.all(asked)) if (status(answer) !== 200) expectUnavailable(answer)
    await expectRecovery()
  })
})

describe('while the database is frozen', () => {
  it('no request waits longer than 8 seconds, none is refused for good, and all work afterwards', async () => {
    const questions = await prepareQuestions()
    await proxy.set('frozen')
    await pause(recallMs)
    const [answers, ready] = await Promise.all([
      askAll(questions),
      timed(() => getReadiness({ client: service.as() })),
      expectAlive(),
    ])
    for (const { name, answer, ms } of answers) {
      expectUnavailable(answer)
      expect(ms, name).toBeLessThan(8_000)
    }
    expectUnavailable(ready.answer)
    expect(ready.ms).toBeLessThan(3_000)
    await proxy.set('healthy')
    await expectRecovery()
  })

  it('a crowd larger than the pool does not wait longer either', async () => {
    await proxy.set('frozen')
    const crowd = Array.from({ length: 60 }, () =>
      timed(() => login({ client: service.as(), body: { email: person.email, password } })),
    )
    for (const { answer, ms } of await Promise.all(crowd)) {
      expectUnavailable(answer)
      expect(ms).toBeLessThan(8_000)
    }
    await proxy.set('healthy')
    await expectRecovery()
  })
})

describe('when the answer of a write is lost', () => {
  const countOf = async (table: string, condition: string, values: readonly unknown[]) => {
    const [row] = await runAsAdmin(
      database.connection,
      `select count(*)::int as count from ${table} where ${condition}`,
      values,
    )
    return Number(row?.['count'])
  }

  it('a refresh is repeated and gives the successor that is stored', async () => {
    const stage = stageOf(service)
    const tokens = await obtainTokens(stage, person, app)
    const before = await countOf('refresh_tokens', 'true', [])
    proxy.loseAnswerTo(refreshTokenStatements.rotate.name)
    expectUnavailable(await refresh(stage, app, tokens.refresh_token))
    expect(await countOf('refresh_tokens', 'true', [])).toBe(before + 1)
    const again = await refresh(stage, app, tokens.refresh_token)
    expect(status(again)).toBe(200)
    expect(await countOf('refresh_tokens', 'true', [])).toBe(before + 1)
    expect(status(await refresh(stage, app, again.data?.refresh_token))).toBe(200)
  })

  it('a code is spent: it gives nothing twice, and its grant ends', async () => {
    const stage = stageOf(service)
    const code = await requestCode(stage, person, app)
    const revoked = await countOf('grants', 'revoked_at is not null', [])
    proxy.loseAnswerTo(codeStatements.redeem.name)
    expectUnavailable(await redeem(stage, app, code))
    expect(await countOf('grants', 'revoked_at is not null', [])).toBe(revoked)
    expectRefused(await redeem(stage, app, code), 400, 'invalid_grant')
    expect(await countOf('grants', 'revoked_at is not null', [])).toBe(revoked + 1)
  })

  it('a login is simply done again', async () => {
    const body = { email: person.email, password }
    proxy.loseAnswerTo(sessionStatements.open.name)
    expectUnavailable(await login({ client: service.as(), body }))
    expect(status(await login({ client: service.as(), body }))).toBe(200)
  })
})
