import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decorate } from '#openapi/generate/decorate.ts'
import { aliasesOf, operationsOf, resolve, type Json } from '#openapi/generate/document.ts'
import { renderOperations } from '#openapi/generate/operations.ts'
import { forSdk, generateTypes } from '#openapi/generate/sdk.ts'
import { Backend31 } from '#src/http/backend.ts'
import { forValidation } from '#src/http/contract.ts'
import { createFixture, fixtureCommon } from './fixture.ts'
import { decorated, tableOf, typesOf } from './rendered.ts'

const form = 'application/x-www-form-urlencoded'
const ids = (document: Json) =>
  operationsOf(document).map(({ operation }) => operation['operationId'] as string)

describe('document', () => {
  test('operations come in the order of the file, a half after the operation it is split from', () => {
    expect(ids(createFixture())).toEqual([
      ...['listThings', 'createThing', 'getKeys', 'showPage', 'makeToken', 'authorizeThing', 'submitThing'],
    ])
  })

  test('a half stands at the same path and method and knows its media type', () => {
    const placed = operationsOf(createFixture()).filter(({ path }) => path === '/authorize')
    expect(placed.map(({ method, mediaType }) => [method, mediaType])).toEqual([
      ['post', null],
      ['post', form],
    ])
  })

  test('an alias is a path with the name of its operation and no operation', () => {
    expect([...aliasesOf(createFixture())]).toEqual([['/v1/things/new', 'createThing']])
  })

  test('references are followed through escaped pointers and through each other', () => {
    const document = { a: { 'b/c~d': { $ref: '#/e' } }, e: { found: true } }
    expect(resolve(document, { $ref: '#/a/b~1c~0d' })).toEqual({ found: true })
    expect(resolve(document, undefined)).toEqual({})
  })
})

describe('decorate', () => {
  const operation = (document: Json, id: string) =>
    operationsOf(document).find((placed) => placed.operation['operationId'] === id)!.operation

  test.each([
    ['listThings', ['200', '400', '401', '429', '500']],
    ['createThing', ['201', '400', '401', '409', '500']],
    ['getKeys', ['200', '304', '400', '500']],
    ['showPage', ['200', '303', '400', '500']],
    ['makeToken', ['200', '400', '401', '500']],
    ['submitThing', ['303', '400', '500']],
  ])('%s answers what its classes imply, sorted by status', (id, statuses) => {
    expect(Object.keys(operation(decorated(), id)['responses'])).toEqual(statuses)
  })

  test('what an operation answers itself wins over its class', () => {
    const own = { description: 'Its own.' }
    const document = decorated((fixture) => {
      fixture['paths']['/things'].get.responses['401'] = own
    })
    expect(operation(document, 'listThings')['responses']['401'].description).toBe('Its own.')
  })

  test('where two classes have the same status, the first one gives the response', () => {
    const both = decorated((fixture) => {
      fixture['paths']['/things'].get['x-client-authentication'] = 'optional'
    })
    const refusalOf = (id: string) => resolve(both, operation(both, id)['responses']['401'])
    expect(refusalOf('listThings')['description']).toBe('Unauthorized')
    expect(refusalOf('makeToken')['description']).toBe('InvalidClient')
  })

  test('headers of a class stand at every answer, and an own one wins', () => {
    const document = decorated((fixture) => {
      fixture['paths']['/things'].get.responses['200'].headers.Vary = { $ref: '#/components/headers/Own' }
    })
    const { responses } = operation(document, 'listThings')
    for (const [status, response] of Object.entries<Json>(responses))
      expect(Object.keys(response['headers']), status).toEqual(
        expect.arrayContaining(['X-Request-Id', 'Vary', 'X-RateLimit-Remaining']),
      )
    expect(responses['200'].headers.Vary).toEqual({ $ref: '#/components/headers/Own' })
    expect(Object.keys(operation(document, 'getKeys')['responses']['200'].headers)).toEqual(['X-Request-Id'])
  })

  test('a shared response is copied before it grows, so that operations without the class keep theirs', () => {
    const document = decorated()
    expect(document['components'].responses.Conflict.headers).toEqual({})
  })

  test('every bearer requirement gets its X-Auth-Token twin with the same scopes', () => {
    const document = decorated()
    expect(operation(document, 'createThing')['security']).toEqual([
      { accessToken: ['write'] },
      { accessTokenHeader: ['write'] },
    ])
    expect(operation(document, 'getKeys')['security']).toEqual([])
  })

  test('a component that does not exist is an error that names it', () => {
    const wrong = { ...fixtureCommon, every: { responses: { '500': 'Brocken' } } }
    expect(() => decorate(createFixture(), wrong)).toThrow('components/responses/Brocken')
    const wrongHeader = { ...fixtureCommon, every: { headers: { 'X-A': 'Missing' } } }
    expect(() => decorate(createFixture(), wrongHeader)).toThrow('components/headers/Missing')
  })

  test('an operation that does not say who may call it is an error', () => {
    expect(() => decorated((fixture) => delete fixture['paths']['/keys'].get.security)).toThrow()
  })
})

describe('operations', () => {
  const rendered = renderOperations(createFixture(), decorated())
  const table = tableOf(rendered)

  test('every operation has a row, halves included, aliases not', () => {
    expect(Object.keys(table)).toEqual(ids(createFixture()))
  })

  test('a row says what the corridor is built from', () => {
    expect(table['createThing']).toEqual({
      id: 'createThing',
      tag: 'things',
      method: 'POST',
      path: '/things',
      aliases: ['/v1/things/new'],
      security: [{ accessToken: ['write'] }, { accessTokenHeader: ['write'] }],
      consumes: ['application/json', form],
      bodyLimit: null,
      produces: ['application/json'],
      statuses: [201, 400, 401, 409, 500],
      isStatic: false,
      cacheControl: null,
      audience: 'api',
      isRateLimited: false,
      needsStepUp: false,
      clientAuthentication: null,
      mediaType: null,
      takesInitialToken: false,
      tokenMember: null,
      isDevelopmentOnly: false,
      lane: 'list',
      callers: 'nobody',
      deprecation: null,
    })
  })

  test.each([
    ['getKeys', 'isStatic', true],
    ['showPage', 'audience', 'browser'],
    ['showPage', 'produces', ['text/html']],
    ['listThings', 'isRateLimited', true],
    ['makeToken', 'clientAuthentication', 'required'],
    ['listThings', 'aliases', []],
  ])('%s: %s is %j', (id, member, value) => {
    expect(table[id]?.[member]).toEqual(value)
  })

  test('halves share URL and method and differ in media type, security and statuses', () => {
    expect(table['authorizeThing']).toMatchObject({
      method: 'POST',
      path: '/authorize',
      consumes: ['application/json'],
      mediaType: null,
      security: [{ session: [] }, { sessionHeader: [] }],
    })
    expect(table['submitThing']).toMatchObject({
      method: 'POST',
      path: '/authorize',
      consumes: [form],
      mediaType: form,
      security: [],
      audience: 'browser',
    })
  })

  test('types hold the statuses, headers and principal of the operation itself, not those of its class', () => {
    const types = typesOf(rendered, 'listThings')
    expect(types).toContain(
      `{ status: 200; body: T.ListThingsResponses[200]; headers: { 'x-count': number; 'link'?: string } }`,
    )
    expect(types).toContain(`principal: 'session'`)
    expect(types).not.toMatch(/status: (401|429|500)/)
    expect(typesOf(rendered, 'getKeys')).toContain('principal: never')
    expect(typesOf(rendered, 'showPage')).toContain(
      `{ status: 303; body: undefined; headers: { 'location': string } }`,
    )
    expect(typesOf(rendered, 'showPage')).toContain('{ status: 200; body: string;')
  })
})

/** Makes bodies and answers of the things two kinds of bytes, which scripts everywhere may keep for a minute. */
function withBytes(document: Json): void {
  const content = Object.fromEntries(
    ['image/png', 'image/webp'].map((type) => [type, { schema: { type: 'string', maxLength: 9000 } }]),
  )
  const { get, post } = document['paths']['/things'] as Json
  post.requestBody.content = content
  get.responses['200'].content = content
  get['x-cache-control'] = 'public, max-age=60'
  get['x-cors'] = 'everybody'
}

describe('bytes', () => {
  const own = createFixture()
  withBytes(own)
  const rendered = renderOperations(own, decorated(withBytes))

  test('come to a handler with what they were declared as', () => {
    const body = `body: { readonly mediaType: 'image/png' | 'image/webp'; readonly bytes: Buffer }`
    expect(typesOf(rendered, 'createThing')).toContain(body)
  })

  test('leave it with what they are', () => {
    const types = typesOf(rendered, 'listThings')
    expect(types).toContain(`{ status: 200; body: Uint8Array; headers: { `)
    expect(types).toContain(`'content-type': 'image/png' | 'image/webp'`)
  })

  test('may be as many as their schema says, and be kept as long as their operation says', () => {
    const table = tableOf(rendered)
    expect(table['createThing']).toMatchObject({ bodyLimit: 9000, cacheControl: null })
    const row = { bodyLimit: null, cacheControl: 'public, max-age=60', callers: 'everybody' }
    expect(table['listThings']).toMatchObject(row)
  })

  test('are for openapi-backend a body that has to be there, and for the SDK a Blob', () => {
    const copy = forValidation(decorated(withBytes)) as Json
    const { requestBody } = copy['paths']['/things'].post
    expect(requestBody).toEqual({ required: true, content: { 'application/json': { schema: {} } } })
    const { post } = forSdk(decorated(withBytes))['paths']['/things']
    expect(Object.keys(post.requestBody.content)).toEqual(['application/octet-stream'])
  })
})

describe('the copy given to openapi-backend', () => {
  test('holds every operation of the table, so that each half is authorised and validated by its own rules', async () => {
    const definition = forValidation(decorated()) as never
    const backend = new Backend31({ definition, quick: true, strict: true })
    await backend.init()
    for (const id of ids(createFixture())) expect(backend.router.getOperation(id)?.operationId, id).toBe(id)
    expect(backend.router.getOperation('submitThing')?.security).toEqual([])
    expect(backend.router.getOperation('authorizeThing')?.security).toEqual([
      { session: [] },
      { sessionHeader: [] },
    ])
  })
})

describe('sdk', () => {
  const sdk = forSdk(decorated())

  test('leaves out operations for browsers, aliases and halves', () => {
    expect(ids(sdk)).toEqual(['listThings', 'createThing', 'getKeys', 'makeToken', 'authorizeThing'])
    expect(Object.keys(sdk['paths'])).not.toContain('/v1/things/new')
  })

  test('sends the form where an operation takes both, and a token once', () => {
    const { post } = sdk['paths']['/things']
    expect(Object.keys(post.requestBody.content)).toEqual([form])
    expect(post.security).toEqual([{ accessToken: ['write'] }])
  })

  test('leaves the served contract as it is', () => {
    const served = decorated()
    forSdk(served)
    expect(served).toEqual(decorated())
  })

  test('makes every type that the table names', { timeout: 30_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-sdk-'))
    try {
      await generateTypes(decorated(), `./${relative('.', join(folder, 'in.json'))}`, join(folder, 'types'))
      const types = readFileSync(join(folder, 'types/types.gen.ts'), 'utf8')
      const rendered = renderOperations(createFixture(), decorated())
      const named = new Set([...rendered.matchAll(/\bT\.(\w+)/g)].map(([, name]) => name!))
      const made = new Set([...types.matchAll(/^export type (\w+)/gm)].map(([, name]) => name!))
      expect([...named].filter((name) => !made.has(name))).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
