import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideProfile, wholeProfile, type ProfileChanges } from '#src/domain/account/profile.ts'
import { isRefusal } from '#src/domain/refusal.ts'
import { anyText, failuresOf, now } from '../facts.ts'

describe('a profile', () => {
  test.each<[string, ProfileChanges, ProfileChanges?]>([
    ['nothing', {}],
    ['names in any script', { name: 'Ann Example', family_name: 'Łukasiewicz', nickname: '小安' }],
    ['a name in its composed form', { name: 'E\u0301va' }, { name: '\u00c9va' }],
    ['null for every member', { name: null, website: null, birthdate: null, address: null }],
    ['a day', { birthdate: '1976-03-22' }],
    ['a day without its year', { birthdate: '0000-02-29' }],
    ['a year', { birthdate: '1976' }],
    ['a leap day', { birthdate: '1976-02-29' }],
    ['this very day', { birthdate: '2026-02-06' }],
    ['a time zone', { zoneinfo: 'America/Argentina/Buenos_Aires' }],
    ['UTC', { zoneinfo: 'UTC' }],
    ['a language in its canonical spelling', { locale: 'de-at' }, { locale: 'de-AT' }],
    ['a script', { locale: 'zh-hant-tw' }, { locale: 'zh-Hant-TW' }],
    [
      'a URL as browsers write it',
      { website: 'HTTPS://www.Example.com' },
      { website: 'https://www.example.com/' },
    ],
    ['a page with a query', { profile: 'http://example.com/ann?tab=1' }],
    ['a phone number', { phone_number: '+493012345678' }],
    ['a phone number with an extension', { phone_number: '+493012345678;ext=42' }],
    ['an address of several lines', { address: { formatted: 'Musterweg 1\n10115 Berlin' } }],
    ['an address without parts', { address: {} }, { address: null }],
  ])('takes %s', (_, asked, kept = asked) => expect(decideProfile(asked, now)).toEqual(kept))

  test.each<[string, ProfileChanges, string]>([
    ['NUL', { name: 'Ann\u0000' }, '/name'],
    ['a line break in a name', { name: 'Ann\nExample' }, '/name'],
    ['half a surrogate pair', { nickname: '\ud800' }, '/nickname'],
    ['white space', { gender: '   ' }, '/gender'],
    ['marks that turn the direction', { name: '\u202eannA' }, '/name'],
    ['a day that there is not', { birthdate: '2023-02-29' }, '/birthdate'],
    ['a month that there is not', { birthdate: '1976-13-01' }, '/birthdate'],
    ['30 February of no year', { birthdate: '0000-02-30' }, '/birthdate'],
    ['tomorrow', { birthdate: '2026-02-07' }, '/birthdate'],
    ['the next year', { birthdate: '2027' }, '/birthdate'],
    ['a day in another form', { birthdate: '22.03.1976' }, '/birthdate'],
    ['a time zone that there is not', { zoneinfo: 'Europe/Atlantis' }, '/zoneinfo'],
    ['an offset', { zoneinfo: '+01:00' }, '/zoneinfo'],
    ['a path', { zoneinfo: '../../etc/passwd' }, '/zoneinfo'],
    ['a language with an underscore', { locale: 'en_US' }, '/locale'],
    ['a language of one letter', { locale: 'e' }, '/locale'],
    ['a URL that runs', { website: 'javascript:alert(1)' }, '/website'],
    ['data', { profile: 'data:text/html,x' }, '/profile'],
    ['a URL with a password', { website: 'https://ann:secret@example.com/' }, '/website'],
    ['a URL with a space', { website: 'https://example.com/a b' }, '/website'],
    ['a URL with a backslash', { website: 'https://example.com\\@evil.example' }, '/website'],
    ['a URL without a host', { website: 'https://' }, '/website'],
    ['a number without a plus', { phone_number: '493012345678' }, '/phone_number'],
    ['a number with spaces', { phone_number: '+49 30 12345678' }, '/phone_number'],
    ['NUL in an address', { address: { locality: 'Ber\u0000lin' } }, '/address/locality'],
  ])('refuses %s', (_, asked, path) =>
    expect(failuresOf(decideProfile(asked, now))).toEqual(['invalid_request', path]),
  )

  test('is told everything that is wrong at once', () => {
    const asked = { name: '\u0007', locale: 'x', address: { region: '\u0000', country: 'Germany' } }
    expect(failuresOf(decideProfile(asked, now))).toEqual([
      'invalid_request',
      '/name',
      '/locale',
      '/address/region',
    ])
  })

  test('is decided for any text without throwing, and what is taken can be kept as JSON', () => {
    const member = fc.constantFrom('name', 'website', 'birthdate', 'zoneinfo', 'locale', 'phone_number')
    fc.assert(
      fc.property(member, anyText, (name, text) => {
        const decided = decideProfile({ [name]: text }, now)
        if (isRefusal(decided)) return
        const kept = JSON.stringify(decided)
        expect(kept).not.toMatch(/\\u0000|\\ud[89a-f]/)
        expect(decideProfile(decided, now)).toEqual(decided)
      }),
    )
  })

  test('is shown with every member', () => {
    const shown = wholeProfile({ name: 'Ann', address: { country: 'Germany' } })
    expect(shown).toMatchObject({ name: 'Ann', nickname: null, address: { country: 'Germany' } })
    expect(Object.keys(shown)).toHaveLength(14)
  })
})
