import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accessTokenClaims,
  checkAudience,
  decideAccessToken,
  namesItsUser,
  parseAccessTokenClaims,
  type AccessTokenFacts,
} from '#src/domain/oauth/accessToken.ts'
import {
  at,
  codeOf,
  grantEnds,
  idleSeconds,
  issuer,
  makeAccessTokenFacts,
  makeClientTokenFacts,
  makeGrant,
  now,
  subjectKey,
} from '../facts.ts'

const { token } = makeAccessTokenFacts()
const { token: clientToken } = makeClientTokenFacts()
const claims = accessTokenClaims(token, { issuer, clientId: 'app_one', sub: 'user-1' })
const clientClaims = accessTokenClaims(
  { ...clientToken, scope: [] },
  { issuer, clientId: 'app_one', sub: 'app_one' },
)

describe('claims of an access token', () => {
  test('are those of RFC 9068 §2.2', () => {
    expect(claims).toEqual({
      iss: issuer,
      sub: 'user-1',
      aud: issuer,
      client_id: 'app_one',
      jti: 'jti-1',
      iat: at(-60).getTime() / 1000,
      exp: at(3_540).getTime() / 1000,
      scope: 'openid email',
      gid: 'grant-1',
    })
  })

  test('leave out an empty scope and the grant of a client of its own', () => {
    expect(Object.keys(clientClaims)).toEqual(['iss', 'sub', 'aud', 'client_id', 'jti', 'iat', 'exp'])
  })

  test('say the same when they are read again', () => {
    const { userId: _, ...said } = token
    expect(parseAccessTokenClaims(claims, issuer)).toEqual({
      ...said,
      publicClientId: 'app_one',
      subject: 'user-1',
    })
    expect(parseAccessTokenClaims(clientClaims, issuer)).toMatchObject({
      grantId: null,
      scope: [],
    })
  })

  test.each<[string, unknown]>([
    ['no object', null],
    ['a text', 'claims'],
    ['another issuer', { ...claims, iss: 'https://evil.com' }],
    ['an issuer in a list', { ...claims, iss: [issuer] }],
    ['no subject', { ...claims, sub: undefined }],
    ['an empty subject', { ...claims, sub: '' }],
    ['a subject that is an object', { ...claims, sub: { $ne: '' } }],
    ['several audiences', { ...claims, aud: [issuer, 'https://evil.com'] }],
    ['no client', { ...claims, client_id: undefined }],
    ['no jti', { ...claims, jti: undefined }],
    ['a jti that is a number', { ...claims, jti: 1 }],
    ['no iat', { ...claims, iat: undefined }],
    ['no exp', { ...claims, exp: undefined }],
    ['an exp in words', { ...claims, exp: '9999999999' }],
    ['an exp with a fraction', { ...claims, exp: 1.5 }],
    ['an exp without end', { ...claims, exp: Infinity }],
    ['an exp no date can hold', { ...claims, exp: Number.MAX_SAFE_INTEGER }],
    ['a scope in a list', { ...claims, scope: ['openid'] }],
    ['a malformed scope', { ...claims, scope: 'openid  email' }],
    ['a grant that is a number', { ...claims, gid: 1 }],
    ['an empty grant', { ...claims, gid: '' }],
    ['a user without a grant', { ...claims, gid: undefined }],
    [
      'the claims of an ID token',
      { iss: issuer, sub: 'user-1', aud: 'app_one', exp: 1, iat: 1, azp: 'app_one' },
    ],
  ])('are refused with %s', (_, value) => expect(parseAccessTokenClaims(value, issuer)).toBeNull())

  test('never throw, whatever is in them', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseAccessTokenClaims(value, issuer)))
  })
})

describe('access token', () => {
  test.each<[string, AccessTokenFacts]>([
    ['of a user works', makeAccessTokenFacts()],
    ['of a client works', makeClientTokenFacts()],
    ['works to its last moment', makeAccessTokenFacts({ expiresAt: at(0.001) })],
    [
      'with offline_access works without a session',
      makeAccessTokenFacts({}, { grant: makeGrant({ offline: true }), session: null }),
    ],
  ])('%s', (_, facts) => expect(decideAccessToken(facts, idleSeconds, now)).toBe(facts))

  test.each<[string, AccessTokenFacts | null]>([
    ['unknown', null],
    ['expired', makeAccessTokenFacts({ expiresAt: now })],
    ['revoked', makeAccessTokenFacts({}, { revoked: true })],
    ['of a deleted client', makeAccessTokenFacts({}, { client: null })],
    ['of a deleted user', makeAccessTokenFacts({}, { user: null })],
    ['of a deleted grant', makeAccessTokenFacts({}, { grant: null })],
    [
      'of a grant of another client',
      makeAccessTokenFacts({}, { grant: makeGrant({ clientId: 'client-2' }) }),
    ],
    ['of a grant of another user', makeAccessTokenFacts({}, { grant: makeGrant({ userId: 'user-2' }) })],
    ['of a user, without a grant', makeAccessTokenFacts({ grantId: null }, { grant: null })],
    ['of a client, expired', makeClientTokenFacts({ token: { ...clientToken, expiresAt: now } })],
    ['of a client, revoked', makeClientTokenFacts({ revoked: true })],
    ['of a client that was deleted', makeClientTokenFacts({ client: null })],
  ])('is refused when it is %s', (_, facts) => {
    expect(codeOf(decideAccessToken(facts, idleSeconds, now))).toBe('invalid_token')
  })

  test.each(grantEnds)('is refused when $end', ({ facts, offlineSurvives }) => {
    expect(codeOf(decideAccessToken(makeAccessTokenFacts({}, facts), idleSeconds, now))).toBe('invalid_token')
    const offline = makeAccessTokenFacts(
      {},
      { ...facts, grant: makeGrant({ ...facts.grant, offline: true }) },
    )
    expect(codeOf(decideAccessToken(offline, idleSeconds, now))).toBe(
      offlineSurvives ? offline : 'invalid_token',
    )
  })
})

describe('the subject of a JWT', () => {
  const jwt = parseAccessTokenClaims(claims, issuer)!
  test.each([
    ['is the user of its grant', jwt, true],
    ['is nobody else', { ...jwt, subject: 'user-2' }, false],
  ])('%s', (_, read, expected) =>
    expect(namesItsUser(read, makeAccessTokenFacts(), subjectKey)).toBe(expected),
  )
  test('is looked at only where there is a user', () =>
    expect(namesItsUser(jwt, makeClientTokenFacts(), subjectKey)).toBe(true))
})

describe('an access token for', () => {
  test.each([
    ['us opens what is ours', issuer, null],
    ['another resource does not', 'https://api.example/', 'invalid_token'],
    ['something that begins like the issuer does not', `${issuer}/`, 'invalid_token'],
  ])('%s', (_, audience, code) =>
    expect(checkAudience(makeAccessTokenFacts({ audience }), issuer)?.code ?? null).toBe(code),
  )
})
