import { expect } from 'vitest'
import type { ErrorResponse } from '../../client/index.ts'

/** What a call of the SDK resolves to, as far as expectations look at it. */
type Answer = { readonly data?: unknown; readonly error?: unknown; readonly response?: Response }

/**
 * Expects a refusal with this status and code, in the one shape of all errors (RFC 6749 §5.2), not to be cached, with a
 * challenge where it is a 401 (RFC 9110 §11.6.1), and without any data beside it.
 *
 * @returns the body, for what else a test wants to know
 */
export function expectRefused(answer: Answer, expected: number, code: string): ErrorResponse {
  const body = (answer.error ?? {}) as Partial<ErrorResponse>
  expect({ status: answer.response?.status, error: body.error }).toEqual({ status: expected, error: code })
  expect(answer.data).toBeUndefined()
  expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
  expect(body.request_id).toBe(header(answer, 'x-request-id'))
  expect(header(answer, 'content-type')).toMatch(/^application\/json/)
  expect(header(answer, 'cache-control')).toBe('no-store')
  if (expected === 401) expect(header(answer, 'www-authenticate')).toMatch(/^(Bearer|Basic) realm="/)
  return body as ErrorResponse
}

/** A refusal without what differs from one request to the next: two of them are equal when they tell nothing apart. */
export function withoutRequestId(refusal: ErrorResponse): Omit<ErrorResponse, 'request_id' | 'error_uri'> {
  const { request_id: _, error_uri: _u, ...rest } = refusal
  return rest
}

/** Where a request fails, each place once, in alphabetical order: one member may fail in several ways. */
export function failingPaths({ errors = [] }: ErrorResponse): string[] {
  return [...new Set(errors.map(({ path }) => path))].toSorted()
}

/** A header of an answer; null when it is not there. */
export function header(answer: Answer, name: string): string | null {
  return answer.response?.headers.get(name) ?? null
}

/** The status of an answer; undefined when none came. */
export function status(answer: Answer): number | undefined {
  return answer.response?.status
}
