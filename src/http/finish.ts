import type { FastifyReply } from 'fastify'
import type { Context } from '../context.ts'
import { errorAnswer } from './errors.ts'
import type { Answer, OperationEntry } from './operation.ts'
import type { RateLimiting } from './rateLimit.ts'
import type { ReplyCheck } from './reply.ts'
import { send } from './send.ts'

/** What the last steps of an answer need. */
type Ends = { readonly context: Context; readonly check: ReplyCheck; readonly limits: RateLimiting }

/**
 * Counts what was refused before anybody was identified for the address it came from, and sends the answer with how the
 * caller's limits stand. Our own failures are nobody's call: a database that is away uses nobody's limits up.
 */
export async function finish(
  reply: FastifyReply,
  entry: OperationEntry,
  answer: Answer,
  ends: Ends,
): Promise<FastifyReply> {
  const { request } = reply
  const { context, limits } = ends
  const isCallOfNobody = answer.refusal !== null && answer.status < 500 && request.counted === null
  if (!entry.isRateLimited || !isCallOfNobody) return sendLimited(reply, entry, answer, ends)
  const noneLeft = await limits.countAddress(request)
  if (noneLeft === null) return sendLimited(reply, entry, answer, ends)
  const final = { ...errorAnswer(noneLeft, request, entry, context), refusal: noneLeft }
  return sendLimited(reply, entry, final, ends)
}

function sendLimited(
  reply: FastifyReply,
  entry: OperationEntry,
  answer: Answer,
  { context, check, limits }: Ends,
): FastifyReply {
  const standing = limits.headersOf(reply.request)
  const limited = standing === null ? answer : { ...answer, headers: { ...standing, ...answer.headers } }
  return send(reply, entry, limited, context, check)
}
