import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createMachineTokens, verifyAccessToken, type VerifyOptions } from '../../client/server/index.ts'
import { createSigner, type ClientSigner } from '#test/support/assertions.ts'
import { startScriptedServer, type ScriptedServer } from '#test/support/scriptedServer.ts'

let issuerServer: ScriptedServer
let signer: ClientSigner
let issuer = ''
const json = { 'content-type': 'application/json' }
const now = () => Math.floor(Date.now() / 1000)

beforeAll(async () => {
  ;[issuerServer, signer] = await Promise.all([startScriptedServer(), createSigner('ES256')])
})
afterAll(() => issuerServer.stop())
// Keys are kept by issuer: each test has one of its own.
beforeEach(() => {
  issuer = `${issuerServer.url}/${randomUUID()}`
  publish(signer)
})
afterEach(() => void vi.useRealTimers())

function publish(...signers: readonly ClientSigner[]): void {
  const body = JSON.stringify({ keys: signers.map(({ publicJwk }) => publicJwk) })
  issuerServer.answer({ status: 200, headers: json, body })
}
function sign(change: object = {}, header: object = {}, by: ClientSigner = signer): Promise<string> {
  const claims = {
    iss: issuer,
    sub: 'user-1',
    aud: 'https://api.example/',
    client_id: 'app_1',
    jti: randomUUID(),
    iat: now(),
    exp: now() + 60,
    scope: 'read write',
    ...change,
  }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: by.alg, kid: by.kid, typ: 'at+jwt', ...header })
    .sign(by.privateKey)
}
const verify = async (token: Promise<string> | string, more: Partial<VerifyOptions> = {}) =>
  verifyAccessToken(await token, { issuer, audience: 'https://api.example/', ...more })

describe('verifyAccessToken', () => {
  test('says whose a good token is and what it may', async () => {
    expect(await verify(sign(), { scopes: ['read'] })).toMatchObject({
      sub: 'user-1',
      clientId: 'app_1',
      scopes: ['read', 'write'],
    })
    expect(
      await verify(sign({ aud: ['x', 'https://api.example/'] }, { typ: 'application/AT+JWT' })),
    ).toBeDefined()
    expect(await verify(sign({ aud: issuer }), { audience: undefined })).toBeDefined()
  })

  test.each([
    ['of another issuer', { iss: 'https://evil.example' }, {}],
    ['for another API', { aud: 'https://other.example/' }, {}],
    ['for nobody', { aud: undefined }, {}],
    ['that has expired', { exp: 1_700_000_000 }, {}],
    ['without an end', { exp: undefined }, {}],
    ['with an end that is no number', { exp: '9999999999' }, {}],
    ['from the future', { iat: 9_999_999_999 }, {}],
    ['that does not hold yet', { nbf: 9_999_999_999 }, {}],
    ['without an owner', { sub: undefined }, {}],
    ['without an app', { client_id: undefined }, {}],
    ['that is an ID token', {}, { typ: 'JWT' }],
    ['without a type', {}, { typ: undefined }],
    ['with an extension', {}, { crit: ['b64'], b64: true }],
    ['with a key that is not published', {}, { kid: 'another' }],
  ])('refuses one %s', async (_which, change, header) => {
    await expect(verify(sign(change, header))).rejects.toMatchObject({ status: 401, error: 'invalid_token' })
  })

  test('refuses one with another algorithm or another signature', async () => {
    const [rsa, stranger] = await Promise.all([createSigner('RS256'), createSigner('ES256')])
    publish(signer, rsa)
    await expect(verify(sign({}, {}, rsa))).rejects.toMatchObject({ error: 'invalid_token' })
    await expect(verify(sign({}, {}, { ...stranger, kid: signer.kid }))).rejects.toMatchObject({
      status: 401,
    })
    expect(await verify(sign({}, {}, rsa), { algorithm: 'RS256' })).toBeDefined()
    const symmetric = new SignJWT({ iss: issuer })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: signer.kid })
      .sign(new TextEncoder().encode(JSON.stringify(signer.publicJwk)))
    await expect(verify(symmetric)).rejects.toMatchObject({ error: 'invalid_token' })
  })

  test('names the scopes that are needed', async () => {
    const refused = verify(sign(), { scopes: ['read', 'admin'] })
    await expect(refused).rejects.toMatchObject({
      status: 403,
      error: 'insufficient_scope',
      headers: { 'www-authenticate': expect.stringContaining('scope="read admin"') as string },
    })
  })
})

describe('the keys', () => {
  test('are fetched once for all', async () => {
    await Promise.all(Array.from({ length: 50 }, async () => verify(sign())))
    expect(issuerServer.arrived.map(({ path }) => path)).toEqual([
      `${new URL(issuer).pathname}/.well-known/jwks.json`,
    ])
  })

  test('are fetched again for a new one, but not for every made-up one', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    await verify(sign())
    const next = await createSigner('ES256')
    publish(signer, next)
    await expect(verify(sign({}, {}, next))).rejects.toMatchObject({ error: 'invalid_token' })
    expect(issuerServer.arrived).toHaveLength(0)
    vi.setSystemTime(Date.now() + 31_000)
    expect(await verify(sign({}, {}, next))).toBeDefined()
    for (let round = 0; round < 20; round += 1)
      await expect(verify(sign({}, { kid: `made-up-${round}` }))).rejects.toMatchObject({ status: 401 })
    expect(issuerServer.arrived).toHaveLength(1)
  })

  test('are fetched again after ten minutes, so that one that was taken away is trusted no longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    await verify(sign())
    publish(await createSigner('ES256'))
    vi.setSystemTime(Date.now() + 599_000)
    expect(await verify(sign())).toBeDefined()
    vi.setSystemTime(Date.now() + 2000)
    await expect(verify(sign())).rejects.toMatchObject({ error: 'invalid_token' })
  })

  test('go on while the issuer is away, and without any nobody is told that a token is bad', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    await verify(sign())
    issuerServer.answer({ status: 404, headers: json, body: '{}' })
    vi.setSystemTime(Date.now() + 700_000)
    expect(await verify(sign())).toBeDefined()
    issuer = `${issuer}/another`
    await expect(verify(sign())).rejects.toMatchObject({ status: 503, error: 'temporarily_unavailable' })
    publish(signer)
    expect(await verify(sign())).toBeDefined()
  })
})

describe('a machine’s token', () => {
  test('is renewed in its last minute, and goes on as long as it works where that fails', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
    const machine = createMachineTokens({ issuer, clientId: 'app_1', clientSecret: 'secret' })
    const answer = (token: string) => ({
      status: 200,
      headers: json,
      body: JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 3600 }),
    })
    issuerServer.answer(answer('first'))
    expect(await machine.getAccessToken()).toBe('first')
    vi.setSystemTime(Date.now() + 3_539_000)
    expect(await machine.getAccessToken()).toBe('first')
    expect(issuerServer.arrived).toHaveLength(1)
    issuerServer.answer({ status: 503 })
    vi.setSystemTime(Date.now() + 2000)
    expect(await machine.getAccessToken()).toBe('first')
    expect(issuerServer.arrived).toHaveLength(1)
    issuerServer.answer(answer('second'))
    expect(await machine.getAccessToken()).toBe('second')
    issuerServer.answer({ status: 503 })
    vi.setSystemTime(Date.now() + 3_600_000)
    await expect(machine.getAccessToken()).rejects.toMatchObject({ error: 'unexpected_answer' })
  })
})
