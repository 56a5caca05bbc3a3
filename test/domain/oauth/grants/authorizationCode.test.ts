import { describe, expect, test } from 'vitest'
import type { Client } from '#src/domain/oauth/client.ts'
import type { CodeFacts } from '#src/domain/oauth/grant.ts'
import { redeemCode, type CodeRequest } from '#src/domain/oauth/grants/authorizationCode.ts'
import { at, grantEnds, idleSeconds, makeClient, makeCodeFacts, makeGrant, now, pkce } from '../../facts.ts'

const request: CodeRequest = { redirectUri: 'https://example.com/callback', codeVerifier: pkce.verifier }
const consumed = { consumedAt: at(-10) }

function redeem(facts: CodeFacts | null, changes: Partial<CodeRequest> = {}, client: Client = makeClient()) {
  return redeemCode(facts, { ...request, ...changes }, client, idleSeconds, now)
}

function outcome(redemption: ReturnType<typeof redeemCode>): string {
  return redemption.outcome === 'issue' ? 'issue' : `${redemption.outcome} ${redemption.refusal.code}`
}

describe('authorization code', () => {
  test('becomes tokens of its grant', () => {
    const facts = makeCodeFacts()
    expect(redeem(facts)).toEqual({ outcome: 'issue', ...facts })
  })

  test.each<[string, CodeFacts | null, Partial<CodeRequest>, Partial<Client>, string]>([
    ['unknown', null, {}, {}, 'refuse invalid_grant'],
    ['at its last moment', makeCodeFacts({ expiresAt: at(0.001) }), {}, {}, 'issue'],
    ['expired', makeCodeFacts({ expiresAt: now }), {}, {}, 'refuse invalid_grant'],
    ['of another client', makeCodeFacts(), {}, { id: 'client-2' }, 'refuse invalid_grant'],
    [
      'with another redirect URI',
      makeCodeFacts(),
      { redirectUri: 'https://example.com/other' },
      {},
      'refuse invalid_grant',
    ],
    [
      'with a longer redirect URI',
      makeCodeFacts(),
      { redirectUri: 'https://example.com/callback/' },
      {},
      'refuse invalid_grant',
    ],
    ['without a redirect URI', makeCodeFacts(), { redirectUri: undefined }, {}, 'refuse invalid_grant'],
    ['with an empty redirect URI', makeCodeFacts(), { redirectUri: '' }, {}, 'refuse invalid_grant'],
    ['with a wrong verifier', makeCodeFacts(), { codeVerifier: 'x'.repeat(43) }, {}, 'refuse invalid_grant'],
    ['without a verifier', makeCodeFacts(), { codeVerifier: undefined }, {}, 'refuse invalid_grant'],
    [
      'with a verifier and no challenge',
      makeCodeFacts({ codeChallenge: null }),
      {},
      {},
      'refuse invalid_grant',
    ],
    [
      'with neither verifier nor challenge',
      makeCodeFacts({ codeChallenge: null }),
      { codeVerifier: undefined },
      {},
      'issue',
    ],
    [
      'of an app that may not use codes',
      makeCodeFacts(),
      {},
      { grantTypes: ['client_credentials'] },
      'refuse unauthorized_client',
    ],
    [
      'with a resource nobody granted',
      makeCodeFacts(),
      { resource: 'https://api.example/' },
      {},
      'refuse invalid_target',
    ],
    [
      'with the resource that was granted',
      makeCodeFacts({}, { grant: makeGrant({ resource: 'https://api.example/' }) }),
      { resource: 'https://api.example/' },
      {},
      'issue',
    ],
    [
      'with another resource',
      makeCodeFacts({}, { grant: makeGrant({ resource: 'https://api.example/' }) }),
      { resource: 'https://other.example/' },
      {},
      'refuse invalid_target',
    ],
    ['used', makeCodeFacts(consumed), {}, {}, 'replay invalid_grant'],
    ['used and expired', makeCodeFacts({ ...consumed, expiresAt: at(-1) }), {}, {}, 'replay invalid_grant'],
    [
      'used and its grant revoked',
      makeCodeFacts(consumed, { grant: makeGrant({ revokedAt: at(-5) }) }),
      {},
      {},
      'replay invalid_grant',
    ],
    [
      'used, with a resource nobody granted',
      makeCodeFacts(consumed),
      { resource: 'https://api.example/' },
      {},
      'replay invalid_grant',
    ],
  ])('%s', (_, facts, changes, client, expected) => {
    expect(outcome(redeem(facts, changes, makeClient(client)))).toBe(expected)
  })

  test.each<[string, Partial<CodeRequest>, Partial<Client>]>([
    ['by another client', {}, { id: 'client-2' }],
    ['with another redirect URI', { redirectUri: 'https://evil.com/' }, {}],
    ['with a wrong verifier', { codeVerifier: 'x'.repeat(43) }, {}],
    ['without a verifier', { codeVerifier: undefined }, {}],
  ])('that was used ends nothing when it is presented %s', (_, changes, client) => {
    expect(outcome(redeem(makeCodeFacts(consumed), changes, makeClient(client)))).toBe('refuse invalid_grant')
  })

  test('that was used names the grant to revoke', () => {
    expect(redeem(makeCodeFacts(consumed))).toMatchObject({ outcome: 'replay', grantId: 'grant-1' })
  })

  test.each(grantEnds)('is refused when $end', ({ facts, offlineSurvives }) => {
    expect(outcome(redeem(makeCodeFacts({}, facts)))).toBe('refuse invalid_grant')
    const grant = makeGrant({ ...facts.grant, offline: true })
    expect(outcome(redeem(makeCodeFacts({}, { ...facts, grant })))).toBe(
      offlineSurvives ? 'issue' : 'refuse invalid_grant',
    )
  })

  test('is refused in one way, whatever is wrong with it', () => {
    const refusals = [
      redeem(null),
      redeem(makeCodeFacts(consumed)),
      redeem(makeCodeFacts({ expiresAt: now })),
      redeem(makeCodeFacts(), { codeVerifier: 'x'.repeat(43) }),
      redeem(makeCodeFacts(), {}, makeClient({ id: 'client-2' })),
    ]
    const descriptions = refusals.map((one) => (one.outcome === 'issue' ? '' : one.refusal.description))
    expect(new Set(descriptions).size).toBe(1)
  })
})
