import { STATUS_CODES } from 'node:http'
import type { Context } from '../context.ts'
import { documentUri } from '../domain/issuer.ts'
import { noTokenReason, type ErrorCode, type Refusal } from '../domain/refusal.ts'
import { renderErrorPage } from '../pages/errorPage.ts'
import type { OperationEntry } from './operation.ts'
import { viewOf, type ViewRequest } from './view.ts'

/** Status of each public code: the only error → wire table. RFC 6749 §5.2, RFC 6750 §3.1, RFC 9470 §3, RFC 9110 §15. */
const statusOf: Readonly<Record<ErrorCode, number>> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  unsupported_response_type: 400,
  invalid_scope: 400,
  invalid_target: 400,
  invalid_redirect_uri: 400,
  invalid_client_metadata: 400,
  access_denied: 403,
  consent_required: 403,
  login_required: 401,
  unmet_authentication_requirements: 403,
  interaction_required: 403,
  request_not_supported: 400,
  request_uri_not_supported: 400,
  invalid_token: 401,
  insufficient_scope: 403,
  insufficient_user_authentication: 401,
  invalid_credentials: 401,
  mfa_required: 403,
  account_exists: 409,
  registration_closed: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  conflict: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  request_timeout: 408,
  header_fields_too_large: 431,
  rate_limit_exceeded: 429,
  temporarily_unavailable: 503,
  server_error: 500,
}

/** The body of every error answer. */
export type ErrorBody = {
  error: ErrorCode
  error_description: string
  error_uri: string
  request_id: string
  errors?: { path: string; message: string }[]
  mfa_token?: string
  methods?: string[]
}

/** An error as it goes over the wire. */
export type WireError = {
  readonly status: number
  readonly body: ErrorBody
  readonly headers: Record<string, string>
}

/** What decides where an error is explained. */
export type ErrorPlace = Pick<Context['config'], 'issuer' | 'development'>

/**
 * Where a developer reads about an error (RFC 6749 Appendix A.9): in development the story of that very request, in
 * production what its code means.
 */
export function errorUri({ issuer, development }: ErrorPlace, code: ErrorCode, requestId: string): string {
  return development ? `${issuer}/dev/requests/${requestId}` : `${issuer}/docs/errors/${code}`
}

/** Turns a refusal into status, body and headers. `reason` stays behind, for the log. */
export function wireError(refusal: Refusal, requestId: string, place: ErrorPlace): WireError {
  const status = statusOf[refusal.code]
  const body: ErrorBody = {
    error: refusal.code,
    error_description: refusal.description,
    error_uri: errorUri(place, refusal.code, requestId),
    request_id: requestId,
  }
  if (refusal.errors !== undefined)
    body.errors = refusal.errors.map(({ path, message }) => ({ path, message }))
  if (refusal.mfa !== undefined) {
    body.mfa_token = refusal.mfa.token
    body.methods = [...refusal.mfa.methods]
  }
  return { status, body, headers: headersOf(refusal, status) }
}

/** What an operation answers instead: JSON for programs, a page for people (`x-audience: browser`). */
export function errorAnswer(
  refusal: Refusal,
  request: ViewRequest & { readonly id: string },
  entry: Pick<OperationEntry, 'audience' | 'security'> | undefined,
  context: Pick<Context, 'config' | 'look'>,
): { readonly status: number; readonly body: unknown; readonly headers: Record<string, string> } {
  const { config } = context
  const answer = withResource(wireError(refusal, request.id, config), entry, config)
  if (entry?.audience !== 'browser') return answer
  const { code, description, page } = refusal
  const error = { code, description, requestId: request.id, explainedAt: answer.body.error_uri, ...page }
  // What was sent may be hostile, or a secret in the wrong place: an error repeats nothing of it.
  return { ...answer, body: renderErrorPage(error, { ...viewOf(request, entry, context), path: '' }) }
}

/** What opens to access tokens tells whoever has none where to learn how to get one (RFC 9728 §5.1). */
function withResource(
  answer: WireError,
  entry: Pick<OperationEntry, 'security'> | undefined,
  { issuer }: ErrorPlace,
): WireError {
  const challenge = answer.headers['www-authenticate']
  const takesAccessTokens = entry?.security.some((requirement) => 'accessToken' in requirement) === true
  if (challenge === undefined || answer.status !== 401 || !takesAccessTokens) return answer
  const resource = `resource_metadata="${documentUri(issuer, 'oauth-protected-resource')}"`
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': `${challenge}, ${resource}` } }
}

function headersOf(refusal: Refusal, status: number): Record<string, string> {
  const headers: Record<string, string> = { 'cache-control': 'no-store' }
  const challenge = challengeOf(refusal, status)
  if (challenge !== null) headers['www-authenticate'] = challenge
  if (refusal.retryAfterSeconds !== undefined) headers['retry-after'] = String(refusal.retryAfterSeconds)
  return headers
}

/**
 * The `WWW-Authenticate` that every 401 carries (RFC 9110 §11.6.1): Basic for a client that failed to authenticate
 * (RFC 6749 §5.2), Bearer otherwise. Someone who sent no token at all gets no error code (RFC 6750 §3.1).
 */
function challengeOf(refusal: Refusal, status: number): string | null {
  if (refusal.code === 'insufficient_scope') return bearer({ error: refusal.code, scope: refusal.scope })
  if (status !== 401) return null
  if (refusal.code === 'invalid_client') return 'Basic realm="latchkey", charset="UTF-8"'
  if (refusal.code === 'insufficient_user_authentication')
    return bearer({
      error: refusal.code,
      acr_values: refusal.acrValues,
      max_age: refusal.maxAgeSeconds,
    })
  if (refusal.code === 'invalid_token' && refusal.reason !== noTokenReason)
    return bearer({ error: refusal.code, error_description: refusal.description })
  return bearer({})
}

function bearer(parameters: Record<string, string | number | undefined>): string {
  const list = Object.entries({ realm: 'latchkey', ...parameters }).filter(([, value]) => value !== undefined)
  return `Bearer ${list.map(([name, value]) => `${name}="${value}"`).join(', ')}`
}

/**
 * An error as bytes for a socket that Fastify has not taken over: header overflow, a request that is no HTTP, a timeout.
 */
export function rawError(refusal: Refusal, requestId: string, place: ErrorPlace): string {
  const { status, body, headers } = wireError(refusal, requestId, place)
  const text = JSON.stringify(body)
  const lines = Object.entries({
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-request-id': requestId,
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`
}
