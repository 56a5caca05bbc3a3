import { describe, expect, test } from 'vitest'
import type { Json } from '#openapi/generate/document.ts'
import { findBreaches } from '#openapi/generate/compatibility.ts'
import { findRemovedMembers } from '#openapi/generate/removedMembers.ts'
import { decorated } from './rendered.ts'

const text = { type: 'string' }
const open = (properties: Json, more: Json = {}): Json => ({ type: 'object', properties, ...more })

/** A contract with one body; `schemas` are its components. */
const contractOf = (schema: Json, schemas: Json = {}): Json => ({
  paths: { '/token': { post: { requestBody: { content: { form: { schema } } } } } },
  components: { schemas },
})
const lost = (before: Json, after: Json) =>
  findRemovedMembers(before, after).map(({ message }) => /`(.*)`/.exec(message)![1])
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

describe('an open body has lost', () => {
  test.each<[string, Json, Json, string[]]>([
    ['a member', contractOf(open({ a: text, b: text })), contractOf(open({ a: text })), ['b']],
    [
      'a member of a member',
      contractOf(open({ a: open({ b: text }) })),
      contractOf(open({ a: open({}) })),
      ['a.b'],
    ],
    [
      'a member of the items of a list',
      contractOf({ type: 'array', items: open({ a: text }) }),
      contractOf({ type: 'array', items: open({}) }),
      ['a'],
    ],
    [
      'a member of one alternative, wherever that stands now',
      contractOf({ oneOf: [ref('A'), ref('B')] }, { A: open({ a: text }), B: open({ b: text, c: text }) }),
      contractOf({ oneOf: [ref('B'), ref('A')] }, { A: open({ a: text }), B: open({ b: text }) }),
      ['c'],
    ],
    [
      'a part with its member',
      contractOf(open({ a: text }, { allOf: [ref('A')] }), { A: open({ b: text }) }),
      contractOf(open({ a: text })),
      ['b'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(lost(before, after)).toEqual(expected)
  })
})

describe('nothing is lost', () => {
  test.each<[string, Json, Json]>([
    ['where members are added', contractOf(open({ a: text })), contractOf(open({ a: text, b: text }))],
    [
      'where a member moves into a part',
      contractOf(open({ a: text, b: text })),
      contractOf(open({ a: text }, { allOf: [ref('A')] }), { A: open({ b: text }) }),
    ],
    [
      'in a schema that holds itself',
      contractOf(ref('A'), { A: open({ a: ref('A') }) }),
      contractOf(ref('A'), { A: open({ a: ref('A') }) }),
    ],
  ])('%s', (_, before, after) => {
    expect(lost(before, after)).toEqual([])
  })

  test('twice: a body that is closed refuses the member, and the diff says so', () => {
    const closed = { additionalProperties: false }
    expect(
      lost(contractOf(open({ a: text, b: text }, closed)), contractOf(open({ a: text }, closed))),
    ).toEqual([])
  })
})

test('make check hears of it: the form of a half loses a member', () => {
  const form = 'application/x-www-form-urlencoded'
  const changed = decorated((document) => {
    const half = document['paths']['/authorize'].post['x-media-operations'][form]
    delete half.requestBody.content[form].schema.properties.csrf
  })
  expect(findBreaches(decorated(), changed, new Date('2026-02-06T00:00:00Z'))).toEqual([
    {
      place: `POST /authorize as ${form} › requestBody › ${form}`,
      message: 'Member `csrf` was removed from an open body.',
    },
  ])
})
