import type { Answer, Reply } from './operation.ts'

const noHeaders = {}

/** What `call.reply` makes: an answer that refuses nothing. */
export function plainReply(status: number, body?: unknown, headers: Reply['headers'] = noHeaders): Answer {
  return { status, body, headers, refusal: null }
}
