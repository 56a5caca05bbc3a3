import { describe, expect, test } from 'vitest'
import type { Client } from '#src/domain/oauth/client.ts'
import type { RefreshFacts } from '#src/domain/oauth/grant.ts'
import {
  redeemRefreshToken,
  refreshTokenExpiresAt,
  type RefreshRequest,
} from '#src/domain/oauth/grants/refreshToken.ts'
import {
  at,
  grantEnds,
  idleSeconds,
  makeClient,
  makeGrant,
  makeRefreshFacts,
  makeSession,
  now,
} from '../../facts.ts'

const salt = Buffer.alloc(32, 3)
const day = 86_400
/** Consumed so many seconds ago. */
const used = (seconds: number) => ({ consumedAt: at(-seconds), salt })

function redeem(facts: RefreshFacts | null, request: RefreshRequest = {}, client: Client = makeClient()) {
  return redeemRefreshToken(facts, request, client, idleSeconds, now)
}

function outcome(redemption: ReturnType<typeof redeem>): string {
  return 'refusal' in redemption ? `${redemption.outcome} ${redemption.refusal.code}` : redemption.outcome
}

const lifetimes = { refreshIdleSeconds: 30 * 86_400, refreshAbsoluteSeconds: 365 * 86_400 }

describe('refresh token', () => {
  test('rotates, with the scope of its grant', () => {
    const facts = makeRefreshFacts()
    expect(redeem(facts)).toEqual({ ...facts, outcome: 'rotate', scope: ['openid', 'profile', 'email'] })
  })

  test('gets its successor again when it comes back within a minute', () => {
    const facts = makeRefreshFacts(used(60))
    expect(redeem(facts)).toEqual({
      ...facts,
      outcome: 'repeat',
      scope: ['openid', 'profile', 'email'],
      salt,
    })
  })

  test.each<[string, RefreshFacts | null, RefreshRequest, Partial<Client>, string]>([
    ['unknown', null, {}, {}, 'refuse invalid_grant'],
    ['at its last moment', makeRefreshFacts({ expiresAt: at(0.001) }), {}, {}, 'rotate'],
    ['expired', makeRefreshFacts({ expiresAt: now }), {}, {}, 'refuse invalid_grant'],
    ['of another client', makeRefreshFacts(), {}, { id: 'client-2' }, 'refuse invalid_grant'],
    [
      'of an app that may not refresh',
      makeRefreshFacts(),
      {},
      { grantTypes: ['authorization_code'] },
      'refuse unauthorized_client',
    ],
    ['used this very moment', makeRefreshFacts(used(0)), {}, {}, 'repeat'],
    ['used by a node whose clock is ahead', makeRefreshFacts(used(-2)), {}, {}, 'repeat'],
    ['used too long ago', makeRefreshFacts(used(60.001)), {}, {}, 'replay invalid_grant'],
    [
      'used, and its successor too',
      makeRefreshFacts(used(1), { successorConsumed: true }),
      {},
      {},
      'replay invalid_grant',
    ],
    [
      'used long ago and expired',
      makeRefreshFacts({ ...used(40 * day), expiresAt: at(-day) }),
      {},
      {},
      'replay invalid_grant',
    ],
    [
      'used and left without a salt',
      makeRefreshFacts({ consumedAt: at(-1) }),
      {},
      {},
      'replay invalid_grant',
    ],
    [
      'used too long ago, with a bad scope',
      makeRefreshFacts(used(61)),
      { scope: 'admin' },
      {},
      'replay invalid_grant',
    ],
    [
      'used too long ago, with a bad resource',
      makeRefreshFacts(used(61)),
      { resource: '#' },
      {},
      'replay invalid_grant',
    ],
    [
      'used too long ago, by another client',
      makeRefreshFacts(used(61)),
      {},
      { id: 'client-2' },
      'refuse invalid_grant',
    ],
    [
      'used just now, by another client',
      makeRefreshFacts(used(1)),
      {},
      { id: 'client-2' },
      'refuse invalid_grant',
    ],
    [
      'its successor used, by another client',
      makeRefreshFacts(used(1), { successorConsumed: true }),
      {},
      { id: 'client-2' },
      'refuse invalid_grant',
    ],
    ['with a narrower scope', makeRefreshFacts(), { scope: 'openid' }, {}, 'rotate'],
    [
      'with a wider scope',
      makeRefreshFacts(),
      { scope: 'openid read' },
      { scopes: ['openid', 'read'] },
      'refuse invalid_scope',
    ],
    ['with a malformed scope', makeRefreshFacts(), { scope: 'openid  email' }, {}, 'refuse invalid_scope'],
    ['with an empty scope, which counts as none', makeRefreshFacts(), { scope: '' }, {}, 'rotate'],
    [
      'used just now, with a wider scope',
      makeRefreshFacts(used(1)),
      { scope: 'read' },
      {},
      'refuse invalid_scope',
    ],
    [
      'with a resource nobody granted',
      makeRefreshFacts(),
      { resource: 'https://api.example/' },
      {},
      'refuse invalid_target',
    ],
    [
      'with the resource that was granted',
      makeRefreshFacts({}, { grant: makeGrant({ resource: 'https://api.example/' }) }),
      { resource: 'https://api.example/' },
      {},
      'rotate',
    ],
  ])('%s', (_, facts, request, client, expected) => {
    expect(outcome(redeem(facts, request, makeClient(client)))).toBe(expected)
  })

  test('names the grant to revoke when it is replayed', () => {
    expect(redeem(makeRefreshFacts(used(61)))).toMatchObject({ outcome: 'replay', grantId: 'grant-1' })
  })

  test('loses the scope that was taken from the app', () => {
    expect(redeem(makeRefreshFacts(), {}, makeClient({ scopes: ['openid'] }))).toMatchObject({
      scope: ['openid'],
    })
  })

  test.each(grantEnds)('is refused when $end', ({ facts, offlineSurvives }) => {
    const grant = makeGrant({ ...facts.grant, offline: true })
    for (const [token, alive] of [
      [{}, 'rotate'],
      [used(1), 'repeat'],
    ] as const) {
      expect(outcome(redeem(makeRefreshFacts(token, facts)))).toBe('refuse invalid_grant')
      const offline = outcome(redeem(makeRefreshFacts(token, { ...facts, grant })))
      expect(offline).toBe(offlineSurvives ? alive : 'refuse invalid_grant')
    }
  })
})

describe('end of a refresh token', () => {
  test.each([
    ['is that of its session', makeGrant(), makeSession({ expiresAt: at(day) }), at(day)],
    ['is now when it has neither session nor offline_access', makeGrant(), null, now],
    [
      'is 30 days away with offline_access',
      makeGrant({ offline: true }),
      makeSession({ expiresAt: at(day) }),
      at(30 * day),
    ],
    ['does not need a session with offline_access', makeGrant({ offline: true }), null, at(30 * day)],
    [
      'is at most 365 days after the grant',
      makeGrant({ offline: true, createdAt: at(-364 * day) }),
      null,
      at(day),
    ],
  ])('%s', (_, grant, session, expected) => {
    expect(refreshTokenExpiresAt(grant, session, lifetimes, now)).toEqual(expected)
  })
})
