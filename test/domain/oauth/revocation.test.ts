import { describe, expect, test } from 'vitest'
import { decideRevocation } from '#src/domain/oauth/revocation.ts'
import type { FoundToken } from '#src/domain/oauth/token.ts'
import {
  at,
  makeAccessTokenFacts,
  makeClient,
  makeClientTokenFacts,
  makeRefreshFacts,
  now,
} from '../facts.ts'

const access: FoundToken = { kind: 'access', facts: makeAccessTokenFacts() }
const ownToken: FoundToken = { kind: 'access', facts: makeClientTokenFacts() }
const refresh: FoundToken = { kind: 'refresh', facts: makeRefreshFacts() }
const ofOperator: FoundToken = {
  kind: 'operator',
  token: {
    id: 'token-1',
    name: 'prometheus',
    scope: ['metrics'],
    createdAt: at(-60),
    expiresAt: null,
    lastUsedAt: null,
  },
}
const stranger = makeClient({ id: 'client-2', clientId: 'app_two', resources: ['http://localhost:8787'] })

describe('revocation', () => {
  test.each<[string, FoundToken | null, object]>([
    ['a refresh token with its whole grant', refresh, { revoke: 'grant', grantId: 'grant-1' }],
    [
      'a used refresh token with its whole grant',
      { kind: 'refresh', facts: makeRefreshFacts({ consumedAt: at(-5) }) },
      { revoke: 'grant' },
    ],
    [
      'an expired refresh token with its whole grant',
      { kind: 'refresh', facts: makeRefreshFacts({ expiresAt: at(-5) }) },
      { revoke: 'grant' },
    ],
    ['an access token alone', access, { revoke: 'token', jti: 'jti-1', expiresAt: at(3_540) }],
    ['a client token alone', ownToken, { revoke: 'token', jti: 'jti-1' }],
    ['nothing for an unknown token', null, { revoke: 'nothing' }],
    ['nothing for a token of the operator', ofOperator, { revoke: 'nothing' }],
    [
      'nothing for an expired access token',
      { kind: 'access', facts: makeAccessTokenFacts({ expiresAt: now }) },
      { revoke: 'nothing' },
    ],
    [
      'nothing for a token of a deleted client',
      { kind: 'access', facts: makeAccessTokenFacts({}, { client: null }) },
      { revoke: 'nothing' },
    ],
  ])('ends %s', (_, found, expected) =>
    expect(decideRevocation(found, makeClient(), now)).toMatchObject(expected),
  )

  test.each([
    ['access', access],
    ['client', ownToken],
    ['refresh', refresh],
  ] as const)('leaves the %s token of another client alone', (_, found) =>
    expect(decideRevocation(found, stranger, now).revoke).toBe('nothing'),
  )
})
