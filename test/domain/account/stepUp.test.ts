import { describe, expect, test } from 'vitest'
import { checkMeans, describeFreshness } from '#src/domain/account/stepUp.ts'
import { at, makeSession, makeUser, now } from '../facts.ts'

describe('step-up', () => {
  const tooWeak = 'insufficient_user_authentication'
  test.each([
    [[], { password: null, code: 'conflict', send_code: 'conflict' }],
    [['totp'], { password: tooWeak, code: null, send_code: 'conflict' }],
    [['email'], { password: tooWeak, code: null, send_code: null }],
    [['email', 'totp'], { password: tooWeak, code: null, send_code: 'conflict' }],
  ] as const)('of an account with %j', (secondFactors, expected) => {
    const user = makeUser({ secondFactors })
    for (const means of ['password', 'code', 'send_code'] as const)
      expect(checkMeans(user, means)?.code ?? null).toBe(expected[means])
  })

  test.each([
    ['just now', 0, [], ['pwd'], 'aal1', 300],
    ['a while ago', -100.5, [], ['pwd'], 'aal1', 200],
    ['five minutes ago', -300, [], ['pwd'], 'aal1', 0],
    ['too long ago', -301, [], ['pwd'], 'aal1', 0],
    ['by the password only', 0, ['totp'], ['pwd'], 'aal1', 0],
    ['by both factors', -10, ['totp'], ['pwd', 'otp', 'mfa'], 'aal2', 290],
  ] as const)('a session proven %s', (_, seconds, secondFactors, amr, acr, fresh) => {
    const session = makeSession({ amr, authenticatedAt: at(seconds) })
    expect(describeFreshness(session, makeUser({ secondFactors }), now)).toEqual({
      session_id: session.id,
      auth_time: Math.floor(at(seconds).getTime() / 1000),
      amr,
      acr,
      fresh_for: fresh,
    })
  })
})
