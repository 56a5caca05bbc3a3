import {
  createSecretKey,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto'
import { compactVerify, createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SigningAlgorithm, StoredSigningKey } from '#src/domain/token/signingKey.ts'
import { signHs256 } from '#src/platform/jws.ts'
import type { Keyring } from '#src/platform/keyring.ts'
import { createNode, createTable, sealing, start } from './keyTable.ts'

const algorithms = ['RS256', 'ES256', 'EdDSA'] as const
const claims = { iss: 'http://localhost:8787', sub: 'Ünïcode', exp: 1770339600 }

describe('keyring', () => {
  const table = createTable()
  let keyring: Keyring
  beforeAll(async () => void (keyring = await createNode(table, { now: start })))

  it.each(algorithms)('signs %s tokens that jose verifies with the published keys', async (algorithm) => {
    const token = keyring.sign(algorithm, 'at+jwt', claims)
    const jwks = createLocalJWKSet({ keys: keyring.jwks().keys })
    const options = { typ: 'at+jwt', algorithms: [algorithm], currentDate: start }
    expect((await jwtVerify(token, jwks, options)).payload).toEqual(claims)
    expect(keyring.verify(algorithm, 'at+jwt', token)).toEqual(claims)
  })

  it.each(algorithms)('verifies an %s token that jose signed under our header', async (algorithm) => {
    const token = await signWithJose(algorithm, { typ: 'at+jwt' })
    expect(keyring.verify(algorithm, 'at+jwt', token)).toEqual(claims)
  })

  it.each(algorithms)('refuses any change of one character of an %s token', (algorithm) => {
    const token = keyring.sign(algorithm, 'at+jwt', claims)
    for (let index = 0; index < token.length; index += algorithm === 'RS256' ? 7 : 3) {
      const other = token[index] === 'A' ? 'B' : 'A'
      expect(
        keyring.verify(algorithm, 'at+jwt', token.slice(0, index) + other + token.slice(index + 1)),
      ).toBeNull()
    }
  })

  it.each(algorithms)('accepts exactly one spelling of an %s token', (algorithm) => {
    const token = keyring.sign(algorithm, 'at+jwt', claims)
    const [header = '', payload = '', signature = ''] = token.split('.')
    const spellings = [
      `${token}=`,
      `${token}==`,
      `${token}.`,
      `.${token}`,
      `${token}.${signature}`,
      ` ${token}`,
      `${token}\n`,
      `${header}=.${payload}.${signature}`,
      `${header}.${payload}=.${signature}`,
      `${header}.${payload} .${signature}`,
      `${header}.${payload}.${signature.slice(0, 10)} ${signature.slice(10)}`,
      `${header}.${payload}.${lastCharacterMoved(signature)}`,
      `${header}.${payload}.${signature}!`,
      `${header}.${payload}`,
      `${header}.${payload}.`,
      `${header}..${signature}`,
      header,
      '',
      '..',
    ]
    for (const spelling of spellings) {
      expect(spelling).not.toBe(token)
      expect(keyring.verify(algorithm, 'at+jwt', spelling)).toBeNull()
    }
    const standard = token.replaceAll('-', '+').replaceAll('_', '/')
    expect(standard === token || keyring.verify(algorithm, 'at+jwt', standard) === null).toBe(true)
  })

  it('refuses an ES256 signature in DER', () => {
    const { header, payload } = partsOf(keyring.sign('ES256', 'at+jwt', claims))
    const der = sign('sha256', Buffer.from(`${header}.${payload}`), privateKeyOf('ES256')).toString(
      'base64url',
    )
    expect(keyring.verify('ES256', 'at+jwt', `${header}.${payload}.${der}`)).toBeNull()
  })

  it.each([
    ['another order of members', (kid: string) => ({ kid, typ: 'at+jwt', alg: 'ES256' })],
    ['a further member', (kid: string) => ({ alg: 'ES256', typ: 'at+jwt', kid, cty: 'JWT' })],
    [
      'a critical extension',
      (kid: string) => ({ alg: 'ES256', typ: 'at+jwt', kid, crit: ['b64'], b64: true }),
    ],
    [
      'a URL of keys',
      (kid: string) => ({ alg: 'ES256', typ: 'at+jwt', kid, jku: 'https://evil.example/jwks' }),
    ],
    ['another spelling of the type', (kid: string) => ({ alg: 'ES256', typ: 'AT+JWT', kid })],
    ['the long form of the type', (kid: string) => ({ alg: 'ES256', typ: 'application/at+jwt', kid })],
    ['no kid', () => ({ alg: 'ES256', typ: 'at+jwt' })],
    ['an unknown kid', () => ({ alg: 'ES256', typ: 'at+jwt', kid: 'unknown' })],
  ])('refuses a header with %s, even above a good signature', async (_, headerOf) => {
    const key = rowOf('ES256')
    const token = tokenOf(headerOf(key.kid), (data) =>
      sign('sha256', data, { key: privateKeyOf('ES256'), dsaEncoding: 'ieee-p1363' }),
    )
    // jose finds the signature good, so what refuses the token is its header.
    await compactVerify(token, await importJWK(key.publicJwk as JWK, 'ES256'))
    expect(keyring.verify('ES256', 'at+jwt', token)).toBeNull()
  })

  it('refuses a token with a key of its own in the header', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwk = pair.publicKey.export({ format: 'jwk' })
    const token = tokenOf({ alg: 'ES256', typ: 'at+jwt', kid: rowOf('ES256').kid, jwk }, (data) =>
      sign('sha256', data, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' }),
    )
    expect(keyring.verify('ES256', 'at+jwt', token)).toBeNull()
  })

  it('refuses unsigned tokens', () => {
    const { kid } = rowOf('ES256')
    const { header, payload } = partsOf(keyring.sign('ES256', 'at+jwt', claims))
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      expect(
        keyring.verify('ES256', 'at+jwt', `${encode({ alg, typ: 'at+jwt', kid })}.${encode(claims)}.`),
      ).toBeNull()
    }
    expect(keyring.verify('ES256', 'at+jwt', `${header}.${payload}.`)).toBeNull()
    expect(
      keyring.verify('ES256', 'at+jwt', `${header}.${payload}.${Buffer.alloc(64).toString('base64url')}`),
    ).toBeNull()
  })

  it('refuses an HMAC with a public key as the secret', () => {
    const { kid, publicJwk } = rowOf('RS256')
    const pem = createPublicKey({ key: publicJwk as JWK, format: 'jwk' }).export({
      format: 'pem',
      type: 'spki',
    })
    for (const alg of ['HS256', 'RS256']) {
      const token = tokenOf({ alg, typ: 'JWT', kid }, (data) =>
        createHmac('sha256', pem).update(data).digest(),
      )
      for (const algorithm of algorithms) expect(keyring.verify(algorithm, 'JWT', token)).toBeNull()
    }
  })

  it('keeps kinds and algorithms of tokens apart', () => {
    const idToken = keyring.sign('ES256', 'JWT', claims)
    expect(keyring.verify('ES256', 'JWT', idToken)).toEqual(claims)
    expect(keyring.verify('ES256', 'at+jwt', idToken)).toBeNull()
    expect(keyring.verify('RS256', 'JWT', idToken)).toBeNull()
    expect(keyring.verify('EdDSA', 'JWT', idToken)).toBeNull()
  })

  it.each([
    ['an array', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['no JSON', '{'],
    ['no UTF-8', Buffer.of(0x7b, 0xff, 0x7d)],
  ])('takes %s for no claims', (_, content) => {
    const { header } = partsOf(keyring.sign('EdDSA', 'JWT', claims))
    const input = `${header}.${Buffer.from(content as string).toString('base64url')}`
    const signature = sign(null, Buffer.from(input), privateKeyOf('EdDSA')).toString('base64url')
    expect(keyring.verify('EdDSA', 'JWT', `${input}.${signature}`)).toBeNull()
  })

  it('publishes an active and a next key for each algorithm, the active ones first, without private members', () => {
    const keys = keyring.jwks().keys as JWK[]
    expect(keys.map(({ alg }) => String(alg)).toSorted()).toEqual([
      'ES256',
      'ES256',
      'EdDSA',
      'EdDSA',
      'RS256',
      'RS256',
    ])
    const active = table.rows.filter(({ status }) => status === 'active').map(({ kid }) => kid)
    expect(keys.slice(0, 3).map(({ kid }) => kid)).toEqual(active)
    const members = { RS256: ['e', 'n'], ES256: ['crv', 'x', 'y'], EdDSA: ['crv', 'x'] }
    for (const key of keys) {
      const own = members[key.alg as SigningAlgorithm]
      expect(Object.keys(key).toSorted()).toEqual([...own, 'alg', 'kid', 'kty', 'use'].toSorted())
      expect(key).toMatchObject({ use: 'sig', kid: expect.stringMatching(/^[\w-]{43}$/) })
    }
  })

  it('stores private keys only sealed', () => {
    for (const row of table.rows) {
      expect(row.sealedPrivateKey.includes('PRIVATE')).toBe(false)
      expect(sealing.open('signing-key', row.sealedPrivateKey).length).toBeGreaterThan(40)
      expect(row.publicJwk).not.toHaveProperty('d')
    }
  })

  function rowOf(algorithm: SigningAlgorithm): StoredSigningKey {
    const row = table.rows.find(
      (candidate) => candidate.algorithm === algorithm && candidate.status === 'active',
    )
    if (!row) throw new Error(`no active key for ${algorithm}`)
    return row
  }

  function privateKeyOf(algorithm: SigningAlgorithm): KeyObject {
    const key = sealing.open('signing-key', rowOf(algorithm).sealedPrivateKey)
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  }

  function signWithJose(algorithm: SigningAlgorithm, header: { typ: string }): Promise<string> {
    const { kid } = rowOf(algorithm)
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, ...header, kid })
      .sign(privateKeyOf(algorithm))
  }
})

describe('HS256', () => {
  it('is verified by jose with the text of the secret', async () => {
    const token = signHs256('secret_of-the-app-Äö', 'JWT', claims)
    const key = new TextEncoder().encode('secret_of-the-app-Äö')
    const { payload, protectedHeader } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      currentDate: start,
    })
    expect(payload).toEqual(claims)
    expect(protectedHeader).toEqual({ alg: 'HS256', typ: 'JWT' })
  })

  it('is never made with an empty key', () => {
    for (const key of ['', createSecretKey(Buffer.alloc(0))])
      expect(() => signHs256(key, 'JWT', claims)).toThrow('HS256 needs a key')
  })
})

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function tokenOf(header: object, signatureOf: (data: Buffer) => Buffer): string {
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${signatureOf(Buffer.from(input)).toString('base64url')}`
}

function partsOf(token: string): { header: string; payload: string } {
  const [header = '', payload = ''] = token.split('.')
  return { header, payload }
}

/** The same bytes in another spelling: the last character of base64url carries bits that decoders drop. */
function lastCharacterMoved(signature: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const moved = signature.slice(0, -1) + alphabet[(alphabet.indexOf(signature.slice(-1)) + 1) % 64]
  if (!Buffer.from(moved, 'base64url').equals(Buffer.from(signature, 'base64url')))
    throw new Error('not the same bytes')
  return moved
}
