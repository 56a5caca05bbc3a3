import { describe, expect, test } from 'vitest'
import { halfHash, idTokenClaims, type IdTokenFacts } from '#src/domain/oidc/idToken.ts'
import { at, issuer, makeClient, makeGrant, makeUser, now } from '../facts.ts'

const facts: IdTokenFacts = {
  issuer,
  client: makeClient(),
  known: { user: makeUser(), profile: {}, picture: null },
  subject: 'user-1',
  grant: makeGrant({ nonce: 'n-0S6_WzA2Mj' }),
  accessToken: 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y',
  code: 'code_one',
  alg: 'RS256',
  now,
  expiresInSeconds: 3600,
}

describe('at_hash and c_hash', () => {
  test('are made as in the example of OpenID Connect Core §A.4', () => {
    expect(halfHash('jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y', 'RS256')).toBe('77QmUPtjPfzWtF2AnpK9RQ')
  })

  test.each([
    ['RS256', 16],
    ['ES256', 16],
    ['HS256', 16],
    ['EdDSA', 32],
  ] as const)('with %s are half of its digest', (alg, bytes) => {
    expect(Buffer.from(halfHash('access', alg), 'base64url')).toHaveLength(bytes)
  })
})

describe('claims of an ID token', () => {
  test('are those of OpenID Connect Core §2', () => {
    const issuedAt = now.getTime() / 1000
    expect(idTokenClaims(facts)).toEqual({
      iss: issuer,
      sub: 'user-1',
      aud: 'app_one',
      azp: 'app_one',
      exp: issuedAt + 3600,
      iat: issuedAt,
      auth_time: at(-60).getTime() / 1000,
      acr: 'aal1',
      amr: ['pwd'],
      nonce: 'n-0S6_WzA2Mj',
      at_hash: '77QmUPtjPfzWtF2AnpK9RQ',
      c_hash: 'eTmYBnBd0a7h6nqudSaYiw',
      sid: 'session-1',
    })
  })

  test('leave out what there is not', () => {
    const claims = idTokenClaims({
      ...facts,
      grant: makeGrant({ sessionId: null }),
      accessToken: null,
      code: null,
    })
    expect(Object.keys(claims)).toEqual(['iss', 'sub', 'aud', 'azp', 'exp', 'iat', 'auth_time', 'acr', 'amr'])
  })

  test('have neither nonce nor c_hash after a refresh, and the time of the first sign-in', () => {
    const claims = idTokenClaims({ ...facts, code: null, now: at(1000) })
    for (const name of ['nonce', 'c_hash']) expect(claims).not.toHaveProperty(name)
    expect(claims).toMatchObject({ iat: at(1000).getTime() / 1000, auth_time: at(-60).getTime() / 1000 })
  })

  test('name the user as the app knows them, and tell what was asked for by name', () => {
    const asked = makeGrant({ claims: { userinfo: ['updated_at'], idToken: ['email', 'birthdate'] } })
    const claims = idTokenClaims({ ...facts, grant: asked, subject: 'pairwise' })
    expect(claims).toMatchObject({ sub: 'pairwise', email: 'user@example.com' })
    expect(Object.keys(claims)).not.toEqual(expect.arrayContaining(['updated_at']))
    const narrowed = idTokenClaims({ ...facts, grant: asked, client: makeClient({ scopes: ['openid'] }) })
    expect(narrowed).not.toHaveProperty('email')
  })
})
