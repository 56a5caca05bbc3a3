import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  getUserinfo,
  introspectToken,
  issueToken,
  listApps,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { entries, exampleRequest, wireRequestOf } from '#test/support/contract.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { appScopes, expectFirstCall, limitsOf, ownToken, rawLimitsOf } from '#test/support/limits.ts'
import { redisMissing, startRedis, type TestRedis } from '#test/support/redis.ts'
import { openRegistration } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'
import { send, type Answer } from '#test/support/wire.ts'

/** A wrong sign-in from an address that a trusted proxy names. */
function signInFrom(service: TestService, address: string): Promise<Answer> {
  return send(service.url, {
    method: 'POST',
    path: '/api/v1/auth/login',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email: 'nobody@example.com', password: 'wrong' }),
  })
}

const stores = [
  { store: 'memory', missing: null },
  { store: 'Redis', missing: redisMissing },
]

for (const { store, missing } of stores)
  describe.skipIf(missing !== null)(
    `rate limits, counted in ${store}${missing === null ? '' : ` (${missing})`}`,
    () => {
      let redis: TestRedis | null = null
      let services = 0
      let service: TestService
      let person: Person
      let app: AppRegistrationResponse

      /** Each service has a database of its own in Redis too. */
      const startLimited = async (environment: NodeJS.ProcessEnv = {}) =>
        startService({
          ...openRegistration,
          LATCHKEY_TRUST_PROXY: '1',
          ...(redis === null ? {} : { REDIS_URL: `${redis.url}/${++services}` }),
          ...environment,
        })

      beforeAll(async () => {
        redis = store === 'memory' ? null : await startRedis()
        service = await startLimited()
        person = await signUp(service)
      })
      afterAll(async () => {
        try {
          await service.stop()
        } finally {
          await redis?.stop()
        }
      })
      beforeEach(async () => {
        app = await registerTestApp(service, person, appScopes)
      })

      it('the first call of an app reads 1000 and 999, and when the hour is over in Unix seconds', async () => {
        expectFirstCall(service, await ownToken(service, app))
        expect(limitsOf(await ownToken(service, app)).remaining).toBe(998)
      })

      it('all calls of an app count together, whatever the operation, the path and the way it proves itself', async () => {
        const { access_token } = await obtainTokens(service, person, app)
        const answers = [
          await ownToken(service, app),
          await getUserinfo({ client: service.as(access_token) }),
          await introspectToken({
            client: service.as(),
            body: { token: access_token, ...credentialsOf(app) },
          }),
        ]
        expect(answers.map((answer) => limitsOf(answer).remaining)).toEqual([998, 997, 996])
        const alias = await send(service.url, {
          method: 'POST',
          path: '/api/v1/oauth/token',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ grant_type: 'client_credentials', ...credentialsOf(app) }),
        })
        expect(rawLimitsOf(alias).slice(0, 2)).toEqual(['1000', '995'])
      })

      it('apps, users and addresses have counters of their own', async () => {
        const other = await signUp(service)
        const otherApp = await registerTestApp(service, person)
        expectFirstCall(service, await listApps({ client: service.as(other.token) }))
        expectFirstCall(service, await ownToken(service, app))
        expectFirstCall(service, await ownToken(service, otherApp))
        const first = await signInFrom(service, '192.0.2.1')
        expect(rawLimitsOf(first).slice(0, 2)).toEqual(['1000', '999'])
        expect(rawLimitsOf(await signInFrom(service, '192.0.2.1'))[1]).toBe('998')
        expect(rawLimitsOf(await signInFrom(service, '192.0.2.2'))[1]).toBe('999')
      })

      it('an IPv6 address counts as its /64', async () => {
        expect(rawLimitsOf(await signInFrom(service, '2001:db8:1:2::1'))[1]).toBe('999')
        expect(rawLimitsOf(await signInFrom(service, '2001:DB8:1:2:ffff::2'))[1]).toBe('998')
        expect(rawLimitsOf(await signInFrom(service, '2001:db8:1:3::1'))[1]).toBe('999')
      })

      it('who claims to be an app without proof counts for the address, and takes nothing from the app', async () => {
        const forged = { ...app, app_secret: 'secret_forged' }
        for (const answer of [await ownToken(service, forged), await ownToken(service, forged)])
          expectRefused(answer, 401, 'invalid_client')
        const publicApp = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
        const guess = {
          grant_type: 'authorization_code' as const,
          code: 'code_x',
          redirect_uri: 'https://example.com/callback',
          code_verifier: 'x'.repeat(43),
        }
        const before = limitsOf(await ownToken(service, forged)).remaining
        const answer = await issueToken({
          client: service.as(),
          body: { ...guess, client_id: publicApp.app_id },
        })
        expectRefused(answer, 400, 'invalid_grant')
        expect(limitsOf(answer).remaining).toBe(before - 1)
        expectFirstCall(service, await ownToken(service, app))
      })

      it('a limit of its own holds for an app in the place of the configured one; 0 is none', async () => {
        const set = (hour: number | null, day: number | null) =>
          runAsAdmin(
            service.database,
            'update clients set rate_limit_hour = $1, rate_limit_day = $2 where client_id = $3',
            [hour, day, app.app_id],
          )
        await set(5, null)
        expect(limitsOf(await ownToken(service, app))).toMatchObject({ limit: 5, remaining: 4 })
        await set(null, 3)
        expect(limitsOf(await ownToken(service, app))).toMatchObject({ limit: 3, remaining: 1 })
        await set(0, null)
        expect(limitsOf(await ownToken(service, app))).toMatchObject({ limit: 10_000, remaining: 9997 })
        await set(0, 0)
        expect(header(await ownToken(service, app), 'x-ratelimit-limit')).toBeNull()
      })

      it('the headers show the day when it has fewer calls left', async () => {
        await runAsAdmin(service.database, 'update clients set rate_limit_day = 2 where client_id = $1', [
          app.app_id,
        ])
        const { limit, remaining, reset } = limitsOf(await ownToken(service, app))
        expect({ limit, remaining }).toEqual({ limit: 2, remaining: 1 })
        expect(Math.abs(reset - (service.clock.now().getTime() / 1000 + 86_400))).toBeLessThan(3)
        await ownToken(service, app)
        const refused = await ownToken(service, app)
        expectRefused(refused, 429, 'rate_limit_exceeded')
        expect(Number(header(refused, 'retry-after'))).toBeGreaterThan(86_000)
      })

      it('without a call left it is 429 until the hour is over, in the shape of all errors, and nothing was done', async () => {
        await runAsAdmin(service.database, 'update clients set rate_limit_hour = 2 where client_id = $1', [
          app.app_id,
        ])
        await ownToken(service, app)
        await ownToken(service, app)
        const refused = await ownToken(service, app)
        const body = expectRefused(refused, 429, 'rate_limit_exceeded')
        expect(body.error_description).toBe('Too many requests; try again later')
        const { limit, remaining, reset } = limitsOf(refused)
        expect({ limit, remaining }).toEqual({ limit: 2, remaining: 0 })
        const retryAfter = Number(header(refused, 'retry-after'))
        expect(Math.abs(service.clock.now().getTime() / 1000 + retryAfter - reset)).toBeLessThan(3)
        expect(header(refused, 'www-authenticate')).toBeNull()
        service.clock.advance(retryAfter)
        expect(status(await ownToken(service, app))).toBe(200)
        service.clock.advance(-retryAfter)
      })

      it('an address without a call left neither signs in nor registers; those with a token go on', async () => {
        const strict = await startLimited({ LATCHKEY_RATE_LIMIT_HOUR: '4' })
        try {
          const owner = await signUp(strict)
          const strictApp = await registerTestApp(strict, owner)
          for (const _ of [1, 2])
            await send(strict.url, {
              method: 'GET',
              path: '/api/v1/apps',
              headers: { authorization: 'Bearer forged' },
            })
          // Four calls without a name: registration, sign-in, two forged tokens.
          expectRefused(await listApps({ client: strict.as('forged') }), 429, 'rate_limit_exceeded')
          expectRefused(
            await ownToken(strict, { ...strictApp, app_secret: 'secret_forged' }),
            429,
            'rate_limit_exceeded',
          )
          expect(status(await listApps({ client: strict.as(owner.token) }))).toBe(200)
          expect(status(await ownToken(strict, strictApp))).toBe(200)
          const signIn = await signInFrom(strict, '127.0.0.1')
          expect([signIn.status, signIn.body.error]).toEqual([429, 'rate_limit_exceeded'])
          expect((await signInFrom(strict, '192.0.2.9')).status).toBe(401)
        } finally {
          await strict.stop()
        }
      })

      it('with both limits off there are no headers and no end', async () => {
        const free = await startLimited({ LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' })
        try {
          expect(rawLimitsOf(await signInFrom(free, '192.0.2.1'))).toEqual([undefined, undefined, undefined])
        } finally {
          await free.stop()
        }
      })

      it.each(
        entries.filter(({ isRateLimited }) => isRateLimited).map((entry) => [entry.id, entry] as const),
      )('every answer of %s says how many calls are left', async (_id, entry) => {
        const request = wireRequestOf(entry, exampleRequest(entry))
        const answers = [
          await send(service.url, request),
          await send(service.url, { ...request, headers: { ...request.headers, accept: 'image/png' } }),
        ]
        if (entry.consumes.length > 0) {
          const malformed = {
            ...request,
            headers: { 'content-type': entry.consumes[0]! },
            body: '{"a":1,"a=%',
          }
          answers.push(await send(service.url, malformed))
          answers.push(await send(service.url, { ...malformed, headers: { 'content-type': 'text/plain' } }))
        }
        for (const answer of answers) {
          const [limit, remaining, reset] = rawLimitsOf(answer).map(Number)
          expect(limit).toBe(1000)
          expect(remaining).toBeLessThan(1000)
          expect(reset).toBeGreaterThan(service.clock.now().getTime() / 1000)
        }
      })
    },
  )
