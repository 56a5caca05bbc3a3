import { describe, expect, test } from 'vitest'
import { contentTag } from '#src/domain/contentTag.ts'

describe('the tag of bytes', () => {
  test('is the beginning of their SHA-256 in base64url', () => {
    // FIPS 180-4: the digest of `abc` begins with ba7816bf 8f01cfea 414140de 5dae2223.
    expect(contentTag(Buffer.from('abc'))).toBe('ungWv48Bz-pBQUDeXa4iI7')
    expect(contentTag(Buffer.alloc(0))).toBe('47DEQpj8HBSa-_TImW-5JC')
  })

  test('is another one for other bytes', () => {
    expect(contentTag(Buffer.from('abd'))).not.toBe(contentTag(Buffer.from('abc')))
  })
})
