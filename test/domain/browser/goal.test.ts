import { describe, expect, test } from 'vitest'
import { goalOf, recallGoal, rememberGoal, restartUri, type Goal } from '#src/domain/browser/goal.ts'
import { issuer } from '../facts.ts'

const nowhere: Goal = { transaction: '', returnTo: '' }

/** What a browser recalls that got this `Set-Cookie`. */
function recalled(setCookie: string): Goal {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(setCookie) ?? []
  return recallGoal({ [name]: value }, issuer)
}

describe('a goal', () => {
  test.each<[string, Goal]>([
    ['an app', { transaction: `txn_${'a'.repeat(49)}`, returnTo: '' }],
    ['a page of ours', { transaction: '', returnTo: '/account/apps?after=1&count=ü' }],
  ])('that is %s is remembered by the browser until it ends', (_what, goal) => {
    const setCookie = rememberGoal(goal, issuer)
    expect(setCookie).toMatch(/^latchkey-goal=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(recalled(setCookie)).toEqual(goal)
  })

  test.each<[string, Goal]>([
    ['there is none', nowhere],
    ['it is too long for a cookie', { transaction: '', returnTo: `/${'a'.repeat(1000)}` }],
  ])('takes away what was remembered before where %s', (_why, goal) => {
    expect(rememberGoal(goal, issuer)).toContain('latchkey-goal=; ')
    expect(rememberGoal(goal, issuer)).toContain('Max-Age=0')
  })

  test.each(['', 'a=b', '%00', 'a'.repeat(1001)])(
    'is none where the cookie holds anything else: %j',
    (value) => {
      expect(recallGoal({ 'latchkey-goal': value }, issuer)).toEqual(nowhere)
    },
  )

  test('of an app comes before a page', () => {
    expect(goalOf({ transaction: 'txn_1', return_to: '/account' })).toEqual({
      transaction: 'txn_1',
      returnTo: '',
    })
  })

  test('begins anew on the page that asked, and repeats no text of the request', () => {
    expect(restartUri('signup', { transaction: 'txn_1', returnTo: '' }, issuer)).toBe(
      `${issuer}/signup?transaction=txn_1`,
    )
    expect(restartUri('signin', { transaction: '', returnTo: '/evil' }, issuer)).toBe(`${issuer}/signin`)
  })
})
