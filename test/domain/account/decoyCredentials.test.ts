import { describe, expect, test } from 'vitest'
import { decoyCredentials } from '#src/domain/account/decoyCredentials.ts'
import { keptTransports } from '#src/domain/account/passkey.ts'

const key = Buffer.alloc(32, 1)
const addresses = Array.from({ length: 200 }, (_, index) => `user-${index}@example.com`)

describe('decoyCredentials', () => {
  test('are always the same for an address, and nobody else’s', () => {
    const all = addresses.map((address) => decoyCredentials(key, address))
    expect(addresses.map((address) => decoyCredentials(key, address))).toEqual(all)
    const ids = all.flat().map(({ credentialId }) => credentialId.toString('hex'))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('cannot be told without the key', () => {
    expect(decoyCredentials(Buffer.alloc(32, 2), addresses[0]!)).not.toEqual(
      decoyCredentials(key, addresses[0]!),
    )
  })

  test('are like what authenticators make, one to three, of every kind', () => {
    const all = addresses.map((address) => decoyCredentials(key, address))
    expect(new Set(all.map(({ length }) => length))).toEqual(new Set([1, 2, 3]))
    const lengths = all.flat().map(({ credentialId }) => credentialId.length)
    expect(new Set(lengths)).toEqual(new Set([16, 20, 32, 48]))
    for (const { transports } of all.flat()) expect(keptTransports(transports)).toEqual(transports)
  })
})

describe('keptTransports', () => {
  test.each<[readonly string[] | undefined, readonly string[]]>([
    [undefined, []],
    [[], []],
    [
      ['usb', 'nfc', 'usb'],
      ['nfc', 'usb'],
    ],
    [['cable', 'telepathy'], []],
    [
      ['internal', 'hybrid'],
      ['hybrid', 'internal'],
    ],
  ])('of %j are %j', (named, kept) => {
    expect(keptTransports(named)).toEqual(kept)
  })
})
