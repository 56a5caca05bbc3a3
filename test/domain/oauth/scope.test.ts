import { isRefusal } from '#src/domain/refusal.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideScope,
  formatScope,
  parseScope,
  requestedScope,
  type ScopePurpose,
} from '#src/domain/oauth/scope.ts'
import { codeOf, everyScope, makeClient } from '../facts.ts'

describe('scope text', () => {
  test.each([
    ['the printed one', 'openid profile email', ['openid', 'profile', 'email']],
    ['one token', 'read', ['read']],
    ['repeated tokens, once, in order', 'b a b a', ['b', 'a']],
    ['different case as different', 'Read read', ['Read', 'read']],
    ['every sign RFC 6749 allows', "!#$%&'()*+,-./:;<=>?@[]^_`{|}~", ["!#$%&'()*+,-./:;<=>?@[]^_`{|}~"]],
  ])('reads %s', (_, text, scope) => expect(parseScope(text)).toEqual(scope))

  test.each([
    ['nothing', ''],
    ['a space alone', ' '],
    ['a leading space', ' read'],
    ['a trailing space', 'read '],
    ['two spaces', 'read  write'],
    ['a tab', 'read\twrite'],
    ['a line break', 'read\n'],
    ['a quotation mark', 'read"'],
    ['a backslash', 'read\\'],
    ['a letter outside ASCII', 'réad'],
    ['a NUL', 'read\u0000'],
  ])('refuses %s', (_, text) => expect(parseScope(text)).toBeNull())

  test('survives being written and read', () => {
    const token = fc.stringMatching(/^[\x21\x23-\x5b\x5d-\x7e]{1,20}$/)
    fc.assert(
      fc.property(fc.uniqueArray(token, { minLength: 1 }), (scope) => {
        expect(parseScope(formatScope(scope))).toEqual(scope)
      }),
    )
  })

  test.each([
    ['absent', undefined, null],
    ['empty, which counts as absent', '', null],
    ['malformed', 'a  b', 'invalid_scope'],
    ['present', 'a b', ['a', 'b']],
  ])('is %s in a request', (_, parameter, expected) =>
    expect(codeOf(requestedScope(parameter))).toEqual(expected),
  )
})

describe('scope decision', () => {
  const refreshOf = (...granted: string[]): ScopePurpose => ({ refresh: granted })
  test.each<[string, string[], string[] | null, ScopePurpose, string[] | string]>([
    ['gives a user flow what it asks for', everyScope, ['openid', 'email'], 'user', ['openid', 'email']],
    [
      'gives a user flow offline_access when it asks',
      everyScope,
      ['openid', 'offline_access'],
      'user',
      ['openid', 'offline_access'],
    ],
    [
      'gives a user flow all but offline_access when it does not ask',
      everyScope,
      null,
      'user',
      everyScope.filter((name) => name !== 'offline_access'),
    ],
    ['refuses more than the app has', ['openid'], ['openid', 'read'], 'user', 'invalid_scope'],
    ['refuses a scope nobody has', everyScope, ['admin'], 'user', 'invalid_scope'],
    ['compares scopes exactly', ['read'], ['READ'], 'user', 'invalid_scope'],
    ['refuses a user flow without any scope', [], null, 'user', 'invalid_scope'],
    ['refuses a user flow that is left with no scope', ['read'], [], 'user', 'invalid_scope'],
    [
      'gives a client all that does not speak about a person',
      everyScope,
      null,
      'client_credentials',
      ['read', 'write'],
    ],
    [
      'gives a client nothing when the app has nothing else',
      ['openid', 'email'],
      null,
      'client_credentials',
      [],
    ],
    ['gives a client what it asks for', everyScope, ['read'], 'client_credentials', ['read']],
    ['refuses a client openid', everyScope, ['read', 'openid'], 'client_credentials', 'invalid_scope'],
    ['refuses a client profile', everyScope, ['profile'], 'client_credentials', 'invalid_scope'],
    ['refuses a client email', everyScope, ['email'], 'client_credentials', 'invalid_scope'],
    ['refuses a client address', ['address'], ['address'], 'client_credentials', 'invalid_scope'],
    ['refuses a client phone', ['phone'], ['phone'], 'client_credentials', 'invalid_scope'],
    [
      'refuses a client offline_access',
      everyScope,
      ['offline_access'],
      'client_credentials',
      'invalid_scope',
    ],
    ['refuses a client more than the app has', ['read'], ['write'], 'client_credentials', 'invalid_scope'],
    ['gives a refresh what was granted', everyScope, null, refreshOf('openid', 'read'), ['openid', 'read']],
    ['lets a refresh narrow', everyScope, ['read'], refreshOf('openid', 'read'), ['read']],
    [
      'refuses a refresh more than was granted',
      everyScope,
      ['write'],
      refreshOf('openid', 'read'),
      'invalid_scope',
    ],
    ['takes from a refresh what the app has lost', ['openid'], null, refreshOf('openid', 'read'), ['openid']],
    [
      'refuses a refresh what the app has lost',
      ['openid'],
      ['read'],
      refreshOf('openid', 'read'),
      'invalid_scope',
    ],
    ['refuses a refresh when the app has lost everything', [], null, refreshOf('read'), 'invalid_scope'],
  ])('%s', (_, scopes, requested, purpose, expected) => {
    expect(codeOf(decideScope(requested, makeClient({ scopes }), purpose))).toEqual(expected)
  })

  test('never gives more than the app has or than was granted', () => {
    const some = fc.subarray(everyScope)
    fc.assert(
      fc.property(some, fc.option(some), some, (scopes, requested, granted) => {
        for (const purpose of ['user', 'client_credentials', { refresh: granted }] as const) {
          const scope = decideScope(requested, makeClient({ scopes }), purpose)
          if (isRefusal(scope)) continue
          expect(scopes).toEqual(expect.arrayContaining([...scope]))
          if (requested !== null) expect(requested).toEqual(expect.arrayContaining([...scope]))
          if (typeof purpose === 'object') expect(granted).toEqual(expect.arrayContaining([...scope]))
        }
      }),
    )
  })
})
