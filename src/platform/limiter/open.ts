import type { Clock } from '../clock.ts'
import type { Limiter } from '../limiter.ts'
import type { Log } from '../log.ts'
import { createMemoryLimiter } from './memory.ts'
import { createRedisLimiter } from './redis.ts'

/**
 * Opens the counters: in Redis, which all nodes share, or in this process where there is none.
 *
 * @param redisUrl  null: this process only
 */
export async function openLimiter(redisUrl: string | null, clock: Clock, log: Log): Promise<Limiter> {
  return redisUrl === null ? createMemoryLimiter(clock) : createRedisLimiter(redisUrl, clock, log)
}
