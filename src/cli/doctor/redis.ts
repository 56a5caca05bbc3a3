import { Redis } from 'ioredis'
import type { Config } from '../../config.ts'
import { ok, reasonOf, warn, type Finding } from './finding.ts'

const check = 'redis'
const patienceMs = 2_000

/** Without Redis the service counts by itself, so that one that is away is a warning. */
export async function examineRedis({ redisUrl }: Config): Promise<Finding> {
  if (redisUrl === null) return ok(check, 'not configured: every node counts calls by itself')
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  // What it throws comes out of the questions below.
  redis.on('error', () => {})
  try {
    await redis.connect()
    await redis.ping()
    return ok(check, 'answers; all nodes count calls together')
  } catch (error) {
    return warn(
      check,
      `does not answer (${reasonOf(error)}): until it does, every node counts calls by itself`,
      'start it, or correct REDIS_URL',
    )
  } finally {
    redis.disconnect()
  }
}
