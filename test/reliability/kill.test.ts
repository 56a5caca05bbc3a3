import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  getUserinfo,
  listApps,
  register,
  registerApp,
  type AppRegistrationResponse,
  type TokenResponse,
} from '../../client/index.ts'
import { password, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { createDatabase, runAsAdmin, type TestDatabase } from '#test/support/database.ts'
import {
  databaseUrl,
  endPrograms,
  findFreePort,
  stageOf,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'
import { redeem, refresh, requestCode, type RequestedCode } from '#test/support/tokens.ts'

const crowd = 100

let database: TestDatabase
let port: number
let service: ServiceProcess
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  database = await createDatabase()
  port = await findFreePort()
  service = await startLife()
  person = await signUp(stageOf(service))
  app = await registerTestApp(stageOf(service), person, { id_token_signed_response_alg: 'ES256' })
})

afterAll(async () => {
  await endPrograms()
  await database.drop()
})

/** The service from nothing but its environment, at the same address and on the same database each time. */
function startLife(): Promise<ServiceProcess> {
  return startServiceProcess({
    PORT: String(port),
    DATABASE_URL: databaseUrl(database.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_CODE_SECONDS: '600',
    LATCHKEY_DATABASE_POOL: '30',
  })
}

type Answer<T> = { readonly data?: T | undefined; readonly response?: Response | undefined }

/** What became of one request: what it was told with a 2xx, or null when it was told nothing, or "not now". */
type Outcome<G, T> = { readonly given: G; readonly told: T | null }

/** Asks for each at once, and tells every acknowledgement as it comes. */
function askForEach<G, T>(
  all: readonly G[],
  ask: (given: G) => Promise<Answer<T>>,
  acknowledged: () => void,
): Promise<Outcome<G, T>[]> {
  return Promise.all(
    all.map(async (given) => {
      const { data, response } = await ask(given)
      // Nothing was wrong with any request: it is acknowledged in full, put off by the rush, or its connection died.
      if (data === undefined && response?.ok === false) expect(response.status).toBe(503)
      if (data !== undefined) acknowledged()
      return { given, told: data ?? null }
    }),
  )
}

/** Does it for each, ten at a time. */
async function forEach<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let from = 0; from < all.length; from += 10)
    results.push(...(await Promise.all(all.slice(from, from + 10).map(work))))
  return results
}

const obtainCodes = () =>
  forEach(Array.from({ length: crowd }), () => requestCode(stageOf(service), person, app))

async function obtainRefreshTokens(): Promise<string[]> {
  return forEach(await obtainCodes(), async (code) => {
    const { data } = await redeem(stageOf(service), app, code)
    return data?.refresh_token ?? ''
  })
}

/** Redeems, refreshes, registers users and apps all at once, and kills the process at the `fatal`th acknowledgement. */
async function killInTheMiddle(fatal: number) {
  const [codes, refreshTokens] = [await obtainCodes(), await obtainRefreshTokens()]
  const stage = stageOf(service)
  const names = Array.from({ length: 10 }, () => `killed-${crypto.randomUUID()}`)
  let count = 0
  const acknowledged = () => {
    count += 1
    if (count === fatal) process.kill(service.pid, 'SIGKILL')
  }
  const [exchanges, refreshes, users, apps] = await Promise.all([
    askForEach(codes, (code) => redeem(stage, app, code), acknowledged),
    askForEach(refreshTokens, (token) => refresh(stage, app, token), acknowledged),
    askForEach(
      names,
      (name) => register({ client: service.as(), body: { email: `${name}@example.com`, password } }),
      acknowledged,
    ),
    askForEach(
      names,
      (name) => registerApp({ client: service.as(person.token), body: { name } }),
      acknowledged,
    ),
  ])
  expect(await service.ended).toEqual({ status: null, signal: 'SIGKILL' })
  return { exchanges, refreshes, users, apps }
}

const isAcknowledged = (outcome: Outcome<unknown, unknown>) => outcome.told !== null

/** Acknowledged tokens work; then the code is shown to be worth nothing more. */
async function checkExchange({ given, told: first }: Outcome<RequestedCode, TokenResponse>): Promise<void> {
  const stage = stageOf(service)
  if (first !== null) {
    expect(status(await getUserinfo({ client: service.as(first.access_token) }))).toBe(200)
    expect(status(await refresh(stage, app, first.refresh_token))).toBe(200)
    expectRefused(await redeem(stage, app, given), 400, 'invalid_grant')
    return
  }
  // Nobody knows whether the first life still redeemed it: once more gives the first tokens or none.
  const second = await redeem(stage, app, given)
  if (status(second) !== 200) expectRefused(second, 400, 'invalid_grant')
  expectRefused(await redeem(stage, app, given), 400, 'invalid_grant')
}

/** Whoever got no answer asks again and gets the successor; it works as an acknowledged one does. */
async function checkRefresh({ given, told: first }: Outcome<string, TokenResponse>): Promise<void> {
  const stage = stageOf(service)
  const repeated = await refresh(stage, app, given)
  expect(status(repeated)).toBe(200)
  if (first !== null) expect(repeated.data?.refresh_token).toBe(first.refresh_token)
  expect(status(await refresh(stage, app, repeated.data?.refresh_token))).toBe(200)
  expectRefused(await refresh(stage, app, given), 400, 'invalid_grant')
}

async function countDoubled(): Promise<unknown> {
  const [row] = await runAsAdmin(
    database.connection,
    `select count(*)::int as doubled from (
       select from refresh_tokens group by grant_id, generation having count(*) > 1
     ) as twice`,
  )
  return row?.['doubled']
}

describe('kill -9 among 100 exchanges and 100 refreshes', () => {
  it.each([25, 120])(
    'at the %ith acknowledgement doubles no code and loses nothing that was acknowledged',
    async (fatal) => {
      const { exchanges, refreshes, users, apps } = await killInTheMiddle(fatal)
      const outcomes = [...exchanges, ...refreshes, ...users, ...apps]
      expect(outcomes.filter(isAcknowledged).length).toBeGreaterThanOrEqual(fatal)
      expect(outcomes.filter(isAcknowledged).length).toBeLessThan(outcomes.length)

      service = await startLife()
      await forEach(exchanges, checkExchange)
      await forEach(refreshes, checkRefresh)
      await forEach(
        users.filter(({ told: user }) => user !== null),
        async ({ given }) => {
          expect(await signIn(stageOf(service), `${given}@example.com`)).toMatch(/./)
        },
      )
      const { data: listed } = await listApps({ client: service.as(person.token), query: { count: 1000 } })
      const known = new Set(listed?.map(({ app_id }) => app_id))
      for (const { told: registered } of apps)
        if (registered !== null) expect(known).toContain(registered.app_id)
      expect(await countDoubled()).toBe(0)
    },
    60_000,
  )
})
