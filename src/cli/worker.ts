import { availableParallelism } from 'node:os'
import { readServiceConfig } from '../config/service.ts'
import { systemClock } from '../platform/clock.ts'
import { createSharedLimiter, type Channel } from '../platform/limiter/shared.ts'
import { createLog } from '../platform/log.ts'
import { createPasswords } from '../platform/passwords.ts'
import type { StartOptions } from '../running.ts'
import { fail } from './terminal.ts'

/**
 * What a worker does otherwise than a service that is alone: it hashes on its share of the cores, and counts calls where all
 * workers do, which is the process they work for unless there is a Redis.
 *
 * @param workers  how many of them there are
 */
export function workerOptions(environment: NodeJS.ProcessEnv, workers: number): StartOptions {
  const read = readServiceConfig(environment)
  if ('errors' in read) return fail(read.errors)
  const { passwords, redisUrl, logLevel } = read.config
  const channel: Channel = {
    on: process.on.bind(process),
    // When the channel is gone this process ends, and nobody waits for an answer.
    send: (message) => process.send?.(message, undefined, undefined, () => {}),
  }
  const log = createLog({ level: logLevel, pretty: false })
  const shared = createSharedLimiter(channel, { workers, clock: systemClock, log })
  return {
    passwords: createPasswords({ ...passwords, concurrency: hashersOf(workers) }),
    ...(redisUrl === null && { limiter: shared }),
  }
}

/** How many passwords one of the workers hashes at once: all of them together as many as there are cores, at least one each. */
export function hashersOf(workers: number, cores = availableParallelism()): number {
  return Math.max(1, Math.floor(cores / workers))
}
