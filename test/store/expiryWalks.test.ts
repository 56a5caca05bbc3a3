import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '#src/domain/account/session.ts'
import type { Grant } from '#src/domain/oauth/grant.ts'
import { day, openHouse, type House } from './house.ts'
import {
  after,
  setScene,
  someCode,
  someGrant,
  someHash,
  someRefreshToken,
  someSession,
  someSessionToken,
  start,
  type Scene,
} from './specimens.ts'

/** After this everything of `start` that is over is kept no longer: grants and sessions for a week. */
const later = after(8 * day)

let house: House
let scene: Scene

beforeAll(async () => {
  house = await openHouse()
})

beforeEach(async () => {
  scene = await house.reset()
})

afterAll(() => house.close())

async function openSession(changes: Partial<Session> = {}): Promise<Session> {
  const session = { ...someSession(scene.user.id), expiresAt: after(365 * day), ...changes }
  await house.store.sessions.open(session, someSessionToken(session.id), scene.user.updatedAt)
  if (changes.endedAt) await house.store.sessions.end(session.id, changes.endedAt)
  return session
}

/** A grant whose code was redeemed for a refresh token that lasts for so many seconds. */
async function giveGrant(session: Session, seconds: number, changes: Partial<Grant> = {}): Promise<Grant> {
  const grant = { ...someGrant(scene.client, session), ...changes }
  const code = someCode()
  await house.store.codes.issue(grant, code)
  await house.store.codes.redeem(
    code.hash,
    { ...someRefreshToken(), expiresAt: after(seconds) },
    null,
    after(1),
  )
  return grant
}

const isThere = async (table: 'grants' | 'sessions', { id }: { readonly id: string }) =>
  (await house.sql(`select 1 from ${table} where id = $1`, [id])).length === 1

describe('grants', () => {
  it('stay while something can come of them, with every code and token that was used', async () => {
    const session = await openSession({ lastUsedAt: after(7 * day) })
    const living = [
      await giveGrant(session, 365 * day),
      await giveGrant(session, 2 * day),
      await giveGrant(session, 365 * day, { offline: true }),
    ]
    const [hash] = (
      await house.sql('select hash from refresh_tokens where grant_id = $1', [living[0]!.id])
    ).map(({ hash: found }) => found as Buffer)
    await house.store.refreshTokens.rotate(
      hash!,
      someHash(),
      { ...someRefreshToken(2), expiresAt: after(365 * day) },
      null,
      after(2),
    )
    expect(await house.follow('grants', later)).toEqual([0])
    expect([
      await house.count('grants'),
      await house.count('authorization_codes'),
      await house.count('refresh_tokens'),
    ]).toEqual([3, 3, 4])
  })

  it.each<[string, () => Promise<Grant>]>([
    [
      'revoked',
      async () => {
        const grant = await giveGrant(await openSession({ lastUsedAt: later }), 365 * day, { offline: true })
        await house.store.grants.revoke(grant.id, start)
        return grant
      },
    ],
    [
      'of a session that was ended',
      async () => {
        const session = await openSession({ lastUsedAt: later })
        const grant = await giveGrant(session, 365 * day)
        await house.store.sessions.end(session.id, start)
        return grant
      },
    ],
    [
      'of a session that is over',
      async () => giveGrant(await openSession({ expiresAt: after(1), lastUsedAt: later }), 365 * day),
    ],
    [
      'whose last refresh token expired',
      async () => giveGrant(await openSession({ lastUsedAt: later }), 1, { offline: true }),
    ],
    [
      'whose code nobody redeemed',
      async () => {
        const grant = { ...someGrant(scene.client, await openSession({ lastUsedAt: later })), offline: true }
        await house.store.codes.issue(grant, someCode())
        return grant
      },
    ],
    [
      'without any code or refresh token',
      async () => {
        const grant = someGrant(scene.client, await openSession({ lastUsedAt: later }))
        await house.store.grants.create(grant, null)
        return grant
      },
    ],
  ])('go a week after they are useless: %s', async (_, give) => {
    const grant = await give()
    await house.follow('grants', after(7 * day))
    expect(await isThere('grants', grant)).toBe(true)
    await house.follow('grants', later)
    expect(await isThere('grants', grant)).toBe(false)
    expect(await house.count('authorization_codes')).toBe(0)
    expect(await house.count('refresh_tokens')).toBe(0)
  })

  it('go when their session was unused for too long, a week after', async () => {
    const session = await openSession()
    const [bound, offline] = [
      await giveGrant(session, 365 * day),
      await giveGrant(session, 365 * day, { offline: true }),
    ]
    await house.follow('grants', after(14 * day))
    expect(await isThere('grants', bound)).toBe(true)
    await house.follow('grants', after(14 * day + 1))
    expect(await isThere('grants', bound)).toBe(false)
    expect(await isThere('grants', offline)).toBe(true)
  })

  it('with very many tokens go little by little, and stop nobody behind them', async () => {
    const session = await openSession({ lastUsedAt: later })
    const [big, small] = [await giveGrant(session, 365 * day), await giveGrant(session, 365 * day)]
    await house.sql(
      `insert into refresh_tokens (hash, grant_id, generation, created_at, expires_at, consumed_at)
      select sha256(n::text::bytea), $1, n, $2, $2, $2 from generate_series(2, 1200) n`,
      [big.id, start],
    )
    for (const { id } of [big, small]) await house.store.grants.revoke(id, start)
    const batches = await house.follow('grants', later)
    expect(Math.max(...batches)).toBeLessThanOrEqual(500)
    expect(batches.length).toBeGreaterThan(2)
    expect([await house.count('grants'), await house.count('refresh_tokens')]).toEqual([0, 0])
  })

  it('are left alone while somebody is redeeming from them', async () => {
    const grant = await giveGrant(await openSession({ lastUsedAt: later }), 365 * day)
    await house.store.grants.revoke(grant.id, start)
    await house.holding('select 1 from grants where id = $1 for share', [grant.id], async () => {
      expect(await house.follow('grants', later)).toEqual([0])
    })
    expect(await house.follow('grants', later)).toEqual([1])
  })
})

describe('sessions', () => {
  it.each<[string, Partial<Session>]>([
    ['ended', { endedAt: start, lastUsedAt: later }],
    ['past their end', { expiresAt: start, lastUsedAt: later }],
    ['unused for too long', { lastUsedAt: after(-7 * day) }],
  ])('go with their tokens a week after they are over: %s', async (_, changes) => {
    const session = await openSession(changes)
    await house.followAll(after(7 * day))
    expect(await isThere('sessions', session)).toBe(true)
    await house.followAll(after(7 * day + 1))
    expect(await isThere('sessions', session)).toBe(false)
    expect(await house.sql('select 1 from session_tokens where session_id = $1', [session.id])).toEqual([])
  })

  it('stay while they go on', async () => {
    const session = await openSession({ lastUsedAt: after(1) })
    await house.followAll(after(7 * day))
    expect(await isThere('sessions', session)).toBe(true)
  })

  it('take the grants along that die with them, and let go of the others, which work as before', async () => {
    const session = await openSession({ lastUsedAt: later })
    const bound = await giveGrant(session, 365 * day)
    const offline = await giveGrant(session, 365 * day, { offline: true })
    await house.store.sessions.end(session.id, start)
    await house.followAll(later)
    expect(await isThere('sessions', session)).toBe(false)
    expect(await isThere('grants', bound)).toBe(false)
    const [token] = await house.sql('select hash from refresh_tokens where grant_id = $1', [offline.id])
    const found = await house.store.refreshTokens.find(token?.hash as Buffer)
    expect(found).toMatchObject({ grant: { ...offline, sessionId: null }, session: null })
    const next = { ...someRefreshToken(2), expiresAt: after(365 * day) }
    expect(await house.store.refreshTokens.rotate(found!.token.hash, someHash(), next, null, later)).toBe(
      true,
    )
  })

  it('wait for their grants', async () => {
    const session = await openSession({ lastUsedAt: later })
    await giveGrant(session, 365 * day)
    await house.store.sessions.end(session.id, start)
    await house.follow('sessions', later)
    expect(await isThere('sessions', session)).toBe(true)
  })

  it('are walked through to the last, batch by batch', async () => {
    await house.sql(
      `insert into sessions (id, user_id, authenticated_at, amr, created_at, last_used_at, expires_at)
      select gen_random_uuid(), $1, $2, '{}', $2, $2, $2 from generate_series(1, 1200)`,
      [scene.user.id, start],
    )
    await openSession({ lastUsedAt: later })
    const batches = await house.follow('sessions', later)
    expect(batches.reduce((sum, rows) => sum + rows)).toBe(1201)
    expect(Math.max(...batches)).toBeLessThanOrEqual(500)
    expect(await house.count('sessions')).toBe(1)
  })
})

describe('surplus sessions', () => {
  const liveOf = (userId: string) =>
    house.sql(
      'select last_used_at from sessions where user_id = $1 and ended_at is null order by last_used_at',
      [userId],
    )

  it('are ended where a user has more than a hundred, the longest unused first; of nobody else', async () => {
    const other = await setScene(house.store)
    await house.sql('delete from sessions where user_id = $1', [scene.user.id])
    await house.sql(
      `insert into sessions (id, user_id, authenticated_at, amr, created_at, last_used_at, expires_at)
      select gen_random_uuid(), $1, $2, '{}', $2, $2::timestamptz + n * interval '1 second', $3 from generate_series(1, 103) n`,
      [scene.user.id, start, after(365 * day)],
    )
    await openSession({ expiresAt: start, lastUsedAt: after(500) })
    expect(await house.follow('surplus_sessions', after(600))).toEqual([3])
    const live = await liveOf(scene.user.id)
    expect(live).toHaveLength(101)
    expect(live[0]?.last_used_at).toEqual(after(4))
    expect(await liveOf(other.user.id)).toHaveLength(1)
    expect(await house.follow('surplus_sessions', after(600))).toEqual([0])
  })
})
