import { describe, expect, test } from 'vitest'
import { decideSession, freshSeconds, isFresh, isSessionAlive } from '#src/domain/account/session.ts'
import type { SessionFacts } from '#src/domain/account/session.ts'
import { at, idleSeconds, makeSession, makeUser, now } from '../facts.ts'

const token = { hash: Buffer.alloc(32), sessionId: 'session-1', createdAt: at(-60), expiresAt: at(3_540) }
const facts: SessionFacts = { token, session: makeSession(), user: makeUser() }

describe('session', () => {
  test.each([
    ['lives while it is used', {}, true],
    ['lives until the last moment of idleness', { lastUsedAt: at(-idleSeconds + 1) }, true],
    ['ends when it was idle', { lastUsedAt: at(-idleSeconds) }, false],
    ['lives until its absolute end', { expiresAt: at(1) }, true],
    ['ends at its absolute end', { expiresAt: now }, false],
    ['ends when somebody ended it', { endedAt: at(-1) }, false],
    ['ends when another node ended it by a clock that is ahead', { endedAt: at(1) }, false],
  ])('%s', (_, changes, alive) => expect(isSessionAlive(makeSession(changes), idleSeconds, now)).toBe(alive))

  test('is fresh for five minutes after credentials were proven, however much it is used', () => {
    expect(freshSeconds).toBe(300)
    expect(isFresh(makeSession({ authenticatedAt: at(-300) }), now)).toBe(true)
    expect(isFresh(makeSession({ authenticatedAt: at(-300.001), lastUsedAt: now }), now)).toBe(false)
  })
})

describe('session token', () => {
  test('gives session and user', () => {
    expect(decideSession(facts, idleSeconds, now)).toEqual({ session: facts.session, user: facts.user })
  })

  test('is refused in one way whatever ended', () => {
    const ended: (SessionFacts | null)[] = [
      null,
      { ...facts, token: { ...token, expiresAt: now } },
      { ...facts, session: makeSession({ endedAt: at(-1) }) },
      { ...facts, session: makeSession({ lastUsedAt: at(-idleSeconds) }) },
      { ...facts, session: makeSession({ expiresAt: now }) },
      { ...facts, user: makeUser({ suspendedAt: at(-1) }) },
    ]
    for (const one of ended)
      expect(decideSession(one, idleSeconds, now)).toMatchObject({
        code: 'invalid_token',
        description: 'The access token is invalid, expired or revoked',
      })
  })
})
