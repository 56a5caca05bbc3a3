import { describe, expect, test } from 'vitest'
import type { Assertion, Passkey, PasskeyFacts } from '#src/domain/account/passkey.ts'
import { decidePasskeyLogin, userHandleOf, userOfHandle } from '#src/domain/account/passkeyLogin.ts'
import { codeOf, makeUser, now } from '../facts.ts'

const user = makeUser({ id: '019c303f-9800-7baa-a189-d5905dc3fe02' })
const passkey: Passkey = {
  id: '019c3042-5720-7e07-9c3b-7a1b5d0c6d01',
  userId: user.id,
  credentialId: Buffer.from('credential'),
  publicKey: Buffer.from('key'),
  counter: 0,
  transports: ['internal'],
  aaguid: '00000000-0000-0000-0000-000000000000',
  synced: true,
  backedUp: true,
  name: 'Phone',
  createdAt: now,
  lastUsedAt: null,
}
const assertion: Assertion = { counter: 0, synced: true, backedUp: true }
const digests = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const unnamed = { addressDigest: null }

function decide(
  facts: Partial<Passkey> | null,
  signed: Partial<Assertion> | null,
  challenge = unnamed as { addressDigest: Buffer | null },
) {
  const found: PasskeyFacts | null = facts === null ? null : { passkey: { ...passkey, ...facts }, user }
  return decidePasskeyLogin(challenge, found, signed === null ? null : { ...assertion, ...signed }, digests)
}

describe('decidePasskeyLogin', () => {
  test.each([
    ['swk', true],
    ['hwk', false],
  ])('tells %s of a passkey that is copied: %s; both are two factors', (method, synced) => {
    const use = { id: passkey.id, counter: 0, backedUp: true }
    expect(decide({ synced }, { synced })).toEqual({ user, amr: [method, 'user', 'mfa'], use })
  })

  test.each<[string, Partial<Passkey> | null, Partial<Assertion> | null]>([
    ['no passkey', null, {}],
    ['no passkey, and nothing valid signed', null, null],
    ['nothing valid signed', {}, null],
    ['bound to a device, and now copied', { synced: false }, {}],
    ['copied, and now bound to a device', {}, { synced: false }],
  ])('refuses: %s', (_what, facts, signed) => {
    expect(codeOf(decide(facts, signed))).toBe('invalid_credentials')
  })

  test.each([
    [0, 0, true],
    [0, 1, true],
    [1, 2, true],
    [1, 2 ** 32 - 1, true],
    [1, 1, false],
    [2, 1, false],
    [1, 0, false],
    [2 ** 32 - 1, 0, false],
  ])('of a counter of %d that was, and %d that is, is sure: %s', (was, is, isSure) => {
    expect('use' in decide({ counter: was }, { counter: is })).toBe(isSure)
  })

  test.each([
    ['the present secret', digests[0]!, true],
    ['a former secret', digests[1]!, true],
    ['another address', Buffer.alloc(32, 3), false],
    ['a digest of another length', Buffer.alloc(31, 1), false],
  ])('lets in whoever was named, under %s', (_what, addressDigest, isIn) => {
    expect('use' in decide({}, {}, { addressDigest })).toBe(isIn)
  })

  test('refuses a suspended account, in the same words', () => {
    const suspended: PasskeyFacts = { passkey, user: makeUser({ suspendedAt: now }) }
    const refused = decidePasskeyLogin(unnamed, suspended, assertion, digests)
    expect(refused).toMatchObject({
      code: 'invalid_credentials',
      description: (decide(null, null) as { description: string }).description,
    })
  })
})

describe('a user handle', () => {
  test('is the sixteen bytes of the account’s id, there and back', () => {
    expect(userHandleOf(user.id)).toHaveLength(16)
    expect(userOfHandle(userHandleOf(user.id).toString('base64url'))).toBe(user.id)
  })

  test.each([[null], [undefined], [''], ['AA'], ['A'.repeat(21)], ['A'.repeat(24)], ['!'.repeat(22)]])(
    '%j names no account',
    (handle) => {
      expect(userOfHandle(handle)).toBeNull()
    },
  )
})
