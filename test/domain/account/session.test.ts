import { describe, expect, test } from 'vitest'
import {
  checkStepUp,
  decideSession,
  freshSeconds,
  isSessionAlive,
  newAppPasswordSession,
  newSession,
  sessionScope,
  tokenEnd,
} from '#src/domain/account/session.ts'
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

  const withTotp = makeUser({ secondFactors: ['totp'] })
  test.each([
    ['a proof of five minutes ago', { authenticatedAt: at(-freshSeconds) }, makeUser(), null],
    [
      'an older one, however much the session is used',
      { authenticatedAt: at(-300.001), lastUsedAt: now },
      makeUser(),
      undefined,
    ],
    ['a password alone where there is a second factor', { authenticatedAt: now }, withTotp, 'aal2'],
    ['both factors', { authenticatedAt: now, amr: ['pwd', 'otp', 'mfa'] }, withTotp, null],
    ['both factors, long ago', { authenticatedAt: at(-301), amr: ['pwd', 'otp', 'mfa'] }, withTotp, 'aal2'],
    [
      'more than the account asks for',
      { authenticatedAt: now, amr: ['hwk', 'user', 'mfa'] },
      makeUser(),
      null,
    ],
  ])('for what needs a fresh proof: %s', (_, changes, user, acr) => {
    const refusal = checkStepUp(makeSession(changes), user, now)
    if (acr === null) return expect(refusal).toBeNull()
    return expect(refusal).toMatchObject({
      code: 'insufficient_user_authentication',
      maxAgeSeconds: 300,
      ...(acr && { acrValues: acr }),
    })
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

const device = { address: '203.0.113.7', userAgent: 'x'.repeat(300) }

describe('a session made from an app password', () => {
  const appPassword = {
    id: 'app-password-1',
    userId: 'user-1',
    name: 'Phone',
    scope: ['read'],
    createdAt: at(-60),
    lastUsedAt: null,
  } as const
  const make = (expiresAt: Date | null, sessionAbsoluteSeconds = 86_400) => {
    const secret = { appPassword: { ...appPassword, expiresAt }, user: makeUser() }
    return newAppPasswordSession('session-2', secret, device, { sessionAbsoluteSeconds }, now)
  }

  test.each([
    ['an hour at most', null, 86_400, 3600],
    ['an hour where the app password has longer', at(3601), 86_400, 3600],
    ['as long as the app password', at(3599), 86_400, 3599],
    ['as long as any session', at(3599), 60, 60],
  ])('lasts %s', (_, expiresAt, absolute, seconds) =>
    expect(make(expiresAt, absolute).expiresAt).toEqual(at(seconds)),
  )

  test('has its scope, and proves nobody', () => {
    const made = make(null)
    expect(made).toMatchObject({ appPasswordId: 'app-password-1', scope: ['read'], amr: [], kind: 'api' })
    expect(sessionScope(made)).toBe('read')
  })
})

describe('a session of one’s own credentials', () => {
  test('may do everything, and keeps what the device said, cut', () => {
    const opening = { kind: 'browser', amr: ['pwd'], device } as const
    const made = newSession('session-2', makeUser(), opening, { sessionAbsoluteSeconds: 60 }, now)
    expect(made).toMatchObject({ kind: 'browser', appPasswordId: null, scope: null, expiresAt: at(60) })
    expect(made.userAgent).toHaveLength(256)
    expect(sessionScope(made)).toBe('full read write')
  })

  test.each([
    ['of an hour', at(7200), 3600],
    ['no longer than the session', at(1800), 1800],
  ])('has tokens %s', (_, expiresAt, seconds) =>
    expect(tokenEnd({ expiresAt }, { sessionTokenSeconds: 3600 }, now)).toEqual(at(seconds)),
  )
})
