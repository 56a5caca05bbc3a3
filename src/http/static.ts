import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { etagOf, matches } from './conditional.ts'
import type { AllOperations, Call, Operation, OperationEntry, OperationId, Reply } from './operation.ts'
import type { ReplyCheck } from './reply.ts'

/** An answer that is the same for everybody until something changes: bytes and their validator. */
type Rendered = { readonly bytes: Buffer; readonly etag: string }

/**
 * Answers `x-static` operations (discovery, JWKS, the contract itself, style and scripts of pages) from bytes that were rendered once: past
 * validation and limits, 304 for a client that has them already (RFC 9110 §13.1.2).
 *
 * @returns `answer`, and `forget` for when what they were made from changes
 */
export function createStatic(from: {
  readonly context: Context
  readonly check: ReplyCheck
  readonly handlers: AllOperations
}) {
  const rendered = new Map<string, Promise<Rendered>>()
  const load = (entry: OperationEntry): Promise<Rendered> => {
    const known = rendered.get(entry.id)
    if (known !== undefined) return known
    const fresh = render(entry, from)
    rendered.set(entry.id, fresh)
    // A failure is not kept: the next request tries again.
    fresh.catch(() => rendered.delete(entry.id))
    return fresh
  }
  async function answer(
    entry: OperationEntry,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { bytes, etag } = await load(entry)
    void reply.headers({
      etag,
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
      'x-request-id': request.id,
    })
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
    return reply.header('content-type', `${mediaTypeOf(entry)}; charset=utf-8`).send(bytes)
  }
  return { answer, forget: () => rendered.clear() }
}

async function render(
  entry: OperationEntry,
  { context, check, handlers }: Parameters<typeof createStatic>[0],
): Promise<Rendered> {
  const call = {
    now: context.clock.now(),
    reply: (status: number, body: unknown, headers: Reply['headers'] = {}) => ({
      status,
      body,
      headers,
      refusal: null,
    }),
  }
  const handler = handlers[entry.id] as Operation<OperationId>
  const reply = await handler(call as unknown as Call<OperationId>, context)
  const checked = check.check(entry, {
    ...reply,
    headers: { ...reply.headers, etag: '', 'cache-control': '', 'x-request-id': '' },
  })
  if (checked === null) throw new Error(`the static answer of ${entry.id} breaks the contract`)
  const isJson = mediaTypeOf(entry) === 'application/json'
  const bytes = Buffer.from(isJson ? JSON.stringify(checked.body) : String(checked.body))
  return { bytes, etag: etagOf(bytes) }
}

/** What a static operation is made of: JSON, or text such as a stylesheet. */
function mediaTypeOf({ produces }: OperationEntry): string {
  return produces[0] ?? 'application/json'
}
