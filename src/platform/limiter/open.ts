import type { Clock } from '../clock.ts'
import type { Limiter } from '../limiter.ts'
import type { Log } from '../log.ts'
import { createMemoryLimiter } from './memory.ts'

/**
 * Opens the counters: in Redis, which all nodes share, or in this process where there is none.
 *
 * @param redisUrl  null: this process only
 */
export async function openLimiter(redisUrl: string | null, clock: Clock, log: Log): Promise<Limiter> {
  if (redisUrl === null) return createMemoryLimiter(clock)
  // Its library is read only where it is used.
  const { createRedisLimiter } = await import('./redis.ts')
  return createRedisLimiter(redisUrl, clock, log)
}
