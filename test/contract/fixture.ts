import type { Common } from '#openapi/generate/decorate.ts'
import type { Json } from '#openapi/generate/document.ts'

const json = 'application/json'
const form = 'application/x-www-form-urlencoded'
const text = { type: 'string', maxLength: 64 }

function answer(schema: Json, headers: Json = {}): Json {
  return { description: 'Done.', headers, content: { [json]: { schema } } }
}

const thing: Json = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: text },
}
const count: Json = { name: 'count', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 9 } }

/** A small contract that uses every extension which `make generate` understands. */
export function createFixture(): Json {
  return structuredClone({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    paths: {
      '/things': {
        get: {
          operationId: 'listThings',
          tags: ['things'],
          'x-rate-limit': true,
          security: [{ session: [] }],
          parameters: [{ $ref: '#/components/parameters/Count' }],
          responses: {
            '200': answer(
              { type: 'array', maxItems: 9, items: { $ref: '#/components/schemas/Thing' } },
              listHeaders,
            ),
          },
        },
        post: {
          operationId: 'createThing',
          tags: ['things'],
          security: [{ accessToken: ['write'] }],
          requestBody: {
            required: true,
            content: {
              [json]: { schema: { $ref: '#/components/schemas/Thing' } },
              [form]: { schema: { $ref: '#/components/schemas/Thing' } },
            },
          },
          responses: {
            '201': answer({ $ref: '#/components/schemas/Thing' }),
            '409': { $ref: '#/components/responses/Conflict' },
          },
        },
      },
      '/v1/things/new': { 'x-alias-of': 'createThing' },
      '/keys': {
        get: {
          operationId: 'getKeys',
          tags: ['keys'],
          'x-static': true,
          security: [],
          responses: { '200': answer(thing), '304': { description: 'Same.' } },
        },
      },
      '/page': {
        get: {
          operationId: 'showPage',
          tags: ['pages'],
          'x-audience': 'browser',
          security: [],
          parameters: [count],
          responses: {
            '200': { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } },
            '303': { description: 'Elsewhere.', headers: { Location: { required: true, schema: text } } },
          },
        },
      },
      '/tokens': {
        post: {
          operationId: 'makeToken',
          tags: ['tokens'],
          'x-client-authentication': 'required',
          security: [],
          requestBody: {
            required: true,
            content: { [form]: { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          responses: { '200': answer({ $ref: '#/components/schemas/Thing' }) },
        },
      },
      '/authorize': {
        post: {
          operationId: 'authorizeThing',
          tags: ['things'],
          security: [{ session: [] }],
          requestBody: {
            required: true,
            content: { [json]: { schema: { $ref: '#/components/schemas/Thing' } } },
          },
          responses: { '200': answer({ $ref: '#/components/schemas/Thing' }) },
          'x-media-operations': { [form]: submitThing },
        },
      },
    },
    components: {
      schemas: { Thing: thing },
      parameters: { Count: count },
      headers: {
        RequestId: { required: true, schema: text },
        Remaining: { schema: { type: 'integer' } },
        Vary: { schema: text },
        Own: { schema: text },
        Deprecation: { required: true, schema: text },
        Sunset: { required: true, schema: text },
        DeprecationLink: { required: true, schema: text },
      },
      responses: Object.fromEntries(
        ['Conflict', 'BadRequest', 'Broken', 'Unauthorized', 'InvalidClient', 'TooMany'].map((name) => [
          name,
          { ...answer(thing), description: name },
        ]),
      ),
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        sessionHeader: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' },
        accessToken: { type: 'http', scheme: 'bearer' },
        accessTokenHeader: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' },
      },
    },
  })
}

const listHeaders: Json = {
  'X-Count': { required: true, schema: { type: 'integer' } },
  Link: { schema: text },
}

/** The form half of `/authorize`: for browsers, with neither security nor schema of the JSON half. */
const submitThing: Json = {
  operationId: 'submitThing',
  tags: ['things'],
  'x-audience': 'browser',
  security: [],
  requestBody: {
    required: true,
    content: {
      [form]: { schema: { type: 'object', additionalProperties: true, properties: { csrf: text } } },
    },
  },
  responses: {
    '303': { description: 'Elsewhere.', headers: { Location: { required: true, schema: text } } },
  },
}

/** Classes for {@link createFixture}. */
export const fixtureCommon: Common = {
  every: { responses: { '400': 'BadRequest', '500': 'Broken' }, headers: { 'X-Request-Id': 'RequestId' } },
  secured: { responses: { '401': 'Unauthorized' }, headers: { Vary: 'Vary' } },
  browserSession: { responses: { '303': 'SeeOther' }, headers: { 'X-Request-Id': 'RequestId' } },
  clientAuthentication: { responses: { '401': 'InvalidClient' } },
  rateLimited: { responses: { '429': 'TooMany' }, headers: { 'X-RateLimit-Remaining': 'Remaining' } },
  deprecated: { headers: { Deprecation: 'Deprecation', Sunset: 'Sunset', Link: 'DeprecationLink' } },
}
