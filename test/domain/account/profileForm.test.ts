import { describe, expect, it } from 'vitest'
import { profileTexts } from '#src/domain/account/profile.ts'
import { profileChanges } from '#src/domain/account/profileForm.ts'

const nothing = Object.fromEntries(profileTexts.map((member) => [member, null]))

describe('profileChanges', () => {
  it('takes away what is empty', () => {
    expect(profileChanges({}, null)).toEqual(nothing)
    expect(profileChanges({ name: 'Ann' }, null)).toEqual({ ...nothing, name: 'Ann' })
  })

  it.each([
    ['a part that is new', { country: 'Norway' }, null, { country: 'Norway' }],
    [
      'a part that changes, without the whole that is wrong then',
      { country: 'Norway' },
      { country: 'Sweden', formatted: 'Oslo' },
      { country: 'Norway' },
    ],
    ['parts that all go', {}, { country: 'Norway' }, null],
    ['lines of a form', { street_address: 'A\r\nB' }, null, { street_address: 'A\nB' }],
  ])('changes the address for %s', (_name, fields, before, address) => {
    expect(profileChanges(fields, before)).toEqual({ ...nothing, address })
  })

  it.each([
    [{ country: 'Norway' }, { country: 'Norway', formatted: 'Oslo' }],
    [{ street_address: 'A\r\nB' }, { street_address: 'A\nB' }],
    [{}, { formatted: 'Oslo' }],
  ])('leaves an address alone of which nothing changes: %j', (fields, before) => {
    expect(profileChanges(fields, before)).not.toHaveProperty('address')
  })
})
