import { describe, expect, it } from 'vitest'
import { lifetimeChoices, secondsOf } from '#src/domain/lifetimeChoice.ts'
import { catalogues } from '#src/pages/language.ts'

describe('secondsOf', () => {
  it.each([
    ['30', 2_592_000],
    ['90', 7_776_000],
    ['365', 31_536_000],
    ['none', null],
  ] as const)('%s', (choice, seconds) => expect(secondsOf(choice)).toBe(seconds))

  it('has words for every choice in every language', () => {
    for (const words of Object.values(catalogues))
      for (const choice of lifetimeChoices) expect(words).toHaveProperty([`lifetime.${choice}`])
  })
})
