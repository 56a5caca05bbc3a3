import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Limiter } from '#src/platform/limiter.ts'
import { createMemoryLimiter } from '#src/platform/limiter/memory.ts'
import { createRedisLimiter } from '#src/platform/limiter/redis.ts'
import { createLog } from '#src/platform/log.ts'
import { createMovableClock } from '#test/support/clock.ts'
import { redisMissing, startRedis, type TestRedis } from '#test/support/redis.ts'

const hour = 3_600_000
const day = 86_400_000
const clock = createMovableClock()

/** What every limiter promises of `peek`. */
function looks(limiterOf: () => Limiter): void {
  it('sees nothing where nothing was counted', async () => {
    expect(await limiterOf().peek('app:unknown', hour)).toBeNull()
  })

  it('sees what was counted, each window apart, and counts nothing itself', async () => {
    const limiter = limiterOf()
    await limiter.increment('app:one', hour)
    const { ttlMs } = await limiter.increment('app:one', hour)
    for (let look = 0; look < 3; look++) {
      const seen = await limiter.peek('app:one', hour)
      expect(seen?.current).toBe(2)
      expect(ttlMs - seen!.ttlMs).toBeGreaterThanOrEqual(0)
    }
    expect(await limiter.peek('app:one', day)).toBeNull()
    expect(await limiter.peek('app:two', hour)).toBeNull()
    expect((await limiter.increment('app:one', hour)).current).toBe(3)
  })

  it('sees nothing once the window is over', async () => {
    const limiter = limiterOf()
    await limiter.increment('app:late', hour)
    clock.advance(3601)
    expect(await limiter.peek('app:late', hour)).toBeNull()
    expect((await limiter.increment('app:late', hour)).current).toBe(1)
  })
}

describe('a look at counters in this process', () => {
  const limiter = createMemoryLimiter(clock)
  looks(() => limiter)
})

describe.skipIf(redisMissing !== null)(
  `a look at counters in Redis${redisMissing === null ? '' : ` (${redisMissing})`}`,
  () => {
    let redis: TestRedis
    let limiter: Limiter
    beforeAll(async () => {
      redis = await startRedis()
      limiter = await createRedisLimiter(redis.url, clock, createLog({ level: 'silent' }))
    })
    afterAll(async () => {
      limiter.close()
      await redis.stop()
    })
    looks(() => limiter)

    it('sees what is counted here while Redis is away', async () => {
      await limiter.increment('app:away', hour)
      await redis.kill()
      expect(await limiter.peek('app:away', hour)).toBeNull()
      // Each call counts fourfold then.
      await limiter.increment('app:away', hour)
      expect((await limiter.peek('app:away', hour))?.current).toBe(4)
    })
  },
)
