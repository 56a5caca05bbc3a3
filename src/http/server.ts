import {
  fastify,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { ServerResponse } from 'node:http'
import type { ConnectionError } from 'fastify'
import contract from '../../generated/openapi.json' with { type: 'json' }
import { operations } from '../api/index.ts'
import type { Context } from '../context.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { createAdmission } from './admission.ts'
import { accessLog, addAnswered } from './answered.ts'
import { watchRequests } from './metrics.ts'
import { addMetricsServer } from './metricsServer.ts'
import { Backend31 } from './backend.ts'
import { forValidation } from './contract.ts'
import { addBodyParsers, parseForm, UnreadableBody } from './body.ts'
import { addCors } from './cors.ts'
import { addDrain } from './drain.ts'
import { errorAnswer, rawError, wireError } from './errors.ts'
import { failureOf } from './failure.ts'
import { finish } from './finish.ts'
import { placePages, routeIssuer } from './issuerPath.ts'
import type { AllOperations, Answer, OperationEntry } from './operation.ts'
import { createRateLimiting } from './rateLimit.ts'
import { noteRefusal, noteUnreadable } from './refused.ts'
import { createReplyCheck, type ContractMode, type Violation } from './reply.ts'
import { checkHeaders } from './negotiation.ts'
import { mountOperations, pickOperation, registerSteps } from './router.ts'
import { addSpans } from './spans.ts'
import { createTrace } from './trace.ts'
import { trustedProxy } from './trustedProxy.ts'

/** How strictly answers are held to the contract; production repairs, tests refuse. */
export type ServerOptions = {
  readonly contractMode?: ContractMode
  readonly onViolation?: (violation: Violation) => void
  /** handlers in the place of ours; the mock issuer wraps them */
  readonly operations?: AllOperations
  /** whether the checks of answers are compiled before the first request, which takes a second; left out: yes */
  readonly isWarmed?: boolean
  /** sees the server before its routes are made */
  readonly prepare?: (app: FastifyInstance) => void
  /** certificate and key; left out: plain HTTP */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined
}

/** Bytes of a request body; an operation that needs more says so in the contract. */
const bodyLimitBytes = 64 * 1024
/** Bytes of all request headers together. */
const headerLimitBytes = 16 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    /** the operations that answer at the route: more than one where they are told apart by media type */
    operations?: readonly OperationEntry[]
  }
}

let readable: object | undefined
/** The contract as openapi-backend reads it, made once. */
const readContract = () => (readable ??= forValidation(contract))

/** Builds the whole corridor, not listening yet. */
export async function createServer(context: Context, options: ServerOptions = {}): Promise<FastifyInstance> {
  const app = createFastify(context, options)
  const backend = new Backend31({
    definition: readContract() as never,
    quick: true,
    strict: true,
  })
  await backend.init()
  const check = createReplyCheck(
    backend.router.getOperations(),
    options.contractMode ?? 'repair',
    context.log,
    (violation) => {
      context.metrics.violated(violation.operationId)
      context.violations.add(violation.operationId)
      options.onViolation?.(violation)
    },
  )
  const limits = await createRateLimiting(app, context)
  const handlers = options.operations ?? operations
  registerSteps(backend, context, handlers)
  const admission = createAdmission(context.config.databasePool, context.log)
  addAnswered(app, [accessLog(context), ...watchRequests(admission, context)])
  addTraces(app, context)
  addSpans(app, context)
  addCors(app, context)
  placePages(app, context.config.issuer)
  addBodyParsers(app)
  const answer: AnswerError = (request, reply, refusal) => {
    const { operations: halves } = request.routeOptions.config
    const entry = halves && pickOperation(halves, request.headers['content-type'])
    const error: Answer = { ...errorAnswer(refusal, request, entry, context), refusal }
    if (entry !== undefined) return finish(reply, entry, error, { context, check, limits })
    noteRefusal({ request, entry: null, status: error.status, refusal }, context)
    return reply
      .code(error.status)
      .headers({ ...error.headers, 'x-request-id': request.id })
      .send(error.body)
  }
  addHeaderCheck(app, answer, context)
  addErrorAnswers(app, answer, context)
  options.prepare?.(app)
  mountOperations({ app, backend, context, check, admission, limits, handlers })
  addDrain(app, context.isStopping)
  addMetricsServer(app, context)
  if (options.isWarmed !== false) app.addHook('onListen', async () => void check.warm())
  return app
}

/** Fastify's own defaults never close slow connections: these do (RFC 9112 §9.5). */
function createFastify(context: Context, { tls }: ServerOptions): FastifyInstance {
  // Node would answer a missing Host in its own words; checkHeaders does it in ours.
  const limits = {
    requireHostHeader: false,
    headersTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: headerLimitBytes,
  }
  const server =
    tls === undefined ? { http: limits } : { https: { ...limits, ...tls, handshakeTimeout: 5_000 } }
  const app: unknown = fastify({
    ...server,
    ...routeIssuer(context.config.issuer),
    logger: false,
    genReqId: () => context.random.uuid(context.clock.now()),
    requestIdHeader: false,
    trustProxy: trustedProxy(context.config.trustProxy),
    bodyLimit: bodyLimitBytes,
    requestTimeout: 10_000,
    connectionTimeout: 15_000,
    keepAliveTimeout: 60_000,
    return503OnClosing: false,
    routerOptions: {
      // Whatever fits into the headers comes to its operation, which answers in its own way.
      maxParamLength: headerLimitBytes,
      querystringParser: parseForm,
    },
    frameworkErrors: (_error, request, reply) => {
      const refusal = refuse('invalid_request', 'The URL is malformed')
      const { status, body, headers } = wireError(refusal, request.id, context.config)
      noteUnreadable(request.id, status, refusal, context)
      void (reply as FastifyReply)
        .code(status)
        .headers({ ...headers, 'x-request-id': request.id })
        .send(body)
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
      const refusal = socketRefusal(error)
      const requestId = context.random.uuid(context.clock.now())
      noteUnreadable(requestId, wireError(refusal, requestId, context.config).status, refusal, context)
      socket.end(rawError(refusal, requestId, context.config))
    },
  })
  // The type of the server underneath is nobody's concern from here on.
  return app as FastifyInstance
}

/** In development every request has a trace from its first step on. */
function addTraces(app: FastifyInstance, { flights }: Context): void {
  app.decorateRequest('trace', null)
  if (flights === null) return
  app.addHook('onRequest', (request, _reply, done) => {
    request.trace = createTrace()
    done()
  })
}

/** What a request that never became one is told. */
function socketRefusal(error: ConnectionError): Refusal {
  if (error.code === 'HPE_HEADER_OVERFLOW')
    return refuse('header_fields_too_large', `All headers together may have ${headerLimitBytes} bytes`)
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return refuse('request_timeout', 'The request took too long to arrive')
  return refuse('invalid_request', 'This is not an HTTP request that can be read')
}

type AnswerError = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal) => unknown

/** The first look at a request, before any route's. Node asks about `Expect` even before that. */
function addHeaderCheck(app: FastifyInstance, answer: AnswerError, context: Context): void {
  app.addHook('onRequest', (request, reply, done) => {
    const refusal = checkHeaders(request.raw.rawHeaders, request.raw.httpVersion)
    if (refusal === null) return done()
    answer(request, reply, refusal)
  })
  app.server.on('checkExpectation', (_request: unknown, response: ServerResponse) => {
    const id = context.random.uuid(context.clock.now())
    const refusal = refuse('invalid_request', 'The Expect header asks for something unknown')
    const { status, body, headers } = wireError(refusal, id, context.config)
    const bytes = Buffer.from(JSON.stringify(body))
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      'x-request-id': id,
      connection: 'close',
    })
    response.end(bytes)
  })
}

/** Every error that Fastify finds by itself, in the contract's shape. */
function addErrorAnswers(app: FastifyInstance, answer: AnswerError, context: Context): void {
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, refuse('not_found', 'Nothing is found at this URL')),
  )
  app.setErrorHandler((error: FastifyError, request, reply) =>
    answer(request, reply, refusalOf(error, request, context)),
  )
}

function refusalOf(error: FastifyError, request: FastifyRequest, context: Context): Refusal {
  if (error instanceof UnreadableBody) return error.refusal
  // Whoever left in the middle of a body hears nothing any more, and it is no failure of ours.
  if (request.raw.destroyed && !request.raw.complete)
    return refuse('invalid_request', 'The request ended before it was complete')
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('payload_too_large', `The body may have ${request.routeOptions.bodyLimit} bytes`)
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refuse('unsupported_media_type', 'This operation does not read that media type')
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return refuse('invalid_request', 'Content-Length and the body differ')
    case 'FST_ERR_BAD_URL':
      return refuse('invalid_request', 'The URL is malformed')
    default:
      return failureOf(error, request, context)
  }
}
