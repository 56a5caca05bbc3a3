import { describe, expect, test } from 'vitest'
import { decideAppPassword, orderScope, type AppPassword } from '#src/domain/account/appPassword.ts'
import { at, makeUser, now } from '../facts.ts'

const appPassword: AppPassword = {
  id: 'app-password-1',
  userId: 'user-1',
  name: 'Phone',
  scope: ['read'],
  createdAt: at(-60),
  expiresAt: at(60),
  lastUsedAt: null,
}

describe('app password', () => {
  test.each([
    ['works', {}, {}, null],
    ['works for good when it never expires', { expiresAt: null }, {}, null],
    ['works until the last moment', { expiresAt: at(0.001) }, {}, null],
    ['has expired at its end', { expiresAt: now }, {}, 'app password expired'],
    ['is shut with its user', {}, { suspendedAt: at(-1) }, 'user suspended'],
    ['is shut while its account is leaving', {}, { deletionRequestedAt: at(-1) }, 'account being deleted'],
  ])('%s', (_, changes, userChanges, reason) => {
    const facts = { appPassword: { ...appPassword, ...changes }, user: makeUser(userChanges) }
    const decided = decideAppPassword(facts, now)
    if (reason === null) expect(decided).toBe(facts)
    else expect(decided).toMatchObject({ code: 'invalid_token', reason })
  })

  test('that is unknown gets the same answer as one that is over', () => {
    const over = { appPassword: { ...appPassword, expiresAt: now }, user: makeUser() }
    const [one, other] = [decideAppPassword(null, now), decideAppPassword(over, now)]
    expect({ ...one, reason: '' }).toEqual({ ...other, reason: '' })
  })

  test.each([
    [['read'], ['read']],
    [
      ['write', 'read'],
      ['read', 'write'],
    ],
    [['write', 'write'], ['write']],
  ] as const)('of %j has the scope %j', (asked, scope) => expect(orderScope(asked)).toEqual(scope))
})
