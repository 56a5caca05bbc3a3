import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClientKey } from '#src/domain/oauth/client.ts'
import { defaultAlgorithm, readJwks, signingKeys, usableKeys } from '#src/domain/oauth/clientKeys.ts'

const rsa = (bits: number, publicExponent = 65_537) =>
  generateKeyPairSync('rsa', { modulusLength: bits, publicExponent }).publicKey.export({ format: 'jwk' })
const ec = (namedCurve: string) =>
  generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' })
const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) as ClientKey
const p256 = ec('P-256') as ClientKey
const rsa2048 = rsa(2048) as ClientKey

describe('the keys of a client', () => {
  test('are kept with their public members only', () => {
    const given = { ...rsa2048, kid: 'a', use: 'sig', x5c: ['MII'], x5t: 'x', alg: 'RS256', other: 1 }
    expect(readJwks({ keys: [given, p256], more: 1 })).toEqual({
      keys: [{ ...rsa2048, kid: 'a', use: 'sig', alg: 'RS256' }, p256],
    })
  })

  test.each<[string, unknown]>([
    ['no object', []],
    ['nothing', null],
    ['a text', '{}'],
    ['no list', { keys: {} }],
    ['no key', { keys: [] }],
    ['too many keys', { keys: Array.from({ length: 21 }, () => p256) }],
    ['a key that is a text', { keys: ['x'] }],
    [
      'a private RSA key',
      { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    ],
    [
      'a private EC key',
      { keys: [generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })] },
    ],
    [
      'a private Ed25519 key',
      { keys: [generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })] },
    ],
    ['a private key behind a public one', { keys: [p256, { ...p256, d: 'x' }] }],
    ['a symmetric key', { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }],
    ['a symmetric key that calls itself RSA', { keys: [{ ...rsa2048, k: 'c2VjcmV0' }] }],
    ['a family we do not know', { keys: [{ kty: 'AKP', x: 'x' }] }],
    ['a weak RSA key', { keys: [rsa(1024)] }],
    ['an RSA key that takes long', { keys: [{ ...rsa2048, n: 'v'.repeat(1366) }] }],
    [
      'an RSA key with leading zeros',
      {
        keys: [
          { ...rsa2048, n: Buffer.concat([Buffer.alloc(200), Buffer.alloc(56, 255)]).toString('base64url') },
        ],
      },
    ],
    ['an RSA key without modulus', { keys: [{ kty: 'RSA', e: 'AQAB' }] }],
    ['an RSA key with the exponent 1', { keys: [{ ...rsa2048, e: 'AQ' }] }],
    ['an RSA key with an even exponent', { keys: [{ ...rsa2048, e: 'AQAA' }] }],
    ['a kid that is no text', { keys: [{ ...p256, kid: 7 }] }],
    ['a kid without end', { keys: [{ ...p256, kid: 'x'.repeat(2049) }] }],
    ['key_ops that is no list', { keys: [{ ...p256, key_ops: 'verify' }] }],
  ])('are refused with %s', (_, document) => expect(readJwks(document)).toMatch(/^must /))

  test('are those that can be used, where they were fetched', () => {
    expect(usableKeys({ keys: [p256, { kty: 'oct', k: 'x' }, 'x', rsa(1024), ed25519] })).toEqual([
      p256,
      ed25519,
    ])
    for (const document of [null, 'x', [], {}, { keys: null }]) expect(usableKeys(document)).toEqual([])
  })

  test('never throw, whatever the document is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (document, keys) => {
        readJwks(document)
        readJwks({ keys })
        usableKeys({ keys })
      }),
    )
  })
})

describe('the keys for a signature', () => {
  const keys: ClientKey[] = [
    { ...rsa2048, kid: 'rsa' },
    { ...rsa2048, kid: 'pss', alg: 'PS256' },
    { ...p256, kid: 'ec' },
    { ...ed25519, kid: 'ed' },
    { ...p256, kid: 'enc', use: 'enc' },
    { ...p256, kid: 'sign', key_ops: ['sign'] },
    { ...(ec('P-384') as ClientKey), kid: 'p384' },
  ]
  const idsOf = (found: readonly ClientKey[]) => found.map(({ kid }) => kid)

  test.each([
    ['RS256', ['rsa']],
    ['PS256', ['rsa', 'pss']],
    ['ES256', ['ec']],
    ['EdDSA', ['ed']],
  ] as const)('by %s are those of its family that are for it', (algorithm, ids) => {
    expect(idsOf(signingKeys(keys, algorithm, null))).toEqual(ids)
  })

  test('are the one that is named', () => {
    expect(idsOf(signingKeys(keys, 'PS256', 'pss'))).toEqual(['pss'])
    for (const kid of ['ed', 'enc', 'sign', 'p384', 'unknown', ''])
      expect(signingKeys(keys, 'ES256', kid)).toEqual([])
  })

  test.each<[string, ClientKey[] | null, string]>([
    ['of RSA', [{ ...rsa2048 }], 'RS256'],
    ['of RSA for PS256', [{ ...rsa2048, alg: 'PS256' }], 'PS256'],
    ['on P-256', [{ ...p256, use: 'enc' }, { ...p256 }], 'ES256'],
    ['on Ed25519', [ed25519], 'EdDSA'],
    ['that lie elsewhere', null, 'RS256'],
  ])('%s settle the algorithm where none is named', (_, given, algorithm) => {
    expect(defaultAlgorithm(given === null ? null : { keys: given })).toBe(algorithm)
  })
})
