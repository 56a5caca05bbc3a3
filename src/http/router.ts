import { METHODS } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Operation as SpecOperation } from 'openapi-backend'
import { operations as table } from '../../generated/operations.gen.ts'
import { operations as handlers } from '../api/index.ts'
import type { Context } from '../context.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import type { Backend31, MatchedRequest } from './backend.ts'
import { failureOf } from './failure.ts'
import { explainInvalid } from './invalid.ts'
import { cookiesOf, noCookies } from './cookies.ts'
import { errorAnswer, wireError } from './errors.ts'
import { checkAccept, checkContentEncoding, checkContentType, mediaTypeOf } from './negotiation.ts'
import type { Answer, Call, Operation, OperationEntry, OperationId, Principal, Reply } from './operation.ts'
import type { ReplyCheck } from './reply.ts'
import { refuseUnauthorized, resolvePrincipal, satisfies } from './security.ts'
import { send } from './send.ts'
import { createStatic } from './static.ts'

/** One request on its way through the corridor. */
export type Exchange = {
  readonly entry: OperationEntry
  readonly request: FastifyRequest
  readonly now: Date
  /** resolved once; every scheme handler compares the same answer */
  readonly principal: Promise<Principal | Refusal>
}

/** What the corridor is built from. */
export type Corridor = {
  readonly app: FastifyInstance
  readonly backend: Backend31
  readonly context: Context
  readonly check: ReplyCheck
}

const entries = Object.values(table) as readonly OperationEntry[]
const noPrincipal = Promise.resolve(refuse('invalid_token', 'No access token was presented'))

/** Registers the steps that openapi-backend calls between routing and the handler. */
export function registerSteps(backend: Backend31, context: Context): void {
  for (const scheme of Object.keys(backend.definition.components?.securitySchemes ?? {}))
    backend.registerSecurityHandler(scheme, async ({ operation }, exchange: Exchange) => {
      const principal = await exchange.principal
      if (isRefusal(principal)) return false
      const requirement = (operation.security as OperationEntry['security']).find((each) => scheme in each)
      return satisfies(principal, scheme, requirement?.[scheme] ?? [])
    })
  backend.register({
    unauthorizedHandler: async ({ operation }, exchange: Exchange) => {
      const principal = await exchange.principal
      const refusal = isRefusal(principal)
        ? principal
        : refuseUnauthorized(principal, operation.security as OperationEntry['security'])
      return refusing(exchange.request, exchange.entry)(refusal)
    },
    validationFail: async ({ operation, request, validation }, exchange: Exchange) =>
      refusing(
        exchange.request,
        exchange.entry,
      )(explainInvalid(operation, request as MatchedRequest, validation.errors ?? [])),
    notImplemented: () => {
      throw new Error('an operation of the contract has no handler')
    },
  })
  for (const entry of entries)
    backend.register(entry.id, (_c, exchange: Exchange) => invoke(exchange, context))
}

async function invoke(exchange: Exchange, context: Context): Promise<Reply> {
  const { entry, request, now } = exchange
  const call = {
    body: request.body,
    path: request.params,
    query: request.query,
    principal: entry.security.length === 0 ? undefined : await exchange.principal,
    authorization: entry.clientAuthentication === null ? undefined : request.headers.authorization,
    cookies: entry.audience === 'browser' ? cookiesOf(request.headers.cookie) : noCookies,
    acceptLanguage: request.headers['accept-language'],
    now,
    requestId: request.id,
    reply: (status: number, body?: unknown, headers: Reply['headers'] = {}) => ({
      status,
      body,
      headers,
      refusal: null,
    }),
    refuse: refusing(request, entry),
  }
  const handler = handlers[entry.id] as Operation<OperationId>
  return handler(call as unknown as Call<OperationId>, context)
}

function refusing(request: FastifyRequest, entry: OperationEntry): (refusal: Refusal) => Reply {
  return (refusal) => answered({ ...errorAnswer(refusal, request, entry), refusal })
}

/** Handlers get their replies from here only: nothing put together by hand passes for one. */
function answered(answer: Answer): Reply {
  return answer as Reply
}

/** One Fastify route per URL and method of the contract; every other method of a known URL is answered there too. */
export function mountOperations(corridor: Corridor): void {
  const statics = createStatic(corridor)
  corridor.context.keys.onChange(statics.forget)
  const routes = Map.groupBy(entries, ({ method, path }) => `${method} ${path}`)
  for (const halves of routes.values())
    for (const path of [halves[0]!.path, ...halves[0]!.aliases])
      mountRoute(corridor, path, halves, statics.answer)
  mountOtherMethods(corridor.app)
}

/** @param halves  the operations that share the URL and method, told apart by media type (`x-media-operations`) */
function mountRoute(
  { app, backend, context, check }: Corridor,
  path: string,
  halves: readonly OperationEntry[],
  answerStatic: ReturnType<typeof createStatic>['answer'],
): void {
  const specs = new Map(halves.map(({ id }) => [id, backend.router.getOperation(id) as SpecOperation]))
  app.route({
    method: halves[0]!.method,
    url: fastifyUrl(path),
    config: { operations: halves },
    onRequest: (request, reply, done) => {
      const entry = pick(halves, request.headers['content-type'])
      const refusal =
        checkAccept(entry, request.headers.accept) ??
        checkContentEncoding(request.headers['content-encoding']) ??
        checkContentType(entry, request.headers['content-type'], hasBody(request))
      if (refusal === null) return done()
      void send(reply, entry, refusing(request, entry)(refusal), context, check)
    },
    handler: async (request, reply) => {
      const entry = pick(halves, request.headers['content-type'])
      if (entry.isStatic) return answerStatic(entry, request, reply)
      const answer = await run(entry, specs.get(entry.id)!, request, backend, context)
      return send(reply, entry, answer, context, check)
    },
  })
}

async function run(
  entry: OperationEntry,
  operation: SpecOperation,
  request: FastifyRequest,
  backend: Backend31,
  context: Context,
): Promise<Reply> {
  try {
    if (isRefusal(request.query)) return refusing(request, entry)(request.query)
    const now = context.clock.now()
    const secured = entry.security.length > 0
    const principal = secured ? resolvePrincipal(request.headers, now, context) : noPrincipal
    const exchange: Exchange = { entry, request, now, principal }
    return (await backend.handleRequest(matched(request, operation), exchange)) as Reply
  } catch (error) {
    return refusing(request, entry)(failureOf(error, request, context))
  }
}

/** The request in the words of openapi-backend. A body that was not sent is absent, not null. */
function matched(request: FastifyRequest, operation: SpecOperation): MatchedRequest {
  const input: MatchedRequest['input'] = {
    path: request.params,
    query: request.query,
    header: request.headers,
    cookie: {},
  }
  if (request.body !== undefined && request.body !== null) input.requestBody = request.body
  return {
    method: request.method,
    path: operation.path,
    headers: request.headers,
    params: request.params,
    query: request.query,
    cookies: {},
    requestBody: request.body,
    operation,
    input,
  } as MatchedRequest
}

function pick(halves: readonly OperationEntry[], contentType: string | undefined): OperationEntry {
  if (halves.length === 1) return halves[0]!
  const mediaType = mediaTypeOf(contentType ?? '')
  return (
    halves.find((half) => half.mediaType === mediaType) ?? halves.find((half) => half.mediaType === null)!
  )
}

function hasBody(request: FastifyRequest): boolean {
  const length = request.headers['content-length']
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}

function fastifyUrl(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1')
}

/** 405 with `Allow` (RFC 9110 §15.5.6), and OPTIONS, for every URL that the contract knows. Before any body is read. */
function mountOtherMethods(app: FastifyInstance): void {
  const known = Map.groupBy(
    entries.flatMap((entry) =>
      [entry.path, ...entry.aliases].map((path) => ({ path, method: entry.method })),
    ),
    ({ path }) => path,
  )
  const supported = METHODS.filter((method) => method !== 'CONNECT')
  for (const method of supported) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method)
  for (const [path, placed] of known) {
    const own = new Set(placed.map(({ method }) => method))
    const allowed = [...own, ...(own.has('GET') ? ['HEAD'] : []), 'OPTIONS']
    const allow = allowed.toSorted().join(', ')
    const others = supported.filter((method) => !own.has(method) && !(method === 'HEAD' && own.has('GET')))
    const answer = async (request: FastifyRequest, reply: FastifyReply) => answerOther(request, reply, allow)
    app.route({ method: others, url: fastifyUrl(path), onRequest: answer, handler: answer })
  }
}

function answerOther(request: FastifyRequest, reply: FastifyReply, allow: string): FastifyReply {
  void reply.headers({ allow, 'x-request-id': request.id })
  if (request.method === 'OPTIONS') return reply.code(204).send()
  const { status, body, headers } = wireError(
    refuse('method_not_allowed', 'This URL does not answer this method', `method ${request.method}`),
    request.id,
  )
  return reply.code(status).headers(headers).send(body)
}
