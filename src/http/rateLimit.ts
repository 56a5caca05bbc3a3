import plugin, { type FastifyRateLimitStore } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import {
  addressSubject,
  appSubject,
  noCallsLeft,
  tightestOf,
  userSubject,
  windowSeconds,
  type RateSubject,
  type WindowCount,
  type WindowName,
} from '../domain/rateLimit.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { LimitedSubject } from '../platform/metrics.ts'
import type { Call, OperationId, Principal } from './operation.ts'

/** Calls of one request's subject: null until it is counted, and when no window is limited. */
type Counted = { readonly subject: RateSubject; standing: WindowCount | null }

declare module 'fastify' {
  interface FastifyRequest {
    /** whom this request is counted for; null while that is not known */
    counted: Counted | null
  }
}

/** Counting of calls, once a request: as soon as it is known who asks, at the latest when it is answered. */
export type RateLimiting = {
  /** Counts the call; a refusal when none was left. A second count of one request changes nothing. */
  count(request: FastifyRequest, subject: RateSubject): Promise<Refusal | null>
  /** Counts a call that is about to be refused without anybody having been identified: for the address it came from. */
  countAddress(request: FastifyRequest): Promise<Refusal | null>
  /** `X-RateLimit-*` of a request that was counted; null where limits are off. */
  headersOf(request: FastifyRequest): Readonly<Record<string, number>> | null
}

type Check = (request: FastifyRequest) => Promise<WindowCount | null>

/** Sets up the two windows on @fastify/rate-limit, whose one store is the limiter of the context. */
export async function createRateLimiting(app: FastifyInstance, context: Context): Promise<RateLimiting> {
  app.decorateRequest('counted', null)
  await app.register(plugin, { global: false, store: storeOn(context) })
  const checks = [windowCheck(app, context, 'hour'), windowCheck(app, context, 'day')]

  async function count(request: FastifyRequest, subject: RateSubject): Promise<Refusal | null> {
    if (request.counted !== null) return null
    const counted: Counted = { subject, standing: null }
    request.counted = counted
    // Both at once: they travel to Redis together.
    const windows = await Promise.all(checks.map((check) => check(request)))
    const [first, ...others] = windows.filter((window) => window !== null)
    if (first === undefined) return null
    counted.standing = tightestOf([first, ...others])
    if (!counted.standing.isExceeded) return null
    context.metrics.exceeded(kindOf(subject))
    return noCallsLeft(counted.standing, subject, context.clock.now())
  }
  return {
    count,
    countAddress: (request) => count(request, addressSubject(request.ip, context.config.rateLimits)),
    headersOf: ({ counted }) => (counted?.standing ? headersOf(counted.standing) : null),
  }
}

/**
 * Whom a secured request is counted for: the app whose access token it carries, the user who is signed in, or, where the
 * token is none, the address. So a valid token is never refused for what others behind the same address do.
 */
export function subjectOf(
  principal: Principal | Refusal,
  request: FastifyRequest,
  context: Context,
): RateSubject {
  const { rateLimits } = context.config
  if (isRefusal(principal)) return addressSubject(request.ip, rateLimits)
  if ('user' in principal) return userSubject(principal.user.id, rateLimits)
  const { client } = principal.kind === 'registration' ? principal.registered : principal.facts
  return client === null ? addressSubject(request.ip, rateLimits) : appSubject(client, rateLimits)
}

/**
 * Counts the call of an app that a step has authenticated. A public app proves nothing by its `client_id`: its calls are
 * counted for the address, so that nobody uses up another's limit.
 */
export function identify(
  request: FastifyRequest,
  limits: RateLimiting,
  { config }: Context,
): Call<OperationId>['identify'] {
  return ({ client }) =>
    client.tokenEndpointAuthMethod === 'none'
      ? limits.countAddress(request)
      : limits.count(request, appSubject(client, config.rateLimits))
}

/** One window's limiter; null for a subject that has no limit in it. */
function windowCheck(app: FastifyInstance, { clock }: Context, window: WindowName): Check {
  const limitOf = (request: FastifyRequest) => request.counted!.subject.limits[window]
  const check = app.createRateLimit({
    timeWindow: windowSeconds[window] * 1000,
    max: limitOf,
    keyGenerator: (request) => request.counted!.subject.key,
  })
  return async (request) => {
    if (limitOf(request) === 0) return null
    const result = await check(request)
    if (result.isAllowed) throw new Error('there is no list of those who are always allowed')
    // Windows end on whole seconds; what rounding takes away passed since the counter was read.
    const resetAtSeconds = Math.round((clock.now().getTime() + result.ttl) / 1000)
    return { limit: result.max, remaining: result.remaining, resetAtSeconds, isExceeded: result.isExceeded }
  }
}

function kindOf({ key }: RateSubject): LimitedSubject {
  return key.slice(0, key.indexOf(':')) as LimitedSubject
}

type Done = Parameters<FastifyRateLimitStore['incr']>[1]

/** The library makes its store itself, and a child of it for every window; ours is already there. */
function storeOn({ limiter }: Context): new () => FastifyRateLimitStore {
  const count = async (key: string, windowMs: number, done: Done): Promise<void> => {
    try {
      const { current, ttlMs } = await limiter.increment(key, windowMs)
      done(null, { current, ttl: ttlMs })
    } catch (error) {
      done(error as Error)
    }
  }
  return class implements FastifyRateLimitStore {
    incr(key: string, done: Done, windowMs: number): void {
      void count(key, windowMs, done)
    }
    child(): FastifyRateLimitStore {
      return this
    }
  }
}

function headersOf({ limit, remaining, resetAtSeconds }: WindowCount): Record<string, number> {
  return {
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': resetAtSeconds,
  }
}
