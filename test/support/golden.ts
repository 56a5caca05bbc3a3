import { expect } from 'vitest'
import { text } from '#src/cli/check/printed.ts'

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

/** Every path that is printed and there. */
export const printedPaths = [
  '/api/v1/auth/register',
  '/api/v1/auth/login',
  '/api/v1/auth/reset-password',
  '/api/v1/apps/register',
  '/api/v1/apps',
  '/api/v1/apps/{appId}',
  '/api/v1/session',
  '/oauth2/authorize',
  '/oauth2/token',
  '/api/v1/oauth/token',
  '/oauth2/userinfo',
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
]

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

/**
 * Expects the headers of a call that was counted: whole numbers, and the end of the window in Unix seconds, between now
 * and a day from now.
 *
 * @returns calls allowed and calls left in the window that has the fewest
 */
export function expectCounted({ headers }: PrintedAnswer, now: Date): readonly [number, number] {
  const [limit, remaining, reset] = ['Limit', 'Remaining', 'Reset'].map((name) => {
    const value = headers.get(`X-RateLimit-${name}`)
    expect(value, `X-RateLimit-${name}`).toMatch(/^\d+$/)
    return Number(value)
  }) as [number, number, number]
  const seconds = Math.floor(now.getTime() / 1000)
  expect(reset).toBeGreaterThanOrEqual(seconds)
  expect(reset).toBeLessThanOrEqual(seconds + 86_400)
  return [limit, remaining]
}

/** Expects none of the headers: what everybody may read as often as they like is not counted. */
export function expectUncounted({ headers }: PrintedAnswer): void {
  expect([...headers.keys()].filter((name) => name.startsWith('x-ratelimit'))).toEqual([])
}
