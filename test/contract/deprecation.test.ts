import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDeprecations } from '#openapi/generate/deprecation.ts'
import { operationsOf, type Json } from '#openapi/generate/document.ts'
import { renderOperations } from '#openapi/generate/operations.ts'
import { Backend31 } from '#src/http/backend.ts'
import { forValidation } from '#src/http/contract.ts'
import type { AllOperations, OperationEntry } from '#src/http/operation.ts'
import { createReplyCheck, type Violation } from '#src/http/reply.ts'
import { send } from '#src/http/send.ts'
import { createStatic } from '#src/http/static.ts'
import { createLog } from '#src/platform/log.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { createFixture } from './fixture.ts'
import { decorated, tableOf } from './rendered.ts'

const marked = { deprecated: true, 'x-deprecated-at': '2026-02-06', 'x-sunset': '2027-02-06' }
const leaving = {
  deprecation: '@1770336000',
  sunset: 'Sat, 06 Feb 2027 00:00:00 GMT',
  link: '</docs/deprecation-policy>; rel="deprecation"',
}

/** Marks the list and the keys of the fixture. */
function mark(document: Json): void {
  Object.assign(document['paths']['/things'].get, marked)
  Object.assign(document['paths']['/keys'].get, marked)
}

const own = createFixture()
mark(own)
const document = decorated(mark)
const table = tableOf(renderOperations(own, document)) as unknown as Readonly<Record<string, OperationEntry>>

describe('a deprecated operation', () => {
  test('has the headers in its row, and every other one has null', () => {
    expect(table['listThings']!.deprecation).toEqual(leaving)
    expect(table['createThing']!.deprecation).toBeNull()
  })

  test('declares them at every answer, so that a missing one is a breach; a list keeps its own Link', () => {
    const { responses } = operationsOf(document)[0]!.operation
    for (const status of ['200', '400', '401', '429', '500'])
      expect(Object.keys(responses[status].headers)).toEqual(
        expect.arrayContaining(['Deprecation', 'Sunset', 'Link']),
      )
    expect(responses['200'].headers.Link).toEqual({ schema: { type: 'string', maxLength: 64 } })
    expect(document['paths']['/things'].post.responses['201'].headers).not.toHaveProperty('Sunset')
  })
})

describe('a mark', () => {
  const problemOf = (change: Json) => {
    const fixture = createFixture()
    Object.assign(fixture['components'].schemas.Thing.properties.name, marked, change)
    return () => checkDeprecations(fixture)
  }

  test('with both days twelve months apart is one, also at a member', () => {
    expect(problemOf({})).not.toThrow()
    expect(problemOf({ 'x-deprecated-at': '2024-02-29', 'x-sunset': '2025-03-01' })).not.toThrow()
  })

  test.each<[string, Json]>([
    ['without its day', { 'x-deprecated-at': undefined }],
    ['without a sunset', { 'x-sunset': undefined }],
    ['with a moment', { 'x-sunset': '2027-02-06T00:00:00Z' }],
    ['with a day that is in no calendar', { 'x-sunset': '2027-02-30' }],
    ['a day short of twelve months', { 'x-sunset': '2027-02-05' }],
  ])('%s is told with its place', (_, change) => {
    expect(problemOf(change)).toThrow('#/components/schemas/Thing/properties/name is deprecated')
  })
})

describe('over HTTP', () => {
  let service: TestService
  let app: FastifyInstance
  let url: string
  const violations: Violation[] = []

  beforeAll(async () => {
    service = await startService()
    const { context } = service.running
    const definition = forValidation(document) as never
    const backend = await new Backend31({ definition, quick: true, strict: true }).init()
    const operations = backend.router.getOperations()
    const check = createReplyCheck(operations, 'refuse', createLog({ level: 'silent' }), (each) =>
      violations.push(each),
    )
    const getKeys = async (call: { reply: (status: number, body: unknown) => unknown }) =>
      call.reply(200, { name: 'a' })
    const statics = createStatic({ context, check, handlers: { getKeys } as unknown as AllOperations })
    app = Fastify()
    app.get('/things/:links', (request, reply) => {
      const links = (request.params as { readonly links: string }).links === 'next'
      const headers = { 'x-count': 0, ...(links && { link: '</things?cursor=a>; rel="next"' }), vary: 'a' }
      return send(
        reply,
        table['listThings']!,
        { status: 200, body: [], headers, refusal: null },
        context,
        check,
      )
    })
    app.get('/broken', (_request, reply) =>
      send(
        reply,
        table['listThings']!,
        { status: 200, body: {}, headers: {}, refusal: null },
        context,
        check,
      ),
    )
    app.get('/keys', (request, reply) => statics.answer(table['getKeys']!, request, reply))
    url = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => Promise.all([app.close(), service.stop()]))

  const headersAt = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, init)
    const [deprecation, sunset, link] = ['deprecation', 'sunset', 'link'].map((name) =>
      response.headers.get(name),
    )
    return { status: response.status, deprecation, sunset, link, etag: response.headers.get('etag') }
  }

  test('an answer says since when, until when, and where to read on', async () => {
    expect(await headersAt('/things/none')).toMatchObject({ status: 200, ...leaving })
  })

  test('a list keeps the link to its next page beside it', async () => {
    const link = `</things?cursor=a>; rel="next", ${leaving.link}`
    expect(await headersAt('/things/next')).toMatchObject({ status: 200, ...leaving, link })
    expect(violations).toEqual([])
  })

  test('an answer that broke the contract says so as well', async () => {
    expect(await headersAt('/broken')).toMatchObject({ status: 500, ...leaving })
    expect(violations.splice(0)).toHaveLength(1)
  })

  test('a static answer says it, and so does its 304', async () => {
    const first = await headersAt('/keys')
    expect(first).toMatchObject({ status: 200, ...leaving })
    const again = await headersAt('/keys', { headers: { 'If-None-Match': first.etag! } })
    expect(again).toMatchObject({ status: 304, ...leaving })
  })

  test('an operation that stays says nothing of it', async () => {
    const { headers } = await fetch(`${service.url}/livez`)
    for (const name of ['deprecation', 'sunset', 'link']) expect(headers.get(name)).toBeNull()
  })
})
