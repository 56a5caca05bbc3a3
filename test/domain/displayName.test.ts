import { describe, expect, it } from 'vitest'
import { isDisplayName } from '#src/domain/displayName.ts'
import { problemOf } from '#test/support/contract.ts'

const schema = { $ref: '#/components/schemas/DisplayName' }

describe('isDisplayName', () => {
  it.each(['a', 'Ann’s laptop', '日本語', 'x'.repeat(100), '😀'.repeat(100)])(
    'takes %.20j, like the contract',
    (text) => {
      expect([isDisplayName(text), problemOf(schema, text)]).toEqual([true, null])
    },
  )

  it.each(['', 'x'.repeat(101), 'a\u0000', 'a\nb', 'a\u202eb', '\u2066', 'a\u007f'])(
    'refuses %.20j, like the contract',
    (text) => {
      expect(isDisplayName(text)).toBe(false)
      expect(problemOf(schema, text)).not.toBeNull()
    },
  )

  it('refuses a blank, which is a name to nobody', () => expect(isDisplayName('   ')).toBe(false))
})
