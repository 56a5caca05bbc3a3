import { METHODS } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { refuse } from '../domain/refusal.ts'
import { wireError } from './errors.ts'
import type { OperationEntry } from './operation.ts'
import { noteRefusal } from './refused.ts'

/** A path of the contract as Fastify spells it. */
export function fastifyUrl(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** 405 with `Allow` (RFC 9110 §15.5.6), and OPTIONS, for every URL that the contract knows. Before any body is read. */
export function mountOtherMethods(
  app: FastifyInstance,
  served: readonly OperationEntry[],
  context: Context,
): void {
  const known = Map.groupBy(
    served.flatMap((entry) => [entry.path, ...entry.aliases].map((path) => ({ path, entry }))),
    ({ path }) => path,
  )
  const supported = METHODS.filter((method) => method !== 'CONNECT')
  for (const method of supported) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method)
  for (const [path, placed] of known) {
    const atPath = placed.map(({ entry }) => entry)
    const own = new Set(atPath.map(({ method }) => method))
    const allowed = [...own, ...(own.has('GET') ? ['HEAD'] : []), 'OPTIONS']
    const allow = allowed.toSorted().join(', ')
    const others = supported.filter((method) => !own.has(method) && !(method === 'HEAD' && own.has('GET')))
    const answer = async (request: FastifyRequest, reply: FastifyReply) =>
      answerOther(request, reply, allow, context)
    const config = { others: atPath }
    app.route({ method: others, url: fastifyUrl(path), config, onRequest: answer, handler: answer })
  }
}

function answerOther(
  request: FastifyRequest,
  reply: FastifyReply,
  allow: string,
  context: Context,
): FastifyReply {
  void reply.headers({ allow, 'x-request-id': request.id })
  if (request.method === 'OPTIONS') return reply.code(204).send()
  const refusal = refuse(
    'method_not_allowed',
    'This URL does not answer this method',
    `method ${request.method}`,
  )
  const { status, body, headers } = wireError(refusal, request.id, context.config)
  noteRefusal({ request, entry: null, status, refusal }, context)
  return reply.code(status).headers(headers).send(body)
}
