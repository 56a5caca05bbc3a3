import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  passwordHints,
  passwordStrength,
  type PasswordHint,
  type PasswordStrength,
} from '../../client/index.ts'
import { loadCommonPasswords } from '#src/platform/commonPasswords.ts'

const email = 'ada.lovelace@example.com'

describe('passwordStrength', () => {
  test.each<[string, string, PasswordHint]>([
    ['nothing', '', 'too_short'],
    ['seven characters', 'xkq7$Lp', 'too_short'],
    ['seven characters outside the basic plane', '😀'.repeat(7), 'too_short'],
    ['the printed one', 'password123', 'common'],
    ['a common one with other signs', 'P@ssw0rd!', 'common'],
    ['two common ones', 'letmeinplease', 'common'],
    ['a name and a year', 'Jennifer1990', 'common'],
    ['a season and a year', 'Summer2024!', 'common'],
    ['full-width letters', 'ｐａｓｓｗｏｒｄ', 'common'],
    ['one letter again and again', 'aaaaaaaaaaaaaaaa', 'repetition'],
    ['a word again and again', 'abcdabcdabcdabcd', 'repetition'],
    ['a word twice in another script', '密码密码密码密码', 'repetition'],
    ['a row of the keyboard', 'qwertyuiop', 'sequence'],
    ['a row of the keyboard backwards', 'poiuytrewq', 'sequence'],
    ['counting', '1234567890', 'sequence'],
    ['the alphabet', 'abcdefghij', 'sequence'],
    ['years', '199020012015', 'sequence'],
    ['the address', 'ada.lovelace@example.com', 'address'],
    ['the name in the address', 'Lovelace1', 'address'],
  ])('finds %s hopeless', (_, password, hint) =>
    expect(passwordStrength(password, { email })).toEqual({ score: 0, hint }),
  )

  test.each<[string, string, PasswordStrength]>([
    ['eight letters of nothing', 'xvkqjrmw', { score: 1, hint: 'longer' }],
    ['eight random characters', 'xkq7$Lp2', { score: 2, hint: 'longer' }],
    ['two words', 'correcthorse', { score: 2, hint: 'longer' }],
    ['twelve random characters', 'xkq7$Lp2vR9!', { score: 3, hint: null }],
    ['four words', 'correct horse battery staple', { score: 4, hint: null }],
    ['a sentence in another script', 'мой дядя самых честных', { score: 4, hint: null }],
    ['sixteen random characters', 'kD93-xQm1_wPz7Bt', { score: 4, hint: null }],
  ])('knows what %s is worth', (_, password, strength) =>
    expect(passwordStrength(password, { email })).toEqual(strength),
  )

  it('does without an address, and ignores what is too short to be told', () => {
    expect(passwordStrength('lovelace-lovelace')).not.toEqual(
      passwordStrength('lovelace-lovelace', { email }),
    )
    expect(passwordStrength('xkq7$Lp2vR9!', { email: 'x@k.q' })).toEqual(passwordStrength('xkq7$Lp2vR9!'))
  })

  it('has a sentence for every hint', () => {
    for (const sentence of Object.values(passwordHints)) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  it('takes every text, quickly, and hints unless it is good', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (password, address) => {
        const { score, hint } = passwordStrength(password, { email: address })
        expect([0, 1, 2, 3, 4]).toContain(score)
        expect(hint === null).toBe(score >= 3)
      }),
    )
    expect(passwordStrength('ab!'.repeat(1_000_000)).score).toBeLessThan(3)
  })

  it('agrees with the server that what it finds strong is not common', async () => {
    const isCommon = await loadCommonPasswords()
    for (const password of ['correct horse battery staple', 'xkq7$Lp2vR9!', 'kD93-xQm1_wPz7Bt'])
      expect(isCommon(password)).toBe(false)
  })

  it('is small: the words are at most 4 kB', async () => {
    const source = await readFile(new URL('../../client/passwordStrength.ts', import.meta.url), 'utf8')
    const [, words = ''] = /const common = `([^`]+)`/.exec(source) ?? []
    expect(words.trim().split(/\s+/).length).toBeGreaterThan(300)
    expect(Buffer.byteLength(words)).toBeLessThan(4096)
    expect(source).not.toMatch(/^import /m)
  })
})
