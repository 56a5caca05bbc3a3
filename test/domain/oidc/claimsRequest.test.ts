import { describe, expect, test } from 'vitest'
import {
  claimsOfScope,
  noClaims,
  readClaimsRequest,
  scopesOfClaims,
  withinScope,
} from '#src/domain/oidc/claimsRequest.ts'
import { isRefusal } from '#src/domain/refusal.ts'

/** The example of OpenID Connect Core §5.5. */
const example = {
  userinfo: {
    given_name: { essential: true },
    nickname: null,
    email: { essential: true },
    email_verified: { essential: true },
    picture: null,
    'http://example.info/claims/groups': null,
  },
  id_token: { auth_time: { essential: true }, acr: { values: ['urn:mace:incommon:iap:silver'] } },
}
const read = (value: unknown) => readClaimsRequest(JSON.stringify(value))

describe('claims request', () => {
  test('of OpenID Connect Core §5.5 asks for what we know, and wishes for a context', () => {
    expect(read(example)).toEqual({
      ...noClaims,
      userinfo: ['given_name', 'nickname', 'email', 'email_verified', 'picture'],
    })
  })

  test.each<[string, unknown, object]>([
    ['nothing', {}, {}],
    ['null members', { userinfo: null, id_token: null }, {}],
    ['a claim in the ID token', { id_token: { name: null } }, { idToken: ['name'] }],
    ['a subject', { id_token: { sub: { value: 'user-1' } } }, { subject: 'user-1' }],
    [
      'the same subject twice',
      { userinfo: { sub: { value: 'a' } }, id_token: { sub: { value: 'a' } } },
      { subject: 'a' },
    ],
    [
      'an essential context',
      { id_token: { acr: { essential: true, values: ['aal2', 'x'] } } },
      { essentialAcr: ['aal2', 'x'] },
    ],
    [
      'one essential context',
      { id_token: { acr: { essential: true, value: 'aal2' } } },
      { essentialAcr: ['aal2'] },
    ],
    ['an essential context without a value', { id_token: { acr: { essential: true } } }, {}],
    ['members of objects, which are no claims', { userinfo: { constructor: null, toString: null } }, {}],
    [
      'values of wrong types',
      { id_token: { sub: { value: 7 }, acr: 'aal2', name: 7 } },
      { idToken: ['name'] },
    ],
  ])('may hold %s', (_, value, expected) => expect(read(value)).toEqual({ ...noClaims, ...expected }))

  test.each([
    ['no JSON', '{'],
    ['an array', '[]'],
    ['a string', '"userinfo"'],
    ['null', 'null'],
    ['members that are no object', '{"userinfo":[]}'],
    [
      'too many members',
      JSON.stringify({
        userinfo: Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${i}`, null])),
      }),
    ],
    ['two subjects', '{"userinfo":{"sub":{"value":"a"}},"id_token":{"sub":{"value":"b"}}}'],
  ])('is refused when it is %s', (_, text) => expect(isRefusal(readClaimsRequest(text))).toBe(true))

  test('is a part of scopes, and gives nothing beyond those the app has', () => {
    const claims = { ...noClaims, userinfo: ['name', 'email'], idToken: ['address'] }
    expect(scopesOfClaims(claims)).toEqual(['profile', 'email', 'address'])
    expect(withinScope(claims, ['openid', 'email'])).toEqual({ ...noClaims, userinfo: ['email'] })
    expect(claimsOfScope(['openid', 'email'])).toEqual(['email', 'email_verified'])
  })
})
