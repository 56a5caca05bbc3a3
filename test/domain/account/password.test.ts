import { describe, expect, test } from 'vitest'
import { checkPassword, normalisePassword, passwordWarnings } from '#src/domain/account/password.ts'

describe('password', () => {
  test('the printed one is good enough by default and not in strict', () => {
    expect(checkPassword('password123', 'default')).toBeNull()
    expect(checkPassword('password123', 'strict')).toEqual({
      path: '/password',
      message: 'must have at least 15 characters',
    })
  })

  test.each<[string, string, 'default' | 'strict']>([
    ['7 characters', '1234567', 'default'],
    ['7 characters outside the basic plane', '😀'.repeat(7), 'default'],
    ['8 characters that compose to 4', 'o\u0308'.repeat(4), 'default'],
    ['14 characters in strict', 'a'.repeat(14), 'strict'],
    ['1025 bytes', 'a'.repeat(1025), 'default'],
    ['1026 bytes of two each', 'ö'.repeat(513), 'default'],
    ['a letter that grows beyond 1024 bytes', '\ufdfa'.repeat(100), 'default'],
    ['a NUL', 'pass\u0000word', 'default'],
    ['half a surrogate pair', 'password\ud800', 'default'],
  ])('refuses %s', (_, password, profile) => expect(checkPassword(password, profile)?.path).toBe('/password'))

  test.each<[string, string, 'default' | 'strict']>([
    ['8 characters', '12345678', 'default'],
    ['8 characters outside the basic plane', '😀'.repeat(8), 'default'],
    ['1024 bytes', 'a'.repeat(1024), 'default'],
    ['15 characters in strict', 'a'.repeat(15), 'strict'],
    ['spaces', '        ', 'default'],
    ['no composition at all', 'aaaaaaaa', 'default'],
  ])('accepts %s', (_, password, profile) => expect(checkPassword(password, profile)).toBeNull())

  test('asks for common ones in strict only, in their normalised form', () => {
    const asked: string[] = []
    const isCommon = (password: string) => asked.push(password) > 0
    expect(checkPassword('ｐassword12345678', 'default', isCommon)).toBeNull()
    expect(checkPassword('ｐassword12345678', 'strict', isCommon)?.message).toBe(
      'must not be a common password',
    )
    expect(asked).toEqual(['password12345678'])
  })

  test('a common one that may be set is warned of, in its normalised form', () => {
    const isCommon = (password: string) => password === 'password123'
    expect(passwordWarnings('ｐassword123', isCommon)).toEqual([
      {
        path: '/password',
        message: 'is one of the passwords that are tried first; another one would be safer',
      },
    ])
    expect(passwordWarnings('password1234', isCommon)).toEqual([])
  })

  test.each([
    ['full-width letters', 'ｐａｓｓ', 'pass'],
    ['composed and decomposed letters', 'o\u0308', 'ö'],
    ['an ideographic space', 'a\u3000b', 'a b'],
    ['an Ogham space', 'a\u1680b', 'a b'],
    ['case and outer spaces, which stay', ' Pass ', ' Pass '],
  ])('normalises %s', (_, typed, normal) => {
    expect(normalisePassword(typed)).toBe(normal)
    expect(normalisePassword(normal)).toBe(normal)
  })
})
