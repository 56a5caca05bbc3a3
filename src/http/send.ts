import type { FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { contentSecurityPolicy } from '../pages/contentSecurityPolicy.ts'
import { completeBytes } from './bytes.ts'
import { wireError } from './errors.ts'
import type { Answer, OperationEntry, Reply } from './operation.ts'
import { noteRefusal } from './refused.ts'
import { deprecationHeaders } from './deprecation.ts'
import type { ReplyCheck } from './reply.ts'

/**
 * The end of the corridor: the reply is completed with what its class implies, validated against the contract, and
 * only then serialised.
 */
export function send(
  reply: FastifyReply,
  entry: OperationEntry,
  answer: Answer,
  context: Context,
  check: ReplyCheck,
): FastifyReply {
  const completed = completeBytes(answer, entry, reply.request.headers['if-none-match'])
  const { status, refusal, body } = completed
  const headers: Record<string, Reply['headers'][string]> = {
    ...classHeaders(entry, refusal),
    ...completed.headers,
  }
  if (entry.deprecation !== null) Object.assign(headers, deprecationHeaders(entry, completed.headers))
  headers['x-request-id'] = reply.request.id
  const checked = check.check(entry, { status, refusal, body, headers })
  if (checked === null) return sendBroken(reply, entry, context)
  if (refusal !== null) noteRefusal({ request: reply.request, entry, status, refusal }, context)
  void reply.code(status)
  for (const name of Object.keys(headers)) {
    const value = headers[name]
    if (value !== undefined) void reply.header(name, value)
  }
  if (checked.body === undefined) return reply.send()
  if (checked.body instanceof Uint8Array) return reply.send(checked.body)
  if (entry.audience === 'browser' && typeof checked.body === 'string') {
    const isMarkdown = status < 300 && entry.produces.includes('text/markdown')
    return reply
      .header('content-type', `text/${isMarkdown ? 'markdown' : 'html'}; charset=utf-8`)
      .send(checked.body)
  }
  if (answer.headers['content-type'] !== undefined) return reply.send(checked.body)
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(checked.body))
}

/**
 * Answers are made for one caller: nobody keeps them (RFC 9111 §5.2.2.5). What anybody may keep is `x-static` and does not
 * come here, or its operation says for how long (`x-cache-control`), which never holds for an error.
 */
function classHeaders(
  { audience, security, cacheControl }: OperationEntry,
  refusal: Refusal | null,
): Readonly<Record<string, string>> {
  if (audience === 'browser') return page
  const ofClass = security.length > 0 ? secured : noStore
  return cacheControl === null || refusal !== null ? ofClass : { ...ofClass, 'cache-control': cacheControl }
}

const noStore = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
/**
 * What every page carries: nothing but our own files is loaded, nobody frames it, no URL leaks as Referer to
 * others (to ourselves it may: without it browsers would send our own forms with `Origin: null`). A page with a form
 * that ends in a redirect names that origin in a policy of its own: browsers hold `form-action` against redirects too.
 */
const page = {
  ...noStore,
  'content-security-policy': contentSecurityPolicy(),
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
}
const secured = { ...noStore, vary: 'Authorization, X-Auth-Token' }

/** The handler's answer broke the contract and may not leave the process. */
function sendBroken(reply: FastifyReply, entry: OperationEntry, context: Context): FastifyReply {
  const refusal = refuse('server_error', 'Something went wrong on our side', 'the answer broke the contract')
  const { status, body, headers } = wireError(refusal, reply.request.id, context.config)
  noteRefusal({ request: reply.request, entry, status, refusal }, context)
  return reply
    .code(status)
    .headers({ ...headers, ...deprecationHeaders(entry, {}), 'x-request-id': reply.request.id })
    .send(body)
}
