import { describe, expect, test } from 'vitest'
import { digestEmailCode, formatEmailCode } from '#src/domain/account/emailCode.ts'
import {
  decideChallenge,
  foreseeChallenge,
  mayShow,
  mfaMethods,
  mfaTries,
  parseFactorCode,
  type MfaChallenge,
} from '#src/domain/account/mfa.ts'
import {
  formatRecoveryCode,
  hashRecoveryCode,
  makeRecoveryCodes,
  parseRecoveryCode,
} from '#src/domain/account/recoveryCode.ts'
import { isRefusal } from '#src/domain/refusal.ts'
import { at, makeUser, now } from '../facts.ts'

const totp = makeUser({ secondFactors: ['totp'] })
const email = makeUser({ secondFactors: ['email'] })
const both = makeUser({ secondFactors: ['email', 'totp'] })
const none = makeUser()

describe('methods', () => {
  const stock = { recoveryCodes: 3, passkeys: 1 }
  test.each([
    ['nothing', none, stock, []],
    ['an app', totp, { recoveryCodes: 0, passkeys: 0 }, ['totp']],
    ['an app and all the rest', totp, stock, ['totp', 'recovery_code', 'passkey']],
    ['a mailbox', email, { recoveryCodes: 0, passkeys: 0 }, ['email']],
    ['a mailbox and recovery codes', email, { recoveryCodes: 1, passkeys: 0 }, ['email', 'recovery_code']],
    ['both: no code is mailed to who has an app', both, stock, ['totp', 'recovery_code', 'passkey']],
  ])('of an account with %s', (_, user, has, methods) => expect(mfaMethods(user, has)).toEqual(methods))

  test.each([
    ['totp', [false, true, false, true]],
    ['email', [false, false, true, false]],
    ['recovery_code', [false, true, true, true]],
  ] as const)('%s proves', (method, proves) => {
    expect([none, totp, email, both].map((user) => mayShow(user, method))).toEqual(proves)
  })
})

describe('code', () => {
  const recovery = 'MZXW-6YTB-OI4Q-KLMN'
  test.each([
    ['287082', { method: 'totp', code: '287082' }],
    [' 287 082\n', { method: 'totp', code: '287082' }],
    ['12345678', { method: 'email', code: '12345678' }],
    ['1234 5678', { method: 'email', code: '12345678' }],
    [recovery, { method: 'recovery_code', code: recovery }],
    ['mzxw 6ytb oi4q klmn', { method: 'recovery_code', code: recovery }],
    ['mzxw6ytboi4qklmn', { method: 'recovery_code', code: recovery }],
    ['', null],
    ['28708', null],
    ['1234567', null],
    ['１２３４５６', null],
    ['MZXW-6YTB-OI4Q-KLM0', null],
    ['MZXW-6YTB-OI4Q-KLMNA', null],
    ['ſZXW-6YTB-OI4Q-KLMN', null],
    [`${'1'.repeat(6)}\u0000`, null],
  ])('%j', (text, parsed) => expect(parseFactorCode(text)).toEqual(parsed))

  test('of recovery has 80 bits, is read as it was written, and its hash is of one account', () => {
    expect(formatRecoveryCode(Buffer.alloc(10))).toBe('AAAA-AAAA-AAAA-AAAA')
    expect(formatRecoveryCode(Buffer.alloc(10, 0xff))).toBe('7777-7777-7777-7777')
    let next = 0
    const { codes, hashes } = makeRecoveryCodes('user-1', (length) => Buffer.alloc(length, next++))
    expect([codes.length, new Set(codes).size, hashes.length]).toEqual([10, 10, 10])
    for (const [index, code] of codes.entries()) {
      expect(parseRecoveryCode(code)).toBe(code)
      expect(hashRecoveryCode('user-1', code)).toEqual(hashes[index])
      expect(hashRecoveryCode('user-2', code)).not.toEqual(hashes[index])
    }
  })

  test('of a mail has eight digits, also small ones, and its digest is of one account and key', () => {
    expect(formatEmailCode(Buffer.alloc(8))).toBe('00000000')
    expect(formatEmailCode(Buffer.from('0000000000bc614e', 'hex'))).toBe('12345678')
    expect(formatEmailCode(Buffer.alloc(8, 0xff))).toBe('09551615')
    const [key, other] = [Buffer.alloc(32), Buffer.alloc(32, 1)]
    const digests = [
      digestEmailCode(key, 'user-1', '12345678'),
      digestEmailCode(key, 'user-2', '12345678'),
      digestEmailCode(other, 'user-1', '12345678'),
    ].map((digest) => digest.toString('hex'))
    expect(new Set(digests).size).toBe(3)
  })
})

describe('challenge', () => {
  const challenge: MfaChallenge = {
    hash: Buffer.alloc(32),
    userId: totp.id,
    userAsOf: totp.updatedAt,
    createdAt: at(-60),
    expiresAt: at(240),
    tries: 1,
    consumedAt: null,
  }
  const facts = (changes: Partial<MfaChallenge>, user = totp) => ({
    challenge: { ...challenge, ...changes },
    user,
  })
  test.each([
    ['in time', facts({}), null],
    ['at the last try', facts({ tries: mfaTries }), null],
    ['unknown', null, 'no such mfa_token'],
    ['used', facts({ consumedAt: at(-1) }), 'mfa_token used already'],
    ['expired', facts({ expiresAt: now }), 'mfa_token expired'],
    ['tried too often', facts({ tries: mfaTries + 1 }), 'too many codes with one mfa_token'],
    [
      'of an account that has changed',
      facts({}, { ...totp, updatedAt: at(-1) }),
      'account changed since the password',
    ],
    [
      'of an account that was suspended',
      facts({}, { ...totp, suspendedAt: at(-1) }),
      'account suspended since the password',
    ],
  ])('%s', (_, given, reason) => {
    const decided = decideChallenge(given, now)
    if (reason === null) return expect(decided).toBe(given)
    expect(decided).toMatchObject({ code: 'invalid_grant', reason })
    return expect(isRefusal(decided)).toBe(true)
  })

  test('that was tried as often as it may be is over for who only looks', () => {
    expect(isRefusal(foreseeChallenge(facts({ tries: mfaTries - 1 }), now))).toBe(false)
    expect(isRefusal(foreseeChallenge(facts({ tries: mfaTries }), now))).toBe(true)
    expect(isRefusal(foreseeChallenge(null, now))).toBe(true)
  })
})
