import { crc32 as referenceCrc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checksum, crc32 } from '#src/domain/token/checksum.ts'
import {
  deriveSuccessor,
  equalHashes,
  formatSecret,
  hashSecret,
  kindOfSecret,
  secretPrefixes,
  type SecretKind,
} from '#src/domain/token/secret.ts'

const kinds: readonly SecretKind[] = [
  'appSecret',
  'code',
  'refreshToken',
  'accessToken',
  'appPassword',
  'operatorToken',
  'resetLink',
  'verificationLink',
  'changeLink',
  'mfaToken',
]
const bytes = fc.uint8Array({ minLength: 16, maxLength: 48 }).map((array) => Buffer.from(array))

describe('checksum', () => {
  test('has the check value of CRC-32', () => expect(crc32('123456789')).toBe(0xcbf43926))

  test('agrees with another implementation of CRC-32 on any ASCII text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => crc32(text) === referenceCrc32(text)),
    )
  })

  test('always has six base62 digits', () => {
    expect(checksum('')).toBe('000000')
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => /^[0-9A-Za-z]{6}$/.test(checksum(text))),
    )
  })
})

describe('secret', () => {
  test('hashes as SHA-256 does (FIPS 180-4, "abc")', () => {
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(hashSecret('abc').toString('hex')).toBe(digest)
  })

  test.each(kinds)('of kind %s is recognised by prefix and checksum', (kind) => {
    fc.assert(
      fc.property(bytes, (random) => {
        const text = formatSecret(kind, random)
        expect(text.startsWith(secretPrefixes[kind])).toBe(true)
        expect(text).toMatch(/^[\x21-\x7e]+$/)
        expect(kindOfSecret(text)).toBe(kind)
      }),
    )
  })

  test('with any one character changed is not recognised', () => {
    const text = formatSecret('refreshToken', Buffer.alloc(32, 7))
    for (let position = 0; position < text.length; position++) {
      const other = text[position] === 'A' ? 'B' : 'A'
      expect(kindOfSecret(text.slice(0, position) + other + text.slice(position + 1))).toBeNull()
    }
  })

  test.each([
    ['empty', ''],
    ['a prefix alone', 'secret_'],
    ['a foreign prefix', 'ghp_0123456789'],
    ['an app id', formatSecret('appId', Buffer.alloc(16, 1))],
    [
      'a code that calls itself a refresh token',
      formatSecret('code', Buffer.alloc(32)).replace('code_', 'refresh_'),
    ],
    ['a space before it', ` ${formatSecret('code', Buffer.alloc(32))}`],
    ['a line break after it', `${formatSecret('code', Buffer.alloc(32))}\n`],
    ['an endless one', formatSecret('code', Buffer.alloc(5000))],
  ])('is not recognised in %s', (_, text) => expect(kindOfSecret(text)).toBeNull())

  test('gives app ids a prefix and no checksum', () => {
    expect(formatSecret('appId', Buffer.alloc(16))).toBe('app_AAAAAAAAAAAAAAAAAAAAAA')
  })

  test('has a digest that equals only itself', () => {
    expect(equalHashes(hashSecret('a'), hashSecret('a'))).toBe(true)
    expect(equalHashes(hashSecret('a'), hashSecret('b'))).toBe(false)
    expect(equalHashes(hashSecret('a'), Buffer.alloc(0))).toBe(false)
  })
})

describe('derived successor', () => {
  const salt = Buffer.alloc(32, 9)
  const first = formatSecret('refreshToken', Buffer.alloc(32, 1))

  test('is a refresh token and the same every time', () => {
    expect(kindOfSecret(deriveSuccessor(first, salt))).toBe('refreshToken')
    expect(deriveSuccessor(first, salt)).toBe(deriveSuccessor(first, salt))
  })

  test('differs with the salt and with the token, and from what it was derived from', () => {
    const texts = [
      first,
      deriveSuccessor(first, salt),
      deriveSuccessor(first, Buffer.alloc(32, 8)),
      deriveSuccessor(formatSecret('refreshToken', Buffer.alloc(32, 2)), salt),
      deriveSuccessor(deriveSuccessor(first, salt), salt),
    ]
    expect(new Set(texts).size).toBe(texts.length)
  })
})
