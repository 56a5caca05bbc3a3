import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  authorize,
  getJwks,
  getLiveness,
  getOpenidConfiguration,
  getReadiness,
  getUserinfo,
  issueToken,
  listApps,
  login,
  register,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { divideConnections, lanes, type Lane } from '#src/domain/lane.ts'
import {
  obtainTokens,
  password,
  redirectUri,
  registerTestApp,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, refreshed } from '#test/support/tokens.ts'

type Answer = { readonly data?: unknown; readonly error?: unknown; readonly response?: Response }

const division = divideConnections(10)

let service: TestService
let holder: Client
/** The first is being held up in the database: their session may not be touched, nor anything be given to them. */
let stuck: Person
let person: Person
let app: AppRegistrationResponse
let stuckApp: AppRegistrationResponse
let refreshToken: string | undefined
let accessToken: string

beforeAll(async () => {
  service = await startService({ LATCHKEY_DATABASE_POOL: '10' })
  ;[stuck, person] = await Promise.all([signUp(service), signUp(service)])
  app = await registerTestApp(service, person)
  stuckApp = await registerTestApp(service, stuck)
  const tokens = await obtainTokens(service, person, app)
  ;({ refresh_token: refreshToken, access_token: accessToken } = tokens)
  holder = new Client({ ...service.database })
  await holder.connect()
})

afterAll(async () => {
  await holder.end()
  await service.stop()
})

afterEach(() => holder.query('rollback'))

/** From here on every request that notes a use of their session, or gives them anything, waits in the database. */
async function holdUp(): Promise<void> {
  // The use of a session is noted once a minute.
  const past = `update sessions set last_used_at = last_used_at - interval '2 minutes' where user_id = $1`
  await runAsAdmin(service.database, past, [stuck.id])
  await holder.query('begin')
  await holder.query('select from users where id = $1 for update', [stuck.id])
  await holder.query('select from sessions where user_id = $1 for update', [stuck.id])
}

/** One request of each lane, by somebody whom nothing holds up. */
const requests: Readonly<Record<Lane, () => Promise<Answer>>> = {
  list: () => listApps({ client: service.as(person.token) }),
  registration: () =>
    register({ client: service.as(), body: { email: `${crypto.randomUUID()}@example.com`, password } }),
  login: () => login({ client: service.as(), body: { email: person.email, password } }),
  exchange: () =>
    issueToken({
      client: service.as(),
      body: { grant_type: 'client_credentials', ...credentialsOf(app) },
    }),
  refresh: async () => {
    const userinfo = await getUserinfo({ client: service.as(accessToken) })
    if (status(userinfo) === 200) refreshToken = (await refreshed(service, app, refreshToken)).refresh_token
    return userinfo
  },
}

/** Requests that are held up, of lanes in which that can happen. */
const stuckRequests = {
  list: () => listApps({ client: service.as(stuck.token) }),
  login: () => login({ client: service.as(), body: { email: stuck.email, password } }),
  exchange: () =>
    authorize({
      client: service.as(stuck.token),
      body: {
        response_type: 'code',
        client_id: stuckApp.app_id,
        redirect_uri: redirectUri,
        code_challenge: 'x'.repeat(43),
        code_challenge_method: 'S256',
      },
    }),
} satisfies Partial<Record<Lane, () => Promise<Answer>>>

/** Sends requests that will not come back before the holder lets go, lane by lane, and waits until all are in the database. */
async function getStuck(counts: Partial<Record<keyof typeof stuckRequests, number>>) {
  const asked: Promise<Answer>[] = []
  for (const [lane, count] of Object.entries(counts)) {
    for (let sent = 0; sent < count; sent++) asked.push(stuckRequests[lane as keyof typeof stuckRequests]())
    await expect.poll(countLockWaits, { timeout: 2_000, interval: 20 }).toBe(asked.length)
  }
  return asked
}

async function countLockWaits(): Promise<unknown> {
  const [row] = await runAsAdmin(
    service.database,
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return row?.['count']
}

/** Expects "not now": a reason in the log, no word about tokens in the answer, and a time to come back. */
function expectShed(answer: Answer, lane: Lane, why: 'full' | 'late'): void {
  const { request_id } = expectRefused(answer, 503, 'temporarily_unavailable')
  expect(Number(header(answer, 'retry-after'))).toBeGreaterThan(0)
  expect(header(answer, 'www-authenticate')).toBeNull()
  const line = service.log.find((each) => each.includes(request_id) && each.includes('"refused"'))
  expect(JSON.parse(line ?? '{}')).toMatchObject({ reason: `${lane} lane ${why}` })
}

async function timed(ask: () => Promise<Answer>) {
  const begun = performance.now()
  const answer = await ask()
  return { answer, ms: performance.now() - begun }
}

/** Expects that requests of the lanes from this one on are served, and those before it are not. */
async function expectServedFrom(first: Lane): Promise<void> {
  const shed = lanes.slice(0, lanes.indexOf(first))
  const refused = shed.map(async (lane) => ({ lane, ...(await timed(requests[lane])) }))
  for (const lane of lanes.slice(lanes.indexOf(first))) {
    const { answer, ms } = await timed(requests[lane])
    expect(status(answer), lane).toBeLessThan(300)
    expect(ms, lane).toBeLessThan(900)
  }
  for (const { lane, answer, ms } of await Promise.all(refused)) {
    expectShed(answer, lane, 'late')
    expect(ms, lane).toBeGreaterThan(900)
    expect(ms, lane).toBeLessThan(2_000)
  }
}

/** What does not need the database, and readiness, which has a connection of its own. */
async function expectUnaffected(): Promise<void> {
  const client = service.as()
  const asked = [getLiveness, getReadiness, getOpenidConfiguration, getJwks]
  for (const ask of asked) {
    const { answer, ms } = await timed(() => ask({ client }))
    expect(status(answer), ask.name).toBe(200)
    expect(ms, ask.name).toBeLessThan(900)
  }
}

describe('when requests get stuck in the database', () => {
  it.each([
    { stuckOnes: { list: 3 }, first: 'registration' },
    { stuckOnes: { list: 3, login: 1 }, first: 'login' },
    { stuckOnes: { list: 3, login: 2 }, first: 'exchange' },
    { stuckOnes: { list: 3, login: 2, exchange: 2 }, first: 'refresh' },
  ] as const)(
    '$stuckOnes of them leave everything from $first on as it was',
    async ({ stuckOnes, first }) => {
      await holdUp()
      const asked = await getStuck(stuckOnes)
      await Promise.all([expectServedFrom(first), expectUnaffected()])
      await holder.query('rollback')
      for (const answer of await Promise.all(asked)) expect(status(answer)).toBe(200)
      await expectServedFrom('list')
    },
  )

  it('a flood of lists is turned away: some late, most at once, and a refresh does not notice', async () => {
    await holdUp()
    const { running, waiting } = division.list
    const flood = Array.from({ length: running + waiting + 20 }, () => timed(stuckRequests.list))
    expectShed((await Promise.race(flood)).answer, 'list', 'full')
    const { answer, ms } = await timed(requests.refresh)
    expect(status(answer)).toBe(200)
    expect(ms).toBeLessThan(900)
    await holder.query('rollback')
    const outcomes = (await Promise.all(flood)).map((each) => status(each.answer))
    expect(outcomes.filter((each) => each === 200).length).toBeGreaterThanOrEqual(running)
    expect(outcomes.filter((each) => each === 503).length).toBeGreaterThanOrEqual(20)
    await expectServedFrom('list')
  })
})
