import { expect } from 'vitest'

/** A request as the contract prints it. */
export type PrintedRequest = {
  readonly method: 'GET' | 'POST'
  /** with query, after the issuer */
  readonly path: string
  /** sent as `Authorization: Bearer` */
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  /** the body, sent as JSON exactly as it is written here */
  readonly json?: string
}

/** What came back, whole. */
export type PrintedAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly body: any
}

/** Sends a printed request over a plain socket, past the SDK. */
export async function send(url: string, request: PrintedRequest): Promise<PrintedAnswer> {
  const { method, path, token, headers, json } = request
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: json ?? null,
  })
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Any text that is not empty. */
export const text = expect.stringMatching(/./)

/** A moment as the contract prints it: `2026-02-06T00:00:00Z`. */
export const timestamp = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)

/**
 * Expects every printed member to be there with its type, or with the value where one is printed. More members may be
 * there (the contract may grow), none may be missing.
 */
export function expectPrinted(answer: PrintedAnswer, status: number, members: object): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: members })
}

/** Expects the one shape of errors, and no more members than the contract has for them. */
export function expectPrintedError(answer: PrintedAnswer, status: number, error: string): void {
  expectPrinted(answer, status, { error, error_description: text })
  for (const member of Object.keys(answer.body))
    expect(['error', 'error_description', 'error_uri', 'request_id', 'errors']).toContain(member)
}
