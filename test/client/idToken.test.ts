import { createHash } from 'node:crypto'
import { SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { proveIdToken } from '../../client/auth/idToken.ts'
import { createKeySource } from '../../client/jwt/keySource.ts'
import type { Jwk } from '../../client/index.ts'
import { createSigner, type ClientSigner } from '#test/support/assertions.ts'

const expected = {
  issuer: 'https://api.auth.example.com',
  clientId: 'app_1',
  idTokenAlgorithm: 'RS256',
  accessToken: 'an-access-token',
  nonce: 'n-0S6_WzA2Mj',
} as const
const now = () => Math.floor(Date.now() / 1000)
const hashOf = (name: string, length: number) =>
  createHash(name).update(expected.accessToken).digest().subarray(0, length).toString('base64url')
const good = () => ({
  iss: expected.issuer,
  sub: 'user-1',
  aud: expected.clientId,
  azp: expected.clientId,
  nonce: expected.nonce,
  at_hash: hashOf('sha256', 16),
  iat: now(),
  exp: now() + 60,
})

let signers: Record<'RS256' | 'ES256' | 'EdDSA', ClientSigner>
beforeAll(async () => {
  const [RS256, ES256, EdDSA] = await Promise.all([
    createSigner('RS256'),
    createSigner('ES256'),
    createSigner('EdDSA'),
  ])
  signers = { RS256, ES256, EdDSA }
})

function sign(claims: object, { alg, kid, privateKey }: ClientSigner = signers.RS256, header: object = {}) {
  return new SignJWT(claims as Record<string, unknown>)
    .setProtectedHeader({ alg, kid, ...header })
    .sign(privateKey)
}
const keys = () =>
  createKeySource(async () => Object.values(signers).map(({ publicJwk }) => publicJwk as Jwk))
const prove = async (token: Promise<string> | string, more: object = {}) =>
  proveIdToken(await token, { ...expected, ...more }, keys())

describe('proveIdToken', () => {
  test('returns the claims of a good one, by each algorithm', async () => {
    expect(await prove(sign(good()))).toMatchObject({ sub: 'user-1' })
    expect(await prove(sign(good(), signers.ES256), { idTokenAlgorithm: 'ES256' })).toMatchObject({
      sub: 'user-1',
    })
    const claims = { ...good(), at_hash: hashOf('sha512', 32) }
    expect(await prove(sign(claims, signers.EdDSA), { idTokenAlgorithm: 'EdDSA' })).toMatchObject({
      sub: 'user-1',
    })
  })

  test.each([
    ['of another issuer', { iss: 'https://evil.example' }, 'its issuer is https://evil.example'],
    ['for another app', { aud: 'app_2' }, 'for another app'],
    [
      'for several apps, asked for by nobody',
      { aud: ['app_1', 'app_2'], azp: undefined },
      'another app asked',
    ],
    ['that another app asked for', { azp: 'app_2' }, 'another app asked'],
    ['about nobody', { sub: '' }, 'names nobody'],
    ['that has expired', { exp: 1_700_000_000 }, 'has expired'],
    ['without an end', { exp: undefined }, 'has expired'],
    ['from the future', { iat: 9_999_999_999 }, 'from the future'],
    ['for another request', { nonce: 'another' }, 'another request'],
    ['without a nonce', { nonce: undefined }, 'another request'],
    ['with another access token', { at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'another access token'],
  ])('refuses one %s', async (_which, change, problem) => {
    await expect(prove(sign({ ...good(), ...change }))).rejects.toMatchObject({
      error: 'invalid_id_token',
      description: expect.stringContaining(problem) as string,
    })
  })

  test.each([
    ['about somebody else than before', { sub: 'user-2' }, 'names somebody else'],
    ['of a sign-in that is too old', { maxAge: 10 }, 'too old'],
  ])('refuses one %s', async (_which, more, problem) => {
    await expect(prove(sign({ ...good(), auth_time: now() - 100 }), more)).rejects.toThrow(problem)
  })

  test('refuses every other signature', async () => {
    const [header, claims, signature] = (await sign(good())).split('.') as [string, string, string]
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url')
    const symmetric = new SignJWT(good())
      .setProtectedHeader({ alg: 'HS256', kid: signers.RS256.kid })
      .sign(new TextEncoder().encode(JSON.stringify(signers.RS256.publicJwk)))
    const stranger = { ...(await createSigner('RS256')), kid: signers.RS256.kid }
    await expect(prove(`${unsigned}.${claims}.`)).rejects.toThrow('signed with none instead of RS256')
    await expect(prove(symmetric)).rejects.toThrow('signed with HS256 instead of RS256')
    await expect(prove(sign(good(), signers.ES256))).rejects.toThrow('signed with ES256 instead of RS256')
    await expect(prove(sign(good(), { ...signers.RS256, kid: signers.ES256.kid }))).rejects.toThrow('no key')
    await expect(prove(sign(good(), stranger))).rejects.toThrow('its signature is wrong')
    await expect(prove(`${header}.${claims}.${signature.slice(0, -4)}AAAA`)).rejects.toThrow(
      'signature is wrong',
    )
    await expect(prove(sign(good(), signers.RS256, { crit: ['b64'], b64: true }))).rejects.toThrow(
      'no signed JWT',
    )
    for (const text of [
      '',
      'a.b',
      `${header}.${claims}`,
      `${header}.${claims}.${signature}.x`,
      `${header}.e30=.${signature}`,
    ])
      await expect(prove(text), text).rejects.toThrow('no signed JWT')
  })
})
