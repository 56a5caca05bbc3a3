import { Redis, type Result } from 'ioredis'
import type { Clock } from '../clock.ts'
import type { Limiter } from '../limiter.ts'
import type { Log } from '../log.ts'
import { createMemoryLimiter, endOfWindow } from './memory.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    countCalls(keyCount: number, ...keysAndMoments: (string | number)[]): Result<number[], Context>
  }
}

/**
 * Counts one call in each of several windows, all of them in one script. KEYS are the counters; ARGV the moment, then for
 * each when a window that begins now is over, and for how long the counter is kept, all in milliseconds. Moments come from
 * the caller, whose clock decides everything else as well. Answers for each the count and when the window is over.
 */
const countCalls = `
local answer = {}
for i, key in ipairs(KEYS) do
  local endsAt = ARGV[2 * i]
  local window = redis.call('HMGET', key, 'current', 'endsAt')
  if not window[1] or tonumber(window[2]) <= tonumber(ARGV[1]) then
    redis.call('HSET', key, 'current', 1, 'endsAt', endsAt)
    redis.call('PEXPIRE', key, ARGV[2 * i + 1])
    table.insert(answer, 1)
  else
    table.insert(answer, redis.call('HINCRBY', key, 'current', 1))
    endsAt = window[2]
  end
  table.insert(answer, tonumber(endsAt))
end
return answer
`

/** Milliseconds. A request waits for Redis at most as long as `command`; `start` is how long a starting service waits. */
const patience = { connect: 300, command: 200, start: 500, probe: 500, reconnect: 1000 } as const

/** A window is remembered this much longer than it lasts, for nodes whose clocks differ. */
const clockSkewMs = 60_000

/**
 * What a call counts in this process while Redis is away: limits are meant for all nodes together, and this one does not
 * hear of the others. With up to four nodes nobody gets more calls than with Redis.
 */
const weightAlone = 4

/**
 * Counters in Redis. When Redis is gone, frozen or broken, the first call that notices waits 200 ms at most; from then on
 * calls are counted here, each fourfold, and Redis is asked in the background until it answers.
 */
export async function createRedisLimiter(url: string, clock: Clock, log: Log): Promise<Limiter> {
  const redis = connect(url)
  const breaker = createBreaker(redis, log)
  const alone = createMemoryLimiter(clock, weightAlone)
  await ready(redis)
  await breaker.ask()
  const count = countTogether(redis)
  return {
    async increment(key, windowMs) {
      if (breaker.isOpen()) return alone.increment(key, windowMs)
      const now = clock.now().getTime()
      try {
        const { current, endsAt } = await inTime(count(key, windowMs, now))
        return { current, ttlMs: Math.min(endsAt - now, windowMs) }
      } catch (error) {
        breaker.open(error)
        return alone.increment(key, windowMs)
      }
    },
    isAlone: () => breaker.isOpen(),
    async peek(key, windowMs) {
      if (breaker.isOpen()) return alone.peek(key, windowMs)
      const now = clock.now().getTime()
      try {
        const [current, end] = await inTime(redis.hmget(counterOf(key, windowMs), 'current', 'endsAt'))
        const ttlMs = Math.min(Number(end) - now, windowMs)
        return ttlMs > 0 ? { current: Number(current), ttlMs } : null
      } catch (error) {
        breaker.open(error)
        return alone.peek(key, windowMs)
      }
    },
    close: () => breaker.end(),
  }
}

/** Where a counter is in Redis. */
function counterOf(key: string, windowMs: number): string {
  return `latchkey:calls:${windowMs}:${key}`
}

type Window = { readonly current: number; readonly endsAt: number }

/**
 * Counts the windows that are asked about in the same turn, the hour's and the day's of a call, by one run of the script:
 * the limiters know one window each.
 */
function countTogether(redis: Redis): (key: string, windowMs: number, now: number) => Promise<Window> {
  type Batch = { readonly windows: number[]; readonly answer: Promise<readonly number[]> }
  const gathering = new Map<string, Batch>()

  function gather(key: string, now: number): Batch {
    const windows: number[] = []
    const answer = Promise.resolve().then(() => {
      gathering.delete(key)
      const keys = windows.map((windowMs) => counterOf(key, windowMs))
      const moments = windows.flatMap((windowMs) => [endOfWindow(now, windowMs), windowMs + clockSkewMs])
      return redis.countCalls(keys.length, ...keys, now, ...moments)
    })
    const batch = { windows, answer }
    gathering.set(key, batch)
    return batch
  }

  return async (key, windowMs, now) => {
    const { windows, answer } = gathering.get(key) ?? gather(key, now)
    const at = 2 * (windows.push(windowMs) - 1)
    const counts = await answer
    return { current: counts[at]!, endsAt: counts[at + 1]! }
  }
}

/** Without these settings a lost Redis holds every request for seconds, and a frozen one for ever. */
function connect(url: string): Redis {
  const redis = new Redis(url, {
    connectTimeout: patience.connect,
    commandTimeout: patience.command,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    enableAutoPipelining: true,
    disableClientInfo: true,
    connectionName: 'latchkey',
    retryStrategy: (times) => Math.min(times * 100, patience.reconnect),
  })
  redis.defineCommand('countCalls', { lua: countCalls })
  return redis
}

/** The client's own timeout begins when it sends, and what it collects for one trip waits until the trip before is over. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Redis did not answer in time')), patience.command)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Waits until the connection stands, or for `patience.start` when it does not: a service starts without Redis too. */
async function ready(redis: Redis): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patience.start)
    redis.once('ready', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Open: Redis is left alone. Only an answered ping closes it again. It begins open, until Redis has answered once. */
function createBreaker(redis: Redis, log: Log) {
  let isOpen = true
  let isLogged = false
  let isOver = false
  let lastError: unknown = new Error('the connection was closed')
  let probe: NodeJS.Timeout | undefined

  function open(error: unknown): void {
    isOpen = true
    if (isOver) return
    if (!isLogged) log.warn({ err: error }, 'Redis does not answer: calls are counted here, more strictly')
    isLogged = true
    probe ??= setTimeout(() => void ask(), patience.probe).unref()
  }

  async function ask(): Promise<void> {
    probe = undefined
    try {
      await redis.ping()
      if (isLogged) log.info('Redis answers again: calls are counted there')
      isOpen = isLogged = false
    } catch (error) {
      open(error)
    }
  }

  redis.on('close', () => open(lastError))
  // Without a listener the error of a lost connection would end up on standard error.
  redis.on('error', (error: unknown) => (lastError = error))

  function end(): void {
    isOver = true
    clearTimeout(probe)
    redis.disconnect()
  }
  return { isOpen: () => isOpen, open, ask, end }
}
