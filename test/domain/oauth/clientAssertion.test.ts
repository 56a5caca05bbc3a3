import fc from 'fast-check'
import { SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  assertionRules,
  checkAssertion,
  isSigned,
  keyIdOf,
  readAssertion,
  subjectOf,
} from '#src/domain/oauth/clientAssertion.ts'
import { isRefusal } from '#src/domain/refusal.ts'
import { createSigner, type ClientSigner } from '#test/support/assertions.ts'
import { at, issuer, makeClient, now } from '../facts.ts'

const seconds = now.getTime() / 1000
const client = makeClient({
  tokenEndpointAuthMethod: 'private_key_jwt',
  tokenEndpointAuthSigningAlg: 'ES256',
})
const header = { alg: 'ES256', kid: 'one' }
const claims = { iss: 'app_one', sub: 'app_one', aud: issuer, jti: 'id-1', exp: seconds + 60 }
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function check(changes: { header?: object; claims?: object; profile?: 'default' | 'strict' }) {
  const said = {
    text: '',
    header: { ...header, ...changes.header },
    claims: { ...claims, ...changes.claims },
  }
  return checkAssertion(said, client, assertionRules(issuer, changes.profile ?? 'default'), now)
}

describe('a client assertion', () => {
  test.each<[string, Parameters<typeof check>[0]]>([
    ['of the issuer', {}],
    ['for the token endpoint', { claims: { aud: `${issuer}/oauth2/token` } }],
    ['for the other URL of the token endpoint', { claims: { aud: `${issuer}/api/v1/oauth/token` } }],
    ['for the issuer in strict', { profile: 'strict' }],
    ['with typ', { header: { typ: 'JWT' } }],
    ['with the typ of assertions', { header: { typ: 'client-authentication+jwt' } }],
    ['with a media type', { header: { typ: 'application/client-authentication+jwt' } }],
    ['without kid', { header: { kid: undefined } }],
    ['that expires in five minutes', { claims: { exp: seconds + 300 } }],
    ['that expired just now by another clock', { claims: { exp: seconds - 20 } }],
    ['that begins in eight seconds (FAPI 2.0)', { claims: { nbf: seconds + 8 } }],
    ['that was made in ten seconds by another clock', { claims: { iat: seconds + 10 } }],
    ['with fractions of seconds', { claims: { exp: seconds + 59.5, iat: seconds - 0.5 } }],
    ['with a certificate thumbprint', { header: { 'x5t#S256': 'x' } }],
  ])('%s may pass', (_, changes) => {
    expect(check(changes)).toMatchObject({ jti: 'id-1', expiresAt: expect.any(Date) })
  })

  test('is remembered until it would be refused anyway', () => {
    expect(check({})).toEqual({ jti: 'id-1', expiresAt: at(90) })
    expect(
      isRefusal(
        checkAssertion({ text: '', header, claims }, client, assertionRules(issuer, 'default'), at(90)),
      ),
    ).toBe(true)
  })

  test.each<[string, Parameters<typeof check>[0]]>([
    ...['crit', 'jwk', 'jku', 'x5u', 'b64', 'zip', 'enc', 'cty'].map(
      (name) => [`with ${name}`, { header: { [name]: 'x' } }] as [string, Parameters<typeof check>[0]],
    ),
    ...['at+jwt', 'logout+jwt', 'dpop+jwt', 'JWS', 'session+jwt', '', 7].map(
      (typ) => [`of the type ${typ}`, { header: { typ } }] as [string, Parameters<typeof check>[0]],
    ),
    ...['none', 'None', 'HS256', 'RS256', 'PS256', 'EdDSA', 'es256', '', undefined, 7].map(
      (alg) => [`by ${alg}`, { header: { alg } }] as [string, Parameters<typeof check>[0]],
    ),
    ['with a kid that is no text', { header: { kid: 7 } }],
    ['without iss', { claims: { iss: undefined } }],
    ['without sub', { claims: { sub: undefined } }],
    ['of another issuer', { claims: { iss: 'app_two' } }],
    ['about another client', { claims: { sub: 'app_two' } }],
    ['with iss in another case', { claims: { iss: 'APP_ONE' } }],
    ['without aud', { claims: { aud: undefined } }],
    ['for another server', { claims: { aud: 'https://evil.example' } }],
    ['for the issuer with a slash', { claims: { aud: `${issuer}/` } }],
    ['for several audiences', { claims: { aud: [issuer, 'https://evil.example'] } }],
    ['for a list of one audience', { claims: { aud: [issuer] } }],
    ['for the revocation endpoint', { claims: { aud: `${issuer}/oauth2/revoke` } }],
    ['for the token endpoint in strict', { claims: { aud: `${issuer}/oauth2/token` }, profile: 'strict' }],
    ['without exp', { claims: { exp: undefined } }],
    ['with exp as text', { claims: { exp: String(seconds + 60) } }],
    ['with exp without end', { claims: { exp: Infinity } }],
    ['that expired half a minute ago', { claims: { exp: seconds - 30 } }],
    ['that expired five minutes ago', { claims: { exp: seconds - 300 } }],
    ['that lives for an hour', { claims: { exp: seconds + 3600 } }],
    ['that lives longer than five minutes', { claims: { exp: seconds + 331 } }],
    ['with exp in milliseconds', { claims: { exp: (seconds + 60) * 1000 } }],
    ['that begins in more than half a minute', { claims: { nbf: seconds + 31 } }],
    ['that begins in an hour', { claims: { nbf: seconds + 3600 } }],
    ['that was made in an hour', { claims: { iat: seconds + 3600 } }],
    ['with nbf as text', { claims: { nbf: '0' } }],
    ['without jti', { claims: { jti: undefined } }],
    ['with an empty jti', { claims: { jti: '' } }],
    ['with a jti that is no text', { claims: { jti: 7 } }],
    ['with a jti without end', { claims: { jti: 'x'.repeat(1025) } }],
  ])('%s is refused', (_, changes) => {
    expect(check(changes)).toMatchObject({
      code: 'invalid_client',
      description: 'Client authentication failed',
    })
  })
})

describe('the text of an assertion', () => {
  let signer: ClientSigner
  beforeAll(async () => {
    signer = await createSigner('ES256', 'one')
  })

  const sign = (by = signer, protectedHeader: object = { alg: by.alg, kid: by.kid }) =>
    new SignJWT(claims).setProtectedHeader(protectedHeader as never).sign(by.privateKey)

  test('is read, and says whom it is about and by which key', async () => {
    const read = readAssertion(await sign())!
    expect({ ...read.header, ...read.claims }).toEqual({ ...header, ...claims })
    expect([subjectOf(read), keyIdOf(read)]).toEqual(['app_one', 'one'])
  })

  test.each([
    ['nothing', ''],
    ['two parts', `${encode(header)}.${encode(claims)}`],
    ['five parts, encrypted', `${encode(header)}.a.b.c.d`],
    ['a header that is no JSON', `e.${encode(claims)}.x`],
    ['a header that is a list', `${encode([])}.${encode(claims)}.x`],
    ['claims that are a text', `${encode(header)}.${encode('x')}.x`],
    ['claims with padding', `${encode(header)}.${encode(claims)}=.x`],
    ['claims in another alphabet', `${encode(header)}.${encode({ ...claims, x: '>>>???' })}+.x`],
    ['8193 characters', `${encode(header)}.${encode(claims)}.${'x'.repeat(8192)}`],
  ])('is not read with %s', (_, text) => expect(readAssertion(text)).toBeNull())

  test('is signed by one of the keys, and by the pinned algorithm', async () => {
    const read = readAssertion(await sign())!
    const other = await createSigner('ES256')
    expect(await isSigned(read, [other.publicJwk, signer.publicJwk], 'ES256')).toBe(true)
    expect(await isSigned(read, [other.publicJwk], 'ES256')).toBe(false)
    expect(await isSigned(read, [], 'ES256')).toBe(false)
    expect(await isSigned(read, [signer.publicJwk], 'RS256')).toBe(false)
    expect(await isSigned(read, [{ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }], 'ES256')).toBe(false)
    const [head, , signature] = read.text.split('.')
    const forged = readAssertion(`${head}.${encode({ ...claims, jti: 'id-2' })}.${signature}`)!
    expect(await isSigned(forged, [signer.publicJwk], 'ES256')).toBe(false)
  })

  test.each(['RS256', 'PS256', 'EdDSA'] as const)('may be signed by %s', async (alg) => {
    const by = await createSigner(alg)
    expect(await isSigned(readAssertion(await sign(by))!, [by.publicJwk], alg)).toBe(true)
  })

  test('never throws, whatever it is', async () => {
    const part = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    )
    await fc.assert(
      fc.asyncProperty(part, part, part, async (one, two, three) => {
        const read = readAssertion(`${one}.${two}.${three}`)
        if (read === null) return
        checkAssertion(read, client, assertionRules(issuer, 'default'), now)
        expect(await isSigned(read, [signer.publicJwk], 'ES256')).toBe(false)
      }),
    )
  })
})
