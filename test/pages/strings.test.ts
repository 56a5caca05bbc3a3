import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogues, findLanguage, languageNames } from '#src/pages/language.ts'

const { en, ...others } = catalogues
const keys = Object.keys(en) as (keyof typeof en)[]
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted()

describe.each(Object.entries(others))('the catalogue %s', (tag, strings) => {
  it('says everything that the English one says, and nothing else', () => {
    expect(Object.keys(strings).toSorted()).toEqual(keys.toSorted())
    for (const key of keys) expect(strings[key].trim(), key).toMatch(/./)
  })

  it('has the same places in every sentence', () => {
    for (const key of keys) expect([key, ...placesOf(strings[key])]).toEqual([key, ...placesOf(en[key])])
  })

  it('is no copy of the English one', () => {
    const same = keys.filter((key) => strings[key] === en[key])
    // Names, and words that both languages have.
    expect(same.length, `${tag}: ${same.join(' ')}`).toBeLessThan(keys.length / 20)
  })
})

describe('the catalogues', () => {
  it('are files of one area in one language, none longer than a screen or two', () => {
    const folder = new URL('../../src/pages/strings/', import.meta.url)
    const areas = readdirSync(new URL('en/', folder)).toSorted()
    for (const tag of Object.keys(catalogues)) {
      expect(readdirSync(new URL(`${tag}/`, folder)).toSorted()).toEqual(areas)
      for (const area of areas)
        expect(readFileSync(new URL(`${tag}/${area}`, folder), 'utf8').split('\n').length).toBeLessThan(300)
    }
  })

  it('have a name each', () => {
    expect(Object.keys(languageNames)).toEqual(Object.keys(catalogues))
  })
})

describe('findLanguage', () => {
  it.each([
    ['ja-JP,en;q=0.5', 'ja'],
    ['en;q=0.1,es-419;q=0.2', 'es'],
    ['fr;q=0,de', 'de'],
    ['nl', null],
    ['constructor,__proto__', null],
    [undefined, null],
  ])('%s is %s', (wanted, tag) => {
    expect(findLanguage(wanted)).toBe(tag)
  })
})
