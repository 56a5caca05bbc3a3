import { describe, expect, test } from 'vitest'
import type { AccessTokenFacts } from '#src/domain/oauth/accessToken.ts'
import { decideUserinfo, userinfoClaims } from '#src/domain/oidc/claims.ts'
import { at, codeOf, issuer, makeAccessTokenFacts, makeClientTokenFacts, makeUser } from '../facts.ts'

const user = makeUser()
const email = { email: 'user@example.com', email_verified: false }
const updated = { updated_at: at(-3_600).getTime() / 1000 }

describe('userinfo claims', () => {
  test.each<[string, string[], object]>([
    ['openid', ['openid'], { sub: 'user-1' }],
    ['email', ['openid', 'email'], { sub: 'user-1', ...email }],
    ['profile', ['openid', 'profile'], { sub: 'user-1', ...updated }],
    [
      'all of them',
      ['openid', 'profile', 'email', 'read', 'offline_access'],
      { sub: 'user-1', ...email, ...updated },
    ],
  ])('of scope %s', (_, scope, expected) => expect(userinfoClaims(user, scope)).toStrictEqual(expected))
})

describe('userinfo', () => {
  test('answers as printed', () => {
    expect(decideUserinfo(makeAccessTokenFacts(), issuer)).toEqual({ sub: 'user-1', ...email })
  })

  test.each<[string, AccessTokenFacts, string]>([
    [
      'a token for another resource',
      makeAccessTokenFacts({ audience: 'https://api.example/' }),
      'invalid_token',
    ],
    [
      'a token for something that begins like the issuer',
      makeAccessTokenFacts({ audience: `${issuer}/` }),
      'invalid_token',
    ],
    ['a token without openid', makeAccessTokenFacts({ scope: ['email'] }), 'insufficient_scope'],
    ['a client’s own token', makeClientTokenFacts(), 'insufficient_scope'],
  ])('refuses %s', (_, facts, code) => expect(codeOf(decideUserinfo(facts, issuer))).toBe(code))
})
