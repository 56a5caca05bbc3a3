import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findBreaches, promisedOf, tellBreaches } from '#openapi/generate/compatibility.ts'
import type { Json } from '#openapi/generate/document.ts'
import { decorated } from './rendered.ts'

const now = new Date('2026-02-06T00:00:00Z')
const things = (document: Json): Json => document['paths']['/things']
const name = (document: Json): Json => document['components'].schemas.Thing.properties.name

/** Everything that is different about a Thing when it is only sent or only answered stands in place, not in the component. */
const inPlace = {
  type: 'object',
  additionalProperties: false,
  required: ['id'],
  properties: { id: { type: 'string' }, note: { type: 'string' } },
}
const requestOf = (document: Json): Json => things(document)['post'].requestBody.content['application/json']
const replyOf = (document: Json): Json =>
  things(document)['post'].responses['201'].content['application/json']
const base = (document: Json): void => {
  requestOf(document)['schema'] = structuredClone(inPlace)
  replyOf(document)['schema'] = structuredClone(inPlace)
}

function breachesOf(change: (document: Json) => void, at = now, before: (document: Json) => void = base) {
  const changed = decorated((document) => {
    before(document)
    change(document)
  })
  return findBreaches(decorated(before), changed, at)
}

describe('a program written against the released contract is broken by', () => {
  test.each<[string, (document: Json) => void, string]>([
    ['a removed operation', (it) => delete things(it)['get'], 'GET /things'],
    ['a removed alias', (it) => delete it['paths']['/v1/things/new'], '/v1/things/new'],
    [
      'a removed member of an answer',
      (it) => delete replyOf(it)['schema'].properties.note,
      'POST /things › responses › 201',
    ],
    [
      'a member of an answer that may be left out',
      (it) => delete replyOf(it)['schema'].required,
      'POST /things › responses › 201',
    ],
    [
      'a removed member of a body',
      (it) => delete requestOf(it)['schema'].properties.note,
      'POST /things › requestBody',
    ],
    [
      'a new required member of a body',
      (it) => requestOf(it)['schema'].required.push('note'),
      'POST /things › requestBody',
    ],
    [
      'another type',
      (it) => (replyOf(it)['schema'].properties.id.type = 'integer'),
      'POST /things › responses › 201',
    ],
    ['a shorter limit', (it) => (name(it)['maxLength'] = 9), 'POST /'],
    [
      'a removed success',
      (it) => delete things(it)['post'].responses['201'],
      'POST /things › responses › 201',
    ],
    [
      'a parameter that has to be there',
      (it) => (it['components'].parameters.Count.required = true),
      'GET /things',
    ],
    [
      'a removed member of a half of a split operation',
      (it) =>
        delete it['paths']['/authorize'].post['x-media-operations']['application/x-www-form-urlencoded'],
      '/authorize as application/x-www-form-urlencoded',
    ],
  ])('%s', (_, change, place) => {
    const breaches = breachesOf(change)
    expect(breaches.map((breach) => breach.place).join('\n')).toContain(place)
    expect(tellBreaches(breaches)).toContain(breaches[0]!.message)
  })
})

describe('nobody is broken by', () => {
  test.each<[string, (document: Json) => void]>([
    ['no change', () => {}],
    ['a new operation', (it) => (it['paths']['/more'] = structuredClone(it['paths']['/keys']))],
    ['a new optional member', (it) => (requestOf(it)['schema'].properties.more = { type: 'string' })],
    ['a removed page, which is for people', (it) => delete it['paths']['/page']],
    [
      'a mark that something will leave',
      (it) => Object.assign(things(it)['get'], { ...leaving, 'x-sunset': '2027-02-06' }),
    ],
  ])('%s', (_, change) => {
    expect(breachesOf(change)).toEqual([])
  })
})

const leaving = { deprecated: true, 'x-deprecated-at': '2025-01-01', 'x-sunset': '2026-02-01' }

describe('what was marked as leaving', () => {
  const marked = (document: Json): void => {
    base(document)
    Object.assign(things(document)['get'], leaving)
    Object.assign(replyOf(document)['schema'].properties.id, leaving)
  }
  const gone = (document: Json): void => {
    delete things(document)['get']
    delete replyOf(document)['schema'].properties.id
    delete replyOf(document)['schema'].required
  }

  test('may be gone from the moment of its sunset', () => {
    expect(breachesOf(gone, new Date('2026-02-01T00:00:00Z'), marked)).toEqual([])
  })

  test('has to be there until then', () => {
    const places = breachesOf(gone, new Date('2026-01-31T23:59:59Z'), marked).map(({ place }) => place)
    expect(places).toEqual(expect.arrayContaining(['GET /things', expect.stringContaining('POST /things')]))
  })
})

test('what is told names each place, what changed there and the ways on', () => {
  const told = tellBreaches([{ place: 'GET /things', message: 'Operation `GET /things` was removed.' }])
  expect(told).toContain('in 1 place:\n\n  ✗ GET /things\n    Operation `GET /things` was removed.')
  expect(told).toMatch(/Take the change back[^]*x-sunset[^]*make release-contract BREAKING=/)
})

test('the released contract holds every operation of the API and no page', () => {
  const released = JSON.parse(readFileSync('openapi/released.json', 'utf8')) as Json
  expect(released['paths']['/api/v1/auth/login'].post.operationId).toBe('login')
  expect(promisedOf(released, now)['paths']).toEqual(released['paths'])
  expect(JSON.stringify(released)).not.toContain('"operationId":"showSignIn"')
})
