import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as sdk from '../../client/index.ts'
import { resolve, type Json } from '#openapi/generate/document.ts'
import { isTokenOptional } from '#src/cli/check/callers.ts'
import type { OperationEntry } from '#src/http/operation.ts'
import { answerProblems, bodyOf, document, entries, exampleRequest } from '#test/support/contract.ts'
import { prepareCall } from '#test/support/preparedCall.ts'
import { startMock, type Prism } from '#test/support/prism.ts'
import { startService, type TestService } from '#test/support/service.ts'

/*
 * One suite of calls by the SDK, told of the mock and of the real service with the same expectations: whoever has tested
 * against the mock finds the service as they left it. It has every operation that programs call.
 */

/** Who is called: what a call needs to succeed there. */
type Target = {
  readonly url: string
  prepare(entry: OperationEntry): ReturnType<typeof prepareCall>
}

type Call = (options: Json) => Promise<{ data?: unknown; error?: unknown; requestId?: string }>
const functions: Readonly<Record<string, unknown>> = { ...sdk }
const forPrograms = entries.filter(({ audience }) => audience !== 'browser')

let service: TestService
let prism: Prism
beforeAll(async () => {
  const open = { LATCHKEY_CLIENT_REGISTRATION: 'open', LATCHKEY_CLIENT_REGISTRATION_HOUR: '0' }
  const unlimited = { LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' }
  service = await startService({ ...open, ...unlimited })
  prism = await startMock('generated/openapi.json', false)
})
afterAll(async () => {
  await prism.close()
  await service.stop()
})

const targets: Readonly<Record<string, () => Target>> = {
  mock: () => ({ url: prism.url, prepare: async () => ({ values: {}, bearer: 'a-token' }) }),
  service: () => ({ url: service.url, prepare: ({ id }) => prepareCall(service, id) }),
}

/** What came back: as the SDK has it, and as it was on the wire. */
async function call(entry: OperationEntry, target: Target, change: { token?: null; body?: Json } = {}) {
  const { values, bearer } = await target.prepare(entry)
  const { path, query, body, bytes } = exampleRequest(entry, values)
  const wire: { answer?: Response } = {}
  const client = sdk.createClient({
    baseUrl: target.url,
    token: change.token === null ? undefined : bearer,
    retries: 0,
    fetch: async (input, init) => {
      const answer = await fetch(input, init)
      wire.answer = answer.clone()
      return answer
    },
  })
  const picture = bytes && new Blob([new Uint8Array(bytes)], { type: entry.consumes[0]! })
  // Where the token is optional, what is sent proves the same, and both at once are refused.
  const sent = change.body ?? (isTokenOptional(entry) ? undefined : (picture ?? body ?? undefined))
  const result = await (functions[entry.id] as Call)({ client, path, query, body: sent })
  const answer = wire.answer!
  const text = await answer.text()
  const isJson = (answer.headers.get('content-type') ?? '').includes('json')
  const seen = {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    text: entry.produces.length > 0 || answer.status >= 400 ? text : '',
    body: isJson ? (JSON.parse(text) as unknown) : text,
  }
  return { ...result, status: answer.status, problems: answerProblems(entry, seen) }
}

/** Operations that somebody without a token cannot call. */
const secured = forPrograms.filter((entry) => entry.security.length > 0 && !isTokenOptional(entry))
/** Operations that cannot be called with an empty body. */
const demanding = forPrograms.filter(({ id, clientAuthentication }) => {
  const required = resolve(document, bodyOf(id, 'application/json')?.schema)['required'] as
    | unknown[]
    | undefined
  return clientAuthentication === null && (required ?? []).length > 0
})

describe.each(Object.keys(targets))('the %s', (name) => {
  const target = () => targets[name]!()

  test.each(forPrograms)('$id succeeds as the contract says', async (entry) => {
    const { status, data, error, requestId, problems } = await call(entry, target())
    expect({ error, problems }).toEqual({ error: undefined, problems: [] })
    expect(status).toBe(entry.statuses.find((each) => each < 300))
    expect(requestId).toMatch(/^[\w-]{8,}$/)
    expect(data === undefined).toBe(entry.produces.length === 0)
  })

  test.each(secured)('$id asks for a token', async (entry) => {
    const { status, error, problems } = await call(entry, target(), { token: null })
    expect(problems).toEqual([])
    expect(error).toBeInstanceOf(sdk.ApiError)
    expect(error).toMatchObject({ status: 401, error: 'invalid_token', description: expect.any(String) })
    expect(status).toBe(401)
  })

  test.each(demanding)('$id refuses an empty body', async (entry) => {
    const { error, problems } = await call(entry, target(), { body: {} })
    expect(problems).toEqual([])
    expect(error).toMatchObject({ status: 400, error: expect.any(String), description: expect.any(String) })
  })
})
