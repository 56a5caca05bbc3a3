import { describe, expect, test } from 'vitest'
import { checkGrantedResource, requestedResource } from '#src/domain/oauth/resource.ts'
import { codeOf } from '../facts.ts'

describe('resource', () => {
  test.each<[string, string | readonly string[] | undefined, string | null]>([
    ['the example of RFC 8707', 'https://cal.example.com/', 'https://cal.example.com/'],
    ['one with a query', 'https://api.example.com/app?tenant=1', 'https://api.example.com/app?tenant=1'],
    ['a list of one', ['https://cal.example.com/'], 'https://cal.example.com/'],
    ['a URN', 'urn:example:api', 'urn:example:api'],
    ['none', undefined, null],
    ['an empty one, which counts as none', '', null],
    ['an empty list', [], null],
    ['two', ['https://a.example/', 'https://b.example/'], 'invalid_target'],
    ['a relative one', '/api', 'invalid_target'],
    ['a bare host', 'api.example.com', 'invalid_target'],
    ['one with a fragment', 'https://api.example.com/#x', 'invalid_target'],
    ['one with an empty fragment', 'https://api.example.com/#', 'invalid_target'],
    ['one with a space', 'https://api.example.com/a b', 'invalid_target'],
    ['one with a control character', 'https://api.example.com/\u0000', 'invalid_target'],
    ['one outside ASCII', 'https://münchen.de/', 'invalid_target'],
    ['a scheme alone', 'https:', 'invalid_target'],
    ['a broken host', 'https://[::1/', 'invalid_target'],
    ['an endless one', `https://api.example.com/${'a'.repeat(2048)}`, 'invalid_target'],
  ])('reads %s', (_, parameter, expected) => expect(codeOf(requestedResource(parameter))).toBe(expected))

  test.each<[string, string | undefined, string | null, string | null]>([
    ['none for a grant with one', undefined, 'https://a.example/', null],
    ['none for a grant without', undefined, null, null],
    ['the granted one', 'https://a.example/', 'https://a.example/', null],
    ['another one', 'https://b.example/', 'https://a.example/', 'invalid_target'],
    ['another spelling', 'https://a.example', 'https://a.example/', 'invalid_target'],
    ['one where none was granted', 'https://a.example/', null, 'invalid_target'],
    ['a malformed one', '#', null, 'invalid_target'],
  ])('of a token request may be %s', (_, parameter, granted, expected) => {
    expect(codeOf(checkGrantedResource(parameter, granted))).toBe(expected)
  })
})
