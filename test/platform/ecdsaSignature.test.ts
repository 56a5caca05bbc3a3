import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { derOf, joseOf } from '#src/platform/ecdsaSignature.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const publicKey = createPublicKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))
const number = (head: string, fill = '11') => head.padEnd(64, fill)
const bytes = (hex: string) => Buffer.from(hex, 'hex')

describe('derOf', () => {
  it.each([
    ['two long numbers', number('7f'), number('01'), '30440220' + number('7f') + '0220' + number('01')],
    [
      'a first bit that is no sign',
      number('80'),
      number('ff'),
      '3046022100' + number('80') + '022100' + number('ff'),
    ],
    [
      'leading zeros',
      number('0001'),
      number('0080'),
      '3043021f' + number('0001').slice(2) + '0220' + number('0080'),
    ],
    ['zero and one', '0'.repeat(64), '1'.padStart(64, '0'), '3006020100020101'],
  ])('writes %s', (_what, r, s, der) => {
    expect(derOf(bytes(r + s))?.toString('hex')).toBe(der)
    expect(joseOf(bytes(der)).toString('hex')).toBe(r + s)
  })

  it.each([0, 1, 63, 65, 71, 128])('refuses %i bytes', (length) =>
    expect(derOf(Buffer.alloc(length, 1))).toBeNull(),
  )
})

it('reads and writes what Node reads and writes', () => {
  // Enough of them that numbers of 31 bytes and first bits of every kind come up.
  for (let turn = 0; turn < 1000; turn++) {
    const data = Buffer.from(`turn ${turn}`)
    const own = joseOf(sign('sha256', data, privateKey))
    expect(verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, own)).toBe(true)
    const theirs = sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    expect(verify('sha256', data, publicKey, derOf(theirs)!)).toBe(true)
    expect(joseOf(derOf(theirs)!)).toEqual(theirs)
  }
})
