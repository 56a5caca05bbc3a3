import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { aboutRoute } from '../platform/log.ts'
import { pickOperation } from './router.ts'

/** Hears of every request when it is over, answered or cut off; `ms` is how long it took. */
export type Answered = (request: FastifyRequest, reply: FastifyReply, ms: number) => void

/**
 * Tells when requests are over. By the end of the response itself: Fastify's own hook for it costs several listeners for each
 * request. Has to be added before whatever may answer.
 */
export function addAnswered(app: FastifyInstance, listeners: readonly Answered[]): void {
  app.addHook('onRequest', (request, reply, done) => {
    const begun = performance.now()
    // Comes once and takes the response with it: `once` would pay for forgetting.
    reply.raw.on('close', () => {
      const ms = performance.now() - begun
      for (const listener of listeners) listener(request, reply, ms)
    })
    done()
  })
}

/** One line a request, by route and never by URL: queries and path values stay out of the log. */
export function accessLog({ log }: Pick<Context, 'log'>): Answered {
  const written = new WeakMap<object, Map<string, string>>()
  function aboutOf({ routeOptions, method, headers, place }: FastifyRequest): string {
    const { operations } = routeOptions.config
    const entry = operations && pickOperation(operations, headers['content-type'])
    const at = place ?? routeOptions.config
    const key = entry?.mediaType ?? method
    const lines = written.get(at)
    const known = lines?.get(key)
    if (known !== undefined) return known
    const route = place?.route ?? routeOptions.url
    const about = aboutRoute({ operationId: entry?.id, method, route })
    if (lines === undefined) written.set(at, new Map([[key, about]]))
    else lines.set(key, about)
    return about
  }
  return (request, reply, ms) => {
    const status = reply.raw.statusCode
    log.answered({
      requestId: request.id,
      traceId: request.span?.traceId ?? null,
      about: aboutOf(request),
      status,
      ms: Math.round(ms * 10) / 10,
    })
  }
}
