import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { RequestSpan } from '../platform/tracing.ts'
import { pickOperation } from './router.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** its span; null where no traces are collected */
    span: RequestSpan | null
  }
}

/** Gives every request a span, named after its operation. Where no traces are collected, no request meets a hook of it. */
export function addSpans(app: FastifyInstance, { tracing }: Pick<Context, 'tracing'>): void {
  app.decorateRequest('span', null)
  if (tracing === null) return
  app.addHook('onRequest', (request, reply, done) => {
    const { operations } = request.routeOptions.config
    const entry = operations && pickOperation(operations, request.headers['content-type'])
    const span = tracing.beginRequest({
      operationId: entry?.id,
      route: entry?.path,
      method: request.method,
      scheme: request.protocol === 'https' ? 'https' : 'http',
      requestId: request.id,
      parent: believedParent(request),
    })
    request.span = span
    reply.raw.once('close', () => span.end(reply.raw.headersSent ? reply.raw.statusCode : null))
    span.within(done)
  })
  // A body arrives in the connection's asynchronous context, not in the request's.
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.span === null) return done()
    request.span.within(done)
  })
}

/**
 * The caller's `traceparent`, where a proxy that is trusted (`LATCHKEY_TRUST_PROXY`) handed the request on. From anybody else
 * it is not believed: a stranger would decide what is recorded, and write into traces of others.
 */
function believedParent({ ips, headers }: FastifyRequest): string | undefined {
  // Fastify lists the peer alone unless the peer is trusted and says for whom it asks.
  const isHandedOn = ips !== undefined && ips.length > 1
  const { traceparent } = headers
  return isHandedOn && typeof traceparent === 'string' ? traceparent : undefined
}
