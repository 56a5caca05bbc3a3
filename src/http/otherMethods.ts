import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { refuse } from '../domain/refusal.ts'
import { wireError } from './errors.ts'
import type { OperationEntry } from './operation.ts'
import { noteRefusal } from './refused.ts'

/** A URL of the contract, for the methods it does not have. */
type Place = {
  /** as Fastify spells it */
  readonly route: string
  readonly operations: readonly OperationEntry[]
  /** the value of `Allow` */
  readonly allow: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** where a request came to with a method that the URL does not have; null for every other */
    place: Place | null
  }
}

/** A path of the contract as Fastify spells it. */
export function fastifyUrl(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/**
 * 405 with `Allow` (RFC 9110 §15.5.6), and OPTIONS, for every URL that the contract knows. Before any body is read. A route for
 * each of the methods that Node reads would be thirty times as many routes as there are operations, and take longer to make
 * than all else at a start: what no route is for is looked up here instead.
 */
export function mountOtherMethods(
  app: FastifyInstance,
  served: readonly OperationEntry[],
  context: Context,
): void {
  const places = placesOf(served)
  const find = createFinder(places)
  const answer = (place: Place, request: FastifyRequest, reply: FastifyReply) => {
    request.place = place
    return answerOther(request, reply, place, context)
  }
  app.decorateRequest('place', null)
  app.addHook('onRequest', (request, reply, done) => {
    const place = request.is404 ? find(request.url) : undefined
    if (place === undefined) return done()
    void answer(place, request, reply)
  })
  for (const [path, place] of places) {
    const method = hiddenMethods(path, places)
    if (method.length === 0) continue
    const refusing = async (request: FastifyRequest, reply: FastifyReply) => answer(place, request, reply)
    app.route({ method, url: place.route, onRequest: refusing, handler: refusing })
  }
}

function placesOf(served: readonly OperationEntry[]): ReadonlyMap<string, Place> {
  const known = Map.groupBy(
    served.flatMap((entry) => [entry.path, ...entry.aliases].map((path) => ({ path, entry }))),
    ({ path }) => path,
  )
  return new Map(
    [...known].map(([path, placed]) => {
      const operations = placed.map(({ entry }) => entry)
      const own = new Set(operations.map(({ method }) => method))
      const allowed = [...own, ...(own.has('GET') ? ['HEAD'] : []), 'OPTIONS']
      return [path, { route: fastifyUrl(path), operations, allow: allowed.toSorted().join(', ') }]
    }),
  )
}

/** Finds the place of a URL: a literal path goes before one with parameters (OpenAPI 3.1, Paths Object). */
function createFinder(places: ReadonlyMap<string, Place>): (url: string) => Place | undefined {
  const templates = [...places].filter(([path]) => path.includes('{'))
  const patterns = templates.map(([path, place]) => ({ pattern: patternOf(path), place }))
  return (url) => {
    // The router has refused by now what cannot be decoded.
    const path = decodeURI(url.split(/[?#]/, 1)[0]!)
    return places.get(path) ?? patterns.find(({ pattern }) => pattern.test(path))?.place
  }
}

function patternOf(path: string): RegExp {
  const literals = path.split(/\{\w+\}/).map((text) => text.replaceAll('.', '\\.'))
  return new RegExp(`^${literals.join('[^/]*')}$`)
}

/** The methods of a literal path that the router would take for those of a path with parameters. */
function hiddenMethods(path: string, places: ReadonlyMap<string, Place>): string[] {
  if (path.includes('{')) return []
  const own = new Set(places.get(path)!.operations.map(({ method }) => method))
  const overlapping = [...places].filter(([other]) => other.includes('{') && patternOf(other).test(path))
  const methods = overlapping.flatMap(([, { operations }]) => operations.map(({ method }) => method))
  return [...new Set(methods)].filter((method) => !own.has(method))
}

function answerOther(
  request: FastifyRequest,
  reply: FastifyReply,
  { allow }: Place,
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
