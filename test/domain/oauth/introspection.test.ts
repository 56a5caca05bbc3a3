import { describe, expect, test } from 'vitest'
import type { Client } from '#src/domain/oauth/client.ts'
import { decideIntrospection } from '#src/domain/oauth/introspection.ts'
import type { OperatorToken } from '#src/domain/oauth/operatorToken.ts'
import type { FoundToken } from '#src/domain/oauth/token.ts'
import {
  at,
  codeOf,
  grantEnds,
  idleSeconds,
  issuer,
  makeAccessTokenFacts,
  makeClient,
  makeClientTokenFacts,
  makeGrant,
  makeRefreshFacts,
  now,
  subjectKey,
} from '../facts.ts'

const api = 'https://api.example/'
const forApi: FoundToken = { kind: 'access', facts: makeAccessTokenFacts({ audience: api }) }
const forUs: FoundToken = { kind: 'access', facts: makeAccessTokenFacts() }
const refresh: FoundToken = { kind: 'refresh', facts: makeRefreshFacts() }
const operatorToken: OperatorToken = {
  id: 'token-1',
  name: 'prometheus',
  scope: ['metrics'],
  createdAt: at(-60),
  expiresAt: at(60),
  lastUsedAt: null,
}
const ofOperator: FoundToken = { kind: 'operator', token: operatorToken }
const resourceServer = makeClient({ id: 'client-2', clientId: 'app_api', resources: [api] })

function introspect(found: FoundToken | null, caller: Client = makeClient()) {
  return decideIntrospection(found, caller, { issuer, idleSeconds, subjectKey }, now)
}

describe('introspection', () => {
  test('tells the client of an access token what it is', () => {
    expect(introspect(forUs)).toEqual({
      active: true,
      iss: issuer,
      sub: 'user-1',
      aud: issuer,
      client_id: 'app_one',
      token_type: 'Bearer',
      jti: 'jti-1',
      iat: at(-60).getTime() / 1000,
      exp: at(3_540).getTime() / 1000,
      scope: 'openid email',
    })
  })

  test('tells a resource server about tokens for its resource, issued to whomever', () => {
    expect(introspect(forApi, resourceServer)).toMatchObject({ active: true, aud: api, client_id: 'app_one' })
  })

  test('tells that a token of a client speaks for the client', () => {
    const found: FoundToken = { kind: 'access', facts: makeClientTokenFacts() }
    expect(introspect(found)).toMatchObject({ active: true, sub: 'app_one', client_id: 'app_one' })
  })

  test('tells apps of the house, and those that may look at the issuer’s tokens, of a token of the operator', () => {
    const expected = {
      active: true,
      iss: issuer,
      aud: issuer,
      token_type: 'Bearer',
      jti: 'token-1',
      iat: at(-60).getTime() / 1000,
      exp: at(60).getTime() / 1000,
      scope: 'metrics',
    }
    expect(introspect(ofOperator, makeClient({ firstParty: true }))).toEqual(expected)
    expect(introspect(ofOperator, makeClient({ resources: [api, issuer] }))).toEqual(expected)
  })

  test('tells the client of a refresh token what it is, but not as a Bearer token', () => {
    expect(introspect(refresh)).toEqual({
      active: true,
      iss: issuer,
      sub: 'user-1',
      client_id: 'app_one',
      iat: at(-30).getTime() / 1000,
      exp: at(86_400).getTime() / 1000,
      scope: 'openid profile email',
    })
  })

  test.each<[string, FoundToken | null, Client]>([
    ['an unknown token', null, makeClient()],
    ['a token of another client', forUs, makeClient({ id: 'client-2' })],
    [
      'a token for another resource',
      forApi,
      makeClient({ id: 'client-2', resources: ['https://other.example/'] }),
    ],
    [
      'a token for a resource that begins alike',
      forApi,
      makeClient({ id: 'client-2', resources: ['https://api.example'] }),
    ],
    ['a token for us, to a resource server', forUs, resourceServer],
    ['a refresh token of another client', refresh, makeClient({ id: 'client-2' })],
    [
      'a refresh token, to the resource server',
      { kind: 'refresh', facts: makeRefreshFacts({}, { grant: makeGrant({ resource: api }) }) },
      resourceServer,
    ],
    [
      'a used refresh token',
      { kind: 'refresh', facts: makeRefreshFacts({ consumedAt: at(-1) }) },
      makeClient(),
    ],
    [
      'an expired refresh token',
      { kind: 'refresh', facts: makeRefreshFacts({ expiresAt: now }) },
      makeClient(),
    ],
    [
      'an expired access token',
      { kind: 'access', facts: makeAccessTokenFacts({ expiresAt: now }) },
      makeClient(),
    ],
    [
      'a revoked access token',
      { kind: 'access', facts: makeAccessTokenFacts({}, { revoked: true }) },
      makeClient(),
    ],
    ['a token of the operator', ofOperator, makeClient()],
    ['a token of the operator, to a resource server', ofOperator, resourceServer],
    [
      'a token of the operator, to one of an address that begins alike',
      ofOperator,
      makeClient({ resources: [`${issuer}/`] }),
    ],
    [
      'an expired token of the operator',
      { kind: 'operator', token: { ...operatorToken, expiresAt: now } },
      makeClient({ firstParty: true }),
    ],
    [
      'a token of a deleted client',
      { kind: 'access', facts: makeAccessTokenFacts({ audience: api }, { client: null }) },
      resourceServer,
    ],
  ])('says nothing but inactive about %s', (_, found, caller) => {
    expect(introspect(found, caller)).toStrictEqual({ active: false })
  })

  test.each(grantEnds)('says nothing but inactive when $end', ({ facts }) => {
    expect(introspect({ kind: 'access', facts: makeAccessTokenFacts({}, facts) })).toStrictEqual({
      active: false,
    })
    expect(introspect({ kind: 'refresh', facts: makeRefreshFacts({}, facts) })).toStrictEqual({
      active: false,
    })
  })

  test('refuses a public app, whatever the token', () => {
    const publicClient = makeClient({ tokenEndpointAuthMethod: 'none' })
    for (const found of [null, forUs, refresh])
      expect(codeOf(introspect(found, publicClient))).toBe('invalid_client')
  })
})
