import { etagOf, matches } from './conditional.ts'
import type { Answer, OperationEntry } from './operation.ts'

/** Bytes may come from a stranger: whoever opens them as a page runs and loads nothing (Content Security Policy Level 3 §6.4). */
const inert = "default-src 'none'; sandbox"

/**
 * Completes an answer that consists of bytes: its media type where the contract leaves no choice, a policy under which it
 * does no harm, and its `ETag`. For a client that has these bytes already, nothing else is left (RFC 9110 §15.4.5).
 */
export function completeBytes(
  answer: Answer,
  { produces, statuses }: OperationEntry,
  ifNoneMatch: string | undefined,
): Answer {
  const { body, headers } = answer
  if (!(body instanceof Uint8Array)) return answer
  const etag = etagOf(body)
  if (statuses.includes(304) && matches(ifNoneMatch, etag))
    return { ...answer, status: 304, body: undefined, headers: { etag } }
  const own = { 'content-type': produces[0], 'content-security-policy': inert, etag }
  return { ...answer, headers: { ...own, ...headers } }
}
