import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { etagOf, matches } from './conditional.ts'
import { deprecationHeaders } from './deprecation.ts'
import type { AllOperations, Call, Operation, OperationEntry, OperationId } from './operation.ts'
import { plainReply } from './plainReply.ts'
import type { ReplyCheck } from './reply.ts'

/** An answer that is the same for everybody until something changes: bytes and their validator. */
type Rendered = {
  readonly text: string
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}

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
  const rendered = new Map<string, Rendered>()
  let generation = 0
  async function load(entry: OperationEntry): Promise<Rendered> {
    const begun = generation
    const fresh = await render(entry, from)
    // Not what was forgotten meanwhile: it was made from the former state.
    if (begun === generation) rendered.set(entry.id, fresh)
    return fresh
  }
  function answer(
    entry: OperationEntry,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void | Promise<FastifyReply> {
    const known = rendered.get(entry.id)
    // Nothing is returned: Fastify would wait for a reply that has gone.
    if (known !== undefined) return void sendRendered(known, request, reply)
    return load(entry).then((fresh) => sendRendered(fresh, request, reply))
  }
  function forget(): void {
    generation += 1
    rendered.clear()
  }
  return { answer, forget }
}

/** As text, which Node writes together with the head of the answer: two pieces would cost another write. */
function sendRendered(
  { text, etag, headers }: Rendered,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  void reply.headers(headers).header('x-request-id', request.id)
  if (matches(request.headers['if-none-match'], etag))
    return reply.removeHeader('content-type').code(304).send()
  return reply.send(text)
}

async function render(
  entry: OperationEntry,
  { context, check, handlers }: Parameters<typeof createStatic>[0],
): Promise<Rendered> {
  const call = { now: context.clock.now(), reply: plainReply }
  const handler = handlers[entry.id] as Operation<OperationId>
  const reply = await handler(call as unknown as Call<OperationId>, context)
  const leaving = deprecationHeaders(entry, reply.headers)
  const checked = check.check(entry, {
    ...reply,
    headers: { ...reply.headers, ...leaving, etag: '', 'cache-control': '', 'x-request-id': '' },
  })
  if (checked === null) throw new Error(`the static answer of ${entry.id} breaks the contract`)
  const isJson = mediaTypeOf(entry) === 'application/json'
  const text = isJson ? JSON.stringify(checked.body) : String(checked.body)
  const etag = etagOf(Buffer.from(text))
  const headers = {
    ...leaving,
    etag,
    'cache-control': 'public, max-age=300',
    'content-type': `${mediaTypeOf(entry)}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
  }
  return { text, etag, headers }
}

/** What a static operation is made of: JSON, or text such as a stylesheet. */
function mediaTypeOf({ produces }: OperationEntry): string {
  return produces[0] ?? 'application/json'
}
