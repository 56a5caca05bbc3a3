import { URI } from 'otpauth'
import { describe, expect, test } from 'vitest'
import {
  checkPending,
  decideTotp,
  describeTotp,
  enrolmentSeconds,
  findTotpStep,
  hotp,
  totpStep,
  type TotpFactor,
} from '#src/domain/account/totp.ts'
import { at, now } from '../facts.ts'

/** The secret of both RFCs. */
const secret = Buffer.from('12345678901234567890')
const seconds = (value: number) => new Date(value * 1000)

describe('HOTP', () => {
  // RFC 4226 Appendix D.
  const values = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
  test.each(values.map((code, counter) => [counter, code] as const))(
    'of counter %i is %s',
    (counter, code) => {
      expect(hotp(secret, counter)).toBe(code)
    },
  )
})

describe('TOTP', () => {
  // RFC 6238 Appendix B has eight digits, of which six are the last.
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('of second %i ends in the digits of the RFC', (second, code) => {
    expect(hotp(secret, totpStep(seconds(second)))).toBe(code.slice(2))
    expect(findTotpStep(secret, code.slice(2), seconds(second))).toBe(Math.floor(second / 30))
  })

  const step = totpStep(now)
  test.each([
    ['two steps ago', -2, null],
    ['one step ago', -1, step - 1],
    ['now', 0, step],
    ['one step ahead', 1, step + 1],
    ['two steps ahead', 2, null],
  ])('of %s', (_, offset, found) => {
    expect(findTotpStep(secret, hotp(secret, step + offset), now)).toBe(found)
  })

  test.each(['', '28708', '2870822', '287 082', 'abcdef', '２８７０８２'])('is not %j', (code) => {
    expect(findTotpStep(secret, code, seconds(59))).toBeNull()
  })

  test.each([
    ['was never used', null, 0, step],
    ['is later than the last', step - 1, 0, step],
    ['is the last again', step, 0, null],
    ['is earlier than the last', step + 1, 0, null],
    ['is ahead, and the present one was used', step, 1, step + 1],
  ])('counts, or not, when its step %s', (_, lastStep, offset, accepted) => {
    expect(decideTotp(secret, lastStep, hotp(secret, step + offset), now)).toBe(accepted)
  })
})

describe('describeTotp', () => {
  test('writes what authenticator apps read, whatever is in the address', () => {
    const address = 'zoë+a&b%@münchen.example'
    const { secret: text, otpauthUri } = describeTotp(secret, address, 'https://login.example.com:8443')
    expect(text).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    const read = URI.parse(otpauthUri)
    expect(read).toMatchObject({ issuer: 'login.example.com', label: address, period: 30, digits: 6 })
    expect(read.secret.utf8).toBe('12345678901234567890')
  })
})

describe('checkPending', () => {
  const pending: TotpFactor = {
    userId: 'user-1',
    sealedSecret: Buffer.from('sealed'),
    createdAt: now,
    confirmedAt: null,
    lastStep: null,
  }
  test.each([
    ['waits', pending, at(1), null],
    ['waits to the last second', pending, at(enrolmentSeconds - 0.001), null],
    ['has waited too long', pending, at(enrolmentSeconds), 'not_found'],
    ['is in use', { ...pending, confirmedAt: now }, at(1), 'not_found'],
    ['is not there', null, at(1), 'not_found'],
  ])('a secret that %s', (_, factor, moment, code) => {
    expect(checkPending(factor, moment)?.code ?? null).toBe(code)
  })
})
