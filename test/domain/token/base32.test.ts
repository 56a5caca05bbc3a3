import { describe, expect, test } from 'vitest'
import { formatBase32 } from '#src/domain/token/base32.ts'

describe('base32', () => {
  // RFC 4648 §10, without padding.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of %j is %j', (text, encoded) => expect(formatBase32(Buffer.from(text))).toBe(encoded))

  test('writes every bit', () => {
    expect(formatBase32(Buffer.alloc(20, 0xff))).toBe('7'.repeat(32))
    expect(formatBase32(Buffer.alloc(20))).toBe('A'.repeat(32))
  })
})
