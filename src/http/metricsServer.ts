import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import { isOperatorTokenAlive } from '../domain/oauth/operatorToken.ts'
import { isUseWorthNoting } from '../domain/moment.ts'
import { isRefusal, noTokenReason, refuse, type Refusal } from '../domain/refusal.ts'
import { hashSecret, kindOfSecret } from '../domain/token/secret.ts'
import type { MetricsPage } from '../platform/metrics.ts'
import { StoreUnavailable } from '../store/store.ts'
import { isFromThisMachine } from './development.ts'
import { wireError } from './errors.ts'
import { presentedToken } from './security.ts'

/** The scope that a token of the operator needs to read metrics. */
const scope = 'metrics'

/** Whoever reads metrics does so every few seconds, alone or in twos. */
const mostConnections = 32

type Needs = Pick<Context, 'store' | 'clock' | 'random' | 'config' | 'log'>

/** Opens the port for metrics together with the service, and closes it with it. */
export function addMetricsServer(app: FastifyInstance, context: Context): void {
  const { config, metrics } = context
  if (config.metricsPort === null || metrics.page === null) return
  const server = createMetricsServer(metrics.page, context)
  app.addHook('onReady', () => listen(server, config.metricsPort!, config.host))
  app.addHook('onClose', async () => {
    server.close()
    server.closeAllConnections()
  })
}

function createMetricsServer(page: MetricsPage, context: Needs): Server {
  const limits = { headersTimeout: 5_000, requestTimeout: 5_000, maxHeaderSize: 8 * 1024 }
  const server = createServer(limits, (request, response) => {
    // Bodies are not read: nothing here needs one.
    request.resume()
    void answer(request, response, page, context)
  })
  server.maxConnections = mostConnections
  return server
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // Each worker of `serve --workers` has a port of its own here, and shares the other one.
    server.once('error', reject).listen({ port, host, exclusive: true }, resolve)
  })
  server.removeAllListeners('error').on('error', () => {})
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  page: MetricsPage,
  context: Needs,
): Promise<void> {
  try {
    const refusal = checkRequest(request) ?? (await checkReader(request, context))
    if (refusal !== null) return send(response, refusal, context)
    const text = await page.render()
    response.writeHead(200, { 'content-type': page.contentType, 'cache-control': 'no-store' }).end(text)
  } catch (error) {
    send(response, failureOf(error, context), context)
  }
}

/** A token that cannot be looked up is no wrong one. */
function failureOf(error: unknown, { log }: Needs): Refusal {
  if (error instanceof StoreUnavailable)
    return refuse('temporarily_unavailable', 'The token cannot be looked up', 'database unavailable', {
      retryAfterSeconds: 5,
    })
  log.error({ err: error }, 'metrics could not be read')
  return refuse('server_error', 'Something went wrong on our side', 'metrics could not be read')
}

function checkRequest({ method, url }: IncomingMessage): Refusal | null {
  if (url?.split('?')[0] !== '/metrics') return refuse('not_found', 'Nothing is found at this URL')
  return method === 'GET' || method === 'HEAD' ? null : refuse('method_not_allowed', 'Only GET and HEAD')
}

/**
 * Decides who may read: whoever sits at this machine, without a token; from elsewhere whoever has a client access token of
 * the operator with scope `metrics`. The figures name nobody, but tell how busy the service is, and when it is weak.
 */
async function checkReader(request: IncomingMessage, { store, clock }: Needs): Promise<Refusal | null> {
  if (isFromThisMachine(request)) return null
  const text = presentedToken(request.headers)
  if (isRefusal(text)) return text
  if (text === null) return refuse('invalid_token', 'No access token was presented', noTokenReason)
  const isOperators = kindOfSecret(text) === 'operatorToken'
  const token = isOperators ? await store.operatorTokens.find(hashSecret(text)) : null
  const now = clock.now()
  if (token === null || !isOperatorTokenAlive(token, now))
    return refuse('invalid_token', 'The access token is invalid, expired or revoked', 'no token for metrics')
  if (!token.scope.includes(scope))
    return refuse('insufficient_scope', 'The token does not carry the scope this needs', 'scope too small', {
      scope,
    })
  if (isUseWorthNoting(token.lastUsedAt, now)) await store.operatorTokens.touch(token.id, now)
  return null
}

function send(response: ServerResponse, refusal: Refusal, { config, random, clock }: Needs): void {
  const id = random.uuid(clock.now())
  const { status, body, headers } = wireError(refusal, id, config)
  const allow = status === 405 ? { allow: 'GET, HEAD' } : {}
  response
    .writeHead(status, { ...headers, ...allow, 'content-type': 'application/json', 'x-request-id': id })
    .end(JSON.stringify(body))
}
