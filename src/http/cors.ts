import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { isLoopbackOrigin, isWebOrigin } from '../domain/oauth/webOrigin.ts'
import type { OperationEntry } from './operation.ts'
import { createOrigins } from './origins.ts'
import { pickOperation } from './router.ts'

/** Headers of answers that scripts may read besides the few that are always readable (Fetch Standard, CORS-safelisted). */
const exposed =
  'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After, Link, X-Count, ETag, X-Request-Id, WWW-Authenticate'

/** Headers that scripts may send. */
const accepted = 'Authorization, Content-Type, If-None-Match, X-Auth-Token'

/** Seconds for which a browser need not ask again before a call. */
const preflightSeconds = 600

type MayCall = (origin: string, entry: OperationEntry) => Promise<boolean>

/**
 * Tells browsers which pages may call by script (Fetch Standard, CORS protocol), on every answer as it leaves, errors
 * included. Never with credentials: whoever calls by script shows a token, and a cookie opens nothing here.
 */
export function addCors(app: FastifyInstance, context: Context): void {
  const mayCall = createMayCall(context)
  app.addHook('onSend', (request, reply, _payload, done) => {
    const entry = entryOf(request)
    if (entry === undefined || entry.callers === 'nobody') return done()
    const answer = (isAllowed: boolean) => {
      if (isAllowed && request.method === 'OPTIONS') answerPreflight(request, reply, entry)
      else if (isAllowed) void reply.header('access-control-expose-headers', exposed)
      done()
    }
    const allowed = allow(request, reply, entry, mayCall)
    if (typeof allowed === 'boolean') answer(allowed)
    else allowed.then(answer, done)
  })
}

/** What is called. Before a call of two that share a URL and a method a browser asks for the one in JSON: forms go unasked. */
function entryOf({ routeOptions, place, headers }: FastifyRequest): OperationEntry | undefined {
  const { operations } = routeOptions.config
  if (operations !== undefined) return pickOperation(operations, headers['content-type'])
  const placed = place?.operations ?? []
  const asked = placed.filter(({ method }) => method === headers['access-control-request-method'])
  return asked.length === 0 ? placed[0] : pickOperation(asked, headers['content-type'])
}

/** Names the origin in the answer when it may call. Without a promise where nobody has to be asked: most requests are of no page. */
function allow(
  { headers: { origin } }: FastifyRequest,
  reply: FastifyReply,
  entry: OperationEntry,
  mayCall: MayCall,
): boolean | Promise<boolean> {
  if (entry.callers === 'everybody') {
    void reply.header('access-control-allow-origin', '*')
    return true
  }
  // What nobody stores need not say, to who names no origin, that the answer to another would differ.
  if (origin === undefined && entry.cacheControl === null) return false
  const vary = reply.getHeader('vary')
  void reply.header('vary', vary === undefined ? 'Origin' : `${String(vary)}, Origin`)
  if (origin === undefined) return false
  return mayCall(origin, entry).then((may) => {
    if (may) void reply.header('access-control-allow-origin', origin)
    return may
  })
}

/** Names the methods of the URL that are for the same callers: a browser remembers the answer for all of them. */
function answerPreflight({ place }: FastifyRequest, reply: FastifyReply, asked: OperationEntry): void {
  const callable = (place?.operations ?? []).filter(({ callers }) => callers === asked.callers)
  const methods = [...new Set(callable.map(({ method }) => method))].toSorted()
  void reply.headers({
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': accepted,
    'access-control-max-age': preflightSeconds,
  })
}

function createMayCall(context: Context): MayCall {
  const { origins, development } = context.config
  const isRegistered = createOrigins(context)
  return async (origin, { callers }) => {
    if (origins.includes(origin)) return true
    if (!isWebOrigin(origin)) return false
    if (callers === 'registered') return isRegistered(origin)
    return development && isLoopbackOrigin(origin)
  }
}
