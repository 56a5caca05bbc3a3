import { expect } from 'vitest'
import type { OperationEntry } from '#src/http/operation.ts'
import { missingScope, type Actor } from './matrix.ts'
import type { Answer } from './wire.ts'

const codes: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'invalid_token',
  403: 'insufficient_scope',
  404: 'not_found',
}

/** Expects an actor to be refused, in words and with the challenge that belong to the status. */
export function expectRefusal(entry: OperationEntry, answer: Answer, status: number, actor: Actor): void {
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ error: codes[status], request_id: answer.headers['x-request-id'] })
  const challenge = answer.headers['www-authenticate']
  if (status === 401)
    expect(challenge).toContain(actor.token === null ? 'Bearer realm="latchkey"' : 'error="invalid_token"')
  if (status === 403) {
    const scope = missingScope(entry, actor)
    const named = scope === null ? '' : `, scope="${scope}"`
    expect(challenge).toBe(`Bearer realm="latchkey", error="insufficient_scope"${named}`)
  }
  if (status === 404 || status === 400) expect(challenge).toBeUndefined()
  if (actor.token !== null && actor.token.length > 20) expect(answer.text).not.toContain(actor.token)
}

/** `known`: past client authentication, whatever the rest of the request was worth. */
export function outcomeOf({ status, body }: Answer, expected: unknown): unknown {
  if (expected === 'known') return status !== 401 && body?.error !== 'invalid_client' ? 'known' : status
  if (status === 401) return body.error === 'invalid_client' ? 401 : body.error
  if (status === 400) return body.error === 'invalid_request' ? 400 : body.error
  return status < 300 ? 'success' : status
}
