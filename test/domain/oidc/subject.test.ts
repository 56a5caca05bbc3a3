import { describe, expect, test } from 'vitest'
import { subjectOf } from '#src/domain/oidc/subject.ts'
import { makeClient, subjectKey } from '../facts.ts'

const pairwise = (sectorIdentifier: string) => makeClient({ subjectType: 'pairwise', sectorIdentifier })

describe('the subject', () => {
  test('of a public client is the user', () => {
    expect(subjectOf(makeClient(), 'user-1', subjectKey)).toBe('user-1')
  })

  test('of a pairwise one is the same in its sector, always', () => {
    const [one, other] = [pairwise('example.com'), { ...pairwise('example.com'), clientId: 'app_two' }]
    const subject = subjectOf(one, 'user-1', subjectKey)
    expect(subject).toBe('bQRFXQU4og5Z_QnMdFI6oJh6mLsLftsjrByps3bd3AY')
    expect(subjectOf(other, 'user-1', subjectKey)).toBe(subject)
  })

  test.each([
    ['another sector', 'example.org', 'user-1', subjectKey],
    ['another user', 'example.com', 'user-2', subjectKey],
    ['another key', 'example.com', 'user-1', Buffer.alloc(32, 8)],
  ])('is another one for %s', (_, sector, user, key) => {
    const subject = subjectOf(pairwise('example.com'), 'user-1', subjectKey)
    expect(subjectOf(pairwise(sector), user, key)).not.toBe(subject)
  })
})
