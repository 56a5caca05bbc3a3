import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getReadiness, getUserinfo, login, type AppRegistrationResponse } from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { codeOf, enrolAuthenticator } from '#test/support/factors.ts'
import { createFakeTime, fakeTimeMissing, type FakeTime } from '#test/support/fakeTime.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import {
  databaseUrl,
  endPrograms,
  stageOf,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'
import { expectDead, redeem, refresh, requestCode } from '#test/support/tokens.ts'

const hour = 3_600

let postgres: OwnPostgres
let time: FakeTime
/** the one whose clock jumps, and one whose clock is right */
let jumping: ServiceProcess
let right: ServiceProcess
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  if (fakeTimeMissing !== null) return
  postgres = await createPostgres({ fsync: 'off' })
  time = createFakeTime()
  const environment = {
    DATABASE_URL: databaseUrl(postgres.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_ISSUER: 'http://localhost',
    LOG_LEVEL: 'warn',
  }
  jumping = await startServiceProcess({ ...environment, ...time.environment })
  right = await startServiceProcess(environment)
  person = await signUp(stageOf(right))
  app = await registerTestApp(stageOf(right), person, { id_token_signed_response_alg: 'ES256' })
})

afterAll(async () => {
  if (fakeTimeMissing !== null) return
  await endPrograms()
  time.remove()
  await postgres.remove()
})

const both = () => [jumping, right].map(stageOf)
const readiness = async () => status(await getReadiness({ client: jumping.as() }))

/** Claims of a JWT, unverified. */
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { iat: number; exp: number }

/** Nobody, wherever the clock is, gets anything for what was used. */
async function expectUsed(
  code: Awaited<ReturnType<typeof requestCode>>,
  refreshToken: string,
): Promise<void> {
  for (const node of both()) {
    expectRefused(await redeem(node, app, code), 400, 'invalid_grant')
    expectRefused(await refresh(node, app, refreshToken), 400, 'invalid_grant')
  }
}

/** A code and a refresh token that were used at the node whose clock jumps, and whose successor was used too. */
async function useUp() {
  const node = stageOf(jumping)
  const code = await requestCode(node, person, app)
  const { data: first } = await redeem(node, app, code)
  const used = first!.refresh_token!
  const second = (await refresh(node, app, used)).data!.refresh_token
  expect(status(await refresh(node, app, second))).toBe(200)
  return { code, used }
}

describe.skipIf(fakeTimeMissing !== null)(
  `a clock that jumps while the service runs${fakeTimeMissing === null ? '' : ` (${fakeTimeMissing})`}`,
  () => {
    it.each([
      ['two hours ahead', 2 * hour],
      ['two hours back', -2 * hour],
      ['a year ahead', 365 * 24 * hour],
    ])(
      '%s and back: it is not ready meanwhile, and nothing that was used works again',
      async (_name, seconds) => {
        const { code, used } = await useUp()
        await expectUsed(code, used)
        time.jumpTo(seconds)
        expect(await readiness()).toBe(503)
        await expectUsed(code, used)
        time.jumpTo(0)
        expect(await readiness()).toBe(200)
        await expectUsed(code, used)
      },
    )

    it('ahead: an access token ends when its time is over there, and one made there lasts no longer than any', async () => {
      const tokens = await obtainTokens(stageOf(jumping), person, app)
      time.jumpTo(2 * hour)
      await expectDead(stageOf(jumping), app, tokens.access_token)
      const made = (await refresh(stageOf(jumping), app, tokens.refresh_token)).data!
      const { iat, exp } = claimsOf(made.access_token)
      expect(exp - iat).toBe(hour)
      expect(exp).toBeLessThan(Date.now() / 1_000 + 3 * hour + 60)
      time.jumpTo(0)
      // What was there before goes on where the clock is right.
      expect(status(await getUserinfo({ client: right.as(tokens.access_token) }))).toBe(200)
    })

    it("back: an access token made there ends at its time by everybody else's clock", async () => {
      time.jumpTo(-2 * hour)
      const code = await requestCode(stageOf(jumping), person, app)
      const answer = await redeem(stageOf(jumping), app, code)
      time.jumpTo(0)
      const token = answer.data?.access_token
      if (token !== undefined) for (const node of both()) await expectDead(node, app, token)
    })

    it('ahead and back: a time step that was used stays used', async () => {
      const somebody = await signUp(stageOf(right))
      const clock = { now: () => new Date(), advance: () => {} }
      const { secret } = await enrolAuthenticator({ ...stageOf(right), clock }, somebody)
      const body = { email: somebody.email, password: somebody.password, code: codeOf({ clock }, secret, 30) }
      expect(status(await login({ client: jumping.as(), body }))).toBe(200)
      time.jumpTo(2 * hour)
      expect(status(await login({ client: jumping.as(), body }))).toBe(401)
      time.jumpTo(0)
      for (const node of [jumping, right]) expect(status(await login({ client: node.as(), body }))).toBe(401)
    })
  },
)
