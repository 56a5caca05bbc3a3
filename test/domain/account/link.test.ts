import { refuse } from '#src/domain/refusal.ts'
import { describe, expect, test } from 'vitest'
import { decideLink, digestAddress, type Link, type LinkFacts } from '#src/domain/account/link.ts'
import { hashSecret } from '#src/domain/token/secret.ts'

const now = new Date('2026-02-06T00:00:00Z')
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const digests = keys.map((key) => digestAddress(key, 'ann@example.com'))

const link: Link = {
  hash: hashSecret('reset_x'),
  purpose: 'reset_password',
  accountId: '019c303f-9800-7baa-a189-d5905dc3fe02',
  addressDigest: digests[0]!,
  registration: null,
  newAddress: null,
  createdAt: inSeconds(-60),
  expiresAt: inSeconds(60),
  endedAt: null,
}
const account: NonNullable<LinkFacts['account']> = {
  user: {
    id: link.accountId,
    email: 'Ann@example.com',
    emailVerified: false,
    secondFactors: [],
    createdAt: now,
    updatedAt: now,
    suspendedAt: null,
    deletionRequestedAt: null,
  },
  passwordHash: 'phc',
}
const registration = { registration: Buffer.from('sealed'), purpose: 'verify_email' } as const

describe('a link', () => {
  test.each<[string, LinkFacts, Link['purpose']]>([
    ['in time', { link, account }, 'reset_password'],
    [
      'sent under a former secret',
      { link: { ...link, addressDigest: digests[1]! }, account },
      'reset_password',
    ],
    [
      'in its last millisecond',
      { link: { ...link, expiresAt: new Date(now.getTime() + 1) }, account },
      'reset_password',
    ],
    ['of a registration', { link: { ...link, ...registration }, account: null }, 'verify_email'],
    [
      'of a registration, to whatever mailbox',
      { link: { ...link, ...registration, addressDigest: Buffer.alloc(32) }, account: null },
      'verify_email',
    ],
    ['of an unconfirmed account', { link: { ...link, purpose: 'verify_email' }, account }, 'verify_email'],
  ])('works: %s', (_, facts, purpose) => {
    expect(decideLink(facts, purpose, digests, now)).toBe(facts)
  })

  test.each<[string, LinkFacts | null]>([
    ['no link has this token', null],
    ['a link for another purpose', { link: { ...link, purpose: 'verify_email' }, account }],
    ['link used or replaced', { link: { ...link, endedAt: inSeconds(-1) }, account }],
    ['link expired', { link: { ...link, expiresAt: now }, account }],
    ['account deleted', { link, account: null }],
    ['account suspended', { link, account: { ...account, user: { ...account.user, suspendedAt: now } } }],
    [
      'the account has another address by now',
      { link: { ...link, addressDigest: Buffer.alloc(32) }, account },
    ],
  ])('does not work, and says the same: %s', (reason, facts) => {
    expect(decideLink(facts, 'reset_password', digests, now)).toEqual(
      refuse('invalid_grant', 'The link is invalid, expired or used already', reason),
    )
  })
})

describe('what stands for an address', () => {
  test('depends on key and address, and is HMAC-SHA-256 (RFC 4231 §4.2)', () => {
    const key = Buffer.alloc(20, 0x0b)
    const digest = 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'
    expect(digestAddress(key, 'Hi There').toString('hex')).toBe(digest)
    expect(new Set([...digests, digestAddress(keys[0]!, 'bob@example.com')]).size).toBe(3)
  })
})
