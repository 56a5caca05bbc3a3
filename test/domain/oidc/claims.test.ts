import { describe, expect, test } from 'vitest'
import type { Profile } from '#src/domain/account/profile.ts'
import type { AccessTokenFacts } from '#src/domain/oauth/accessToken.ts'
import { decideUserinfo, releasedClaims, userClaimNames, type KnownUser } from '#src/domain/oidc/claims.ts'
import { claimsOfScope } from '#src/domain/oidc/claimsRequest.ts'
import {
  at,
  codeOf,
  makeAccessTokenFacts,
  makeClient,
  makeClientTokenFacts,
  makeGrant,
  makeUser,
  subjectKey,
} from '../facts.ts'

const user = makeUser()
const email = { email: 'user@example.com', email_verified: false }
const updated = { updated_at: at(-3_600).getTime() / 1000 }
const profile: Profile = {
  name: 'Ann Example',
  birthdate: '0000-03-22',
  phone_number: '+493012345678',
  address: { locality: 'Berlin' },
}
const picture = 'http://localhost:8787/api/v1/pictures/mXq3v1Zt0sYwJ8c2kR5nLQ'
const known: KnownUser = { user, profile, picture }
const told = { name: 'Ann Example', birthdate: '0000-03-22', picture, ...updated }
const phone = { phone_number: '+493012345678', phone_number_verified: false }

describe('released claims', () => {
  test.each<[string, string[], object]>([
    ['openid', ['openid'], {}],
    ['email', ['openid', 'email'], email],
    ['profile', ['openid', 'profile'], told],
    ['phone', ['openid', 'phone'], phone],
    ['address', ['openid', 'address'], { address: { locality: 'Berlin' } }],
    [
      'all of them',
      ['openid', 'profile', 'email', 'phone', 'address', 'read', 'offline_access'],
      { ...email, ...told, ...phone, address: { locality: 'Berlin' } },
    ],
  ])('of scope %s', (_, scope, expected) =>
    expect(releasedClaims(known, claimsOfScope(scope))).toStrictEqual(expected),
  )

  test('leave out what is not told', () => {
    const scope = ['openid', 'profile', 'phone', 'address']
    expect(releasedClaims({ ...known, profile: {}, picture: null }, claimsOfScope(scope))).toStrictEqual(
      updated,
    )
  })

  test('take their names from nothing but the profile: nobody spoofs sub or email', () => {
    const spoofed = { sub: 'user-2', email: 'admin@example.com', roles: ['admin'] } as Profile
    const claims = releasedClaims(
      { user, profile: spoofed, picture: null },
      claimsOfScope(['openid', 'profile']),
    )
    expect(claims).toStrictEqual(updated)
    expect(userClaimNames).not.toContain('sub')
  })

  test('are those that discovery names', () => {
    const given = Object.keys(releasedClaims(known, userClaimNames))
    expect(given.filter((name) => !userClaimNames.includes(name))).toEqual([])
  })
})

describe('userinfo', () => {
  const decide = (facts: AccessTokenFacts) => decideUserinfo(facts, subjectKey)
  const asking = (...userinfo: string[]) => makeGrant({ claims: { userinfo, idToken: ['updated_at'] } })
  const emailNames = ['email', 'email_verified']

  test('answers the bearer of a token with openid', () => {
    expect(decide(makeAccessTokenFacts())).toEqual({ user, sub: 'user-1', names: emailNames })
  })

  test.each<[string, Partial<AccessTokenFacts>, readonly string[]]>([
    ['a claim that was asked for', { grant: asking('updated_at') }, [...emailNames, 'updated_at']],
    [
      'no claim that the app may not have any more',
      { grant: asking('updated_at'), client: makeClient({ scopes: ['openid', 'email'] }) },
      emailNames,
    ],
  ])('tells %s', (_, facts, names) => {
    expect(decide(makeAccessTokenFacts({}, facts))).toMatchObject({ sub: 'user-1', names })
  })

  test.each<[string, AccessTokenFacts, string]>([
    ['a token without openid', makeAccessTokenFacts({ scope: ['email'] }), 'insufficient_scope'],
    ['a client’s own token', makeClientTokenFacts(), 'insufficient_scope'],
  ])('refuses %s', (_, facts, code) => expect(codeOf(decide(facts))).toBe(code))
})
