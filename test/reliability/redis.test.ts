import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listApps, type AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { appScopes, limitsOf, ownToken } from '#test/support/limits.ts'
import { redisMissing, startRedis, type TestRedis } from '#test/support/redis.ts'
import { startService, type TestService } from '#test/support/service.ts'

describe.skipIf(redisMissing !== null)(
  `a Redis that is lost${redisMissing === null ? '' : ` (${redisMissing})`}`,
  () => {
    let redis: TestRedis
    let service: TestService
    let app: AppRegistrationResponse

    beforeEach(async () => {
      redis = await startRedis()
      service = await startService({ REDIS_URL: redis.url })
      app = await registerTestApp(service, await signUp(service), appScopes)
    })
    afterEach(async () => {
      redis.thaw()
      try {
        await service.stop()
      } finally {
        await redis.stop()
      }
    })

    /** Milliseconds of the slowest of some calls that come at once, which all have to succeed. */
    async function slowest(calls: number): Promise<number> {
      const times = Array.from({ length: calls }, async () => {
        const start = performance.now()
        expect(status(await ownToken(service, app))).toBe(200)
        return performance.now() - start
      })
      return Math.max(...(await Promise.all(times)))
    }

    it.each([
      ['killed', () => redis.kill()],
      ['frozen', async () => redis.freeze()],
    ])(
      'because it is %s holds no call for longer than a moment, and limits are stricter',
      async (_how, lose) => {
        await ownToken(service, app)
        const usual = await slowest(4)
        // A machine that stalls may have lost it before, and found it again: this loss is said once.
        const before = service.log.length
        await lose()
        expect((await slowest(4)) - usual).toBeLessThan(300)
        const { remaining } = limitsOf(await ownToken(service, app))
        expect(limitsOf(await ownToken(service, app)).remaining).toBe(remaining - 4)
        expect((await slowest(4)) - usual).toBeLessThan(150)
        await runAsAdmin(service.database, 'update clients set rate_limit_hour = 20 where client_id = $1', [
          app.app_id,
        ])
        expectRefused(await ownToken(service, app), 429, 'rate_limit_exceeded')
        const said = service.log.slice(before).filter((line) => line.includes('Redis does not answer'))
        expect(said).toHaveLength(1)
      },
    )

    it('is used again as soon as it answers', async () => {
      redis.freeze()
      await ownToken(service, app)
      expect(limitsOf(await ownToken(service, app)).remaining).toBe(992)
      redis.thaw()
      const remaining = async () => limitsOf(await ownToken(service, app)).remaining
      await expect
        .poll(() => service.log.some((line) => line.includes('Redis answers again')), { timeout: 5000 })
        .toBe(true)
      const before = await remaining()
      expect(await remaining()).toBe(before - 1)
    })

    it('does not keep a service from starting', async () => {
      await redis.kill()
      const started = performance.now()
      const other = await startService({ REDIS_URL: redis.url })
      try {
        expect(performance.now() - started).toBeLessThan(10_000)
        expect(limitsOf(await listApps({ client: other.as('forged') })).remaining).toBe(996)
      } finally {
        await other.stop()
      }
    })
  },
)

describe.skipIf(redisMissing !== null)(
  `two nodes${redisMissing === null ? '' : ` (${redisMissing})`}`,
  () => {
    it('share what they count in one Redis', async () => {
      const redis = await startRedis()
      const nodes = await Promise.all([1, 2].map(() => startService({ REDIS_URL: redis.url })))
      try {
        const answers = [
          await listApps({ client: nodes[0]!.as('x') }),
          await listApps({ client: nodes[1]!.as('x') }),
        ]
        expect(answers.map((answer) => limitsOf(answer).remaining)).toEqual([999, 998])
        expect(limitsOf(answers[0]!).reset).toBe(limitsOf(answers[1]!).reset)
      } finally {
        await Promise.all(nodes.map((node) => node.stop()))
        await redis.stop()
      }
    })
  },
)
