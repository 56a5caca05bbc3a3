import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Operation as SpecOperation } from 'openapi-backend'
import { operations as table } from '../../generated/operations.gen.ts'
import type { Context } from '../context.ts'
import { plainAddress } from '../domain/address.ts'
import type { Admission, Visit } from './admission.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { checkAccountForm, isForSignedIn, leadToSignIn, resolveBrowser } from './browserSession.ts'
import { matchedRequest, type Backend31, type MatchedRequest } from './backend.ts'
import { failureOf } from './failure.ts'
import { explainInvalid } from './invalid.ts'
import { finish } from './finish.ts'
import { cookiesOf, noCookies } from './cookies.ts'
import { checkDevelopmentPeer } from './development.ts'
import { errorAnswer, errorUri } from './errors.ts'
import { checkHeaders } from './firstLook.ts'
import { mediaTypeOf } from './negotiation.ts'
import type {
  AllOperations,
  Answer,
  Call,
  Operation,
  OperationEntry,
  OperationId,
  Principal,
  RefusalPage,
  Reply,
} from './operation.ts'
import { identify, subjectOf, type RateLimiting } from './rateLimit.ts'
import { fastifyUrl, mountOtherMethods } from './otherMethods.ts'
import { plainReply } from './plainReply.ts'
import type { ReplyCheck } from './reply.ts'
import {
  checkFreshness,
  checkOptionalToken,
  presentedToken,
  promisedPrincipal,
  refuseUnauthorized,
  requestToken,
  resolvePrincipal,
  satisfies,
} from './security.ts'
import { createStatic } from './static.ts'
import type { Trace } from './trace.ts'
import { viewOf } from './view.ts'

/** One request on its way through the corridor. */
export type Exchange = {
  readonly entry: OperationEntry
  readonly request: FastifyRequest
  readonly now: Date
  /** resolved once; every scheme handler compares the same answer */
  readonly principal: Promise<Principal | Refusal>
  /** its place among the requests that need the database */
  readonly visit: Visit
  /** counts the call for whoever makes it */
  readonly limits: RateLimiting
}

/** What the corridor is built from. */
export type Corridor = {
  readonly app: FastifyInstance
  readonly backend: Backend31
  readonly context: Context
  readonly check: ReplyCheck
  readonly admission: Admission
  readonly limits: RateLimiting
  readonly handlers: AllOperations
}

const entries = Object.values(table) as readonly OperationEntry[]
const isSecured = ({ security }: OperationEntry) => security.length > 0
const noPrincipal = Promise.resolve(refuse('invalid_token', 'No access token was presented'))

/** Registers the steps that openapi-backend calls between routing and the handler. */
export function registerSteps(backend: Backend31, context: Context, handlers: AllOperations): void {
  for (const scheme of Object.keys(backend.definition.components?.securitySchemes ?? {}))
    backend.registerSecurityHandler(scheme, async ({ operation }, exchange: Exchange) => {
      const principal = await exchange.principal
      if (isRefusal(principal)) return false
      const requirement = (operation.security as OperationEntry['security']).find((each) => scheme in each)
      exchange.request.trace?.passed.add('token valid')
      return (
        satisfies(principal, scheme, requirement?.[scheme] ?? []) &&
        checkFreshness(exchange.entry, principal, exchange.now) === null
      )
    })
  backend.register({
    unauthorizedHandler: async ({ operation }, exchange: Exchange) => {
      const principal = await exchange.principal
      const refusal = isRefusal(principal)
        ? principal
        : (checkFreshness(exchange.entry, principal, exchange.now) ??
          refuseUnauthorized(principal, operation.security as OperationEntry['security']))
      if (refusal.code === 'insufficient_scope') exchange.request.trace?.passed.add('token kind')
      if (refusal.code === 'insufficient_user_authentication') passSecurity(exchange.request.trace)
      if (isForSignedIn(exchange.entry))
        return answered(leadToSignIn(refusal, exchange.request, context.config.issuer))
      return refusing(exchange.request, exchange.entry, context)(refusal)
    },
    validationFail: async ({ operation, request, validation }, exchange: Exchange) =>
      refusing(
        exchange.request,
        exchange.entry,
        context,
      )(
        explainInvalid(
          operation,
          request as MatchedRequest,
          validation.errors ?? [],
          passSecurity(exchange.request.trace),
        ),
      ),
    notImplemented: () => {
      throw new Error('an operation of the contract has no handler')
    },
  })
  for (const entry of entries)
    backend.register(entry.id, (_c, exchange: Exchange) => invoke(exchange, context, handlers))
}

async function invoke(exchange: Exchange, context: Context, handlers: AllOperations): Promise<Reply> {
  const { entry, request, now } = exchange
  passSecurity(request.trace)?.passed.add('contract')
  await exchange.visit.enter(request.body)
  const principal = promisedPrincipal(await exchange.principal, entry.security)
  if (principal !== undefined && !isRefusal(principal) && principal.kind === 'browser') {
    const foreign = checkAccountForm(request, principal, context.config.issuer)
    if (foreign !== null) return refusing(request, entry, context)(foreign)
  }
  const view = viewOf(request, entry, context)
  const call = {
    body: request.body,
    path: request.params,
    query: request.query,
    principal,
    authorization: entry.clientAuthentication === null ? undefined : request.headers.authorization,
    initialAccessToken: entry.takesInitialToken ? presentedToken(request.headers) : null,
    cookies: entry.audience === 'browser' ? cookiesOf(request.headers.cookie) : noCookies,
    // No getters: an object with some costs more to make than the three values they would save.
    address: plainAddress(request.ip),
    userAgent: request.headers['user-agent'],
    identify: identify(request, exchange.limits, context),
    outside: (work: () => Promise<unknown>) => exchange.visit.outside(work),
    formOrigin: { origin: request.headers.origin, fetchSite: request.headers['sec-fetch-site'] },
    acceptLanguage: view.languages,
    view,
    now,
    requestId: request.id,
    reply: plainReply,
    errorUri: ({ code }: Refusal) => errorUri(context.config, code, request.id),
    because,
    refuse: refusing(request, entry, context),
  }
  const handler = handlers[entry.id] as Operation<OperationId>
  return handler(call as unknown as Call<OperationId>, context)
}

const because = (refusal: Refusal, given: Reply): Reply => ({ ...given, refusal })

function refusing(
  request: FastifyRequest,
  entry: OperationEntry,
  context: Context,
): (refusal: Refusal, page?: RefusalPage) => Reply {
  return (refusal, page) => {
    const answer = errorAnswer(refusal, request, entry, context)
    if (page === undefined) return answered({ ...answer, refusal })
    return answered({ ...answer, body: page.body, headers: { ...answer.headers, ...page.headers }, refusal })
  }
}

/** Whatever comes after security has passed it. */
function passSecurity(trace: Trace | null): Trace | null {
  for (const name of ['token presented', 'token valid', 'token kind', 'token scope'] as const)
    trace?.passed.add(name)
  return trace
}

/** Handlers get their replies from here only: nothing put together by hand passes for one. */
function answered(answer: Answer): Reply {
  return answer as Reply
}

/** One Fastify route per URL and method of the contract; every other method of a known URL is answered there too. */
export function mountOperations(corridor: Corridor): void {
  const statics = createStatic(corridor)
  corridor.context.keys.onChange(statics.forget)
  const { development, clientRegistration } = corridor.context.config
  const served = entries.filter(
    ({ isDevelopmentOnly, takesInitialToken }) =>
      (!isDevelopmentOnly || development) && (!takesInitialToken || clientRegistration.mode !== 'off'),
  )
  const routes = Map.groupBy(served, ({ method, path }) => `${method} ${path}`)
  for (const halves of routes.values())
    for (const path of [halves[0]!.path, ...halves[0]!.aliases])
      mountRoute(corridor, path, halves, statics.answer)
  mountOtherMethods(corridor.app, served, corridor.context)
}

/** @param halves  the operations that share the URL and method, told apart by media type (`x-media-operations`) */
function mountRoute(
  corridor: Corridor,
  path: string,
  halves: readonly OperationEntry[],
  answerStatic: ReturnType<typeof createStatic>['answer'],
): void {
  const { app, backend, context } = corridor
  const specs = new Map(halves.map(({ id }) => [id, backend.router.getOperation(id) as SpecOperation]))
  app.route({
    method: halves[0]!.method,
    url: fastifyUrl(path),
    ...(halves[0]!.bodyLimit !== null && { bodyLimit: halves[0]!.bodyLimit }),
    config: { operations: halves },
    onRequest: (request, reply, done) => {
      const entry = pickOperation(halves, request.headers['content-type'])
      const refusal = checkDevelopmentPeer(entry, request) ?? checkHeaders(entry, request)
      if (refusal === null) return done()
      void finish(reply, entry, refusing(request, entry, context)(refusal), corridor)
    },
    handler: (request, reply) => {
      const entry = pickOperation(halves, request.headers['content-type'])
      if (entry.isStatic) return answerStatic(entry, request, reply)
      const answer = run(entry, specs.get(entry.id)!, request, corridor)
      return answer.then((done) => finish(reply, entry, done, corridor))
    },
  })
}

async function run(
  entry: OperationEntry,
  operation: SpecOperation,
  request: FastifyRequest,
  { backend, context, admission, limits }: Corridor,
): Promise<Reply> {
  const visit = admission.visit(entry)
  try {
    request.trace?.passed.add('body size')
    if (isRefusal(request.query)) return refusing(request, entry, context)(request.query)
    request.trace?.passed.add('readable request')
    const now = context.clock.now()
    const principal = isSecured(entry) ? principalOf(request, entry, now, context, visit) : noPrincipal
    const exchange: Exchange = { entry, request, now, principal, visit, limits }
    const refusal =
      (await countCaller(exchange, context)) ?? checkOptionalToken(await principal, entry.security)
    if (refusal !== null) return refusing(request, entry, context)(refusal)
    return (await backend.handleRequest(matchedRequest(request, operation), exchange)) as Reply
  } catch (error) {
    return refusing(request, entry, context)(failureOf(error, request, context))
  } finally {
    visit.leave()
  }
}

/** Counts the call for whoever makes it. An app that proves itself in a step of the handler is counted by `call.identify`. */
async function countCaller(
  { entry, request, principal, limits }: Exchange,
  context: Context,
): Promise<Refusal | null> {
  if (!entry.isRateLimited || entry.clientAuthentication !== null) return null
  if (!isSecured(entry)) return limits.countAddress(request)
  return limits.count(request, subjectOf(await principal, request, context))
}

/** A token is looked up when it is the request's turn; without a token there is nothing to look up. */
async function principalOf(
  request: FastifyRequest,
  entry: OperationEntry,
  now: Date,
  context: Context,
  visit: Visit,
): Promise<Principal | Refusal> {
  if (isForSignedIn(entry)) {
    await visit.enter(request.body)
    return resolveBrowser(request, now, context)
  }
  const token = requestToken(request, entry)
  if (typeof token === 'string') {
    request.trace?.passed.add('token presented')
    await visit.enter(request.body)
  }
  return resolvePrincipal(token, now, context)
}

/** The operation of a route that a request asks for: two of one URL are told apart by media type (`x-media-operations`). */
export function pickOperation(
  halves: readonly OperationEntry[],
  contentType: string | undefined,
): OperationEntry {
  if (halves.length === 1) return halves[0]!
  const mediaType = mediaTypeOf(contentType ?? '')
  return (
    halves.find((half) => half.mediaType === mediaType) ?? halves.find((half) => half.mediaType === null)!
  )
}
