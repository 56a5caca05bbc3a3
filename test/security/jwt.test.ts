import { createHmac, createPublicKey, randomBytes, type JsonWebKey } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  getUserinfo,
  introspectToken,
  listApps,
  revokeToken,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { post } from '#test/support/entryPoints.ts'
import {
  attackerJwk,
  claimsOf,
  encode,
  headerOf,
  mirrored,
  parts,
  signedByAttacker,
  strayBits,
  type Claims,
} from '#test/support/jwtParts.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, expectAlive, expectDead } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let tokens: { access_token: string; refresh_token?: string; id_token?: string }
let keys: readonly JsonWebKey[]

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
  tokens = await obtainTokens(service, person, app)
  keys = (await send(service.url, { method: 'GET', path: '/.well-known/jwks.json', headers: {} })).body.keys
})

// Nothing that was tried has an effect on what it resembles.
afterEach(() => expectUnharmed())

afterAll(() => service.stop())

/** Expects the tokens that the attempts resemble to work as before. */
async function expectUnharmed(): Promise<void> {
  await expectAlive(service, app, tokens.access_token)
  expect(status(await listApps({ client: service.as(person.token) }))).toBe(200)
}

/** Expects a text to open nothing, to be nothing to introspection, and to end nothing at revocation. */
async function expectWorthless(text: string): Promise<void> {
  const client = service.as(text)
  expectRefused(await getUserinfo({ client }), 401, 'invalid_token')
  expectRefused(await listApps({ client }), 401, 'invalid_token')
  const body = { token: text, ...credentialsOf(app) }
  expect((await introspectToken({ client: service.as(), body })).data).toEqual({ active: false })
  expect(status(await revokeToken({ client: service.as(), body }))).toBe(200)
}

/** The claims of our access token under a header of the attacker's, signed with the attacker's key. */
const selfSigned = (header: Claims) => signedByAttacker(header, claimsOf(tokens.access_token))

function hmac(header: Claims, key: string | Buffer): string {
  const input = `${encode(header)}.${parts(tokens.access_token)[1]}`
  return `${input}.${createHmac('sha256', key).update(input).digest('base64url')}`
}

describe('a token that nobody signed for us', () => {
  it.each(['none', 'None', 'NONE', 'nOnE', '', 'ES256 ', 'es256', null, 0, ['ES256']])(
    'is worth nothing under the algorithm %j',
    async (alg) => {
      const [, payload, signature] = parts(tokens.access_token)
      for (const end of ['', signature]) {
        await expectWorthless(`${encode({ ...headerOf(tokens.access_token), alg })}.${payload}.${end}`)
      }
    },
  )

  it('is not verified with a public key taken for a secret', async () => {
    for (const jwk of keys) {
      const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
      const spellings = [
        publicKey.export({ type: 'spki', format: 'pem' }),
        publicKey.export({ type: 'spki', format: 'der' }),
        JSON.stringify(jwk),
        Buffer.from(String(jwk.x ?? jwk.n), 'base64url'),
        '',
      ]
      for (const key of spellings)
        await expectWorthless(hmac({ alg: 'HS256', typ: 'at+jwt', kid: jwk['kid'] }, key))
    }
  })

  it('brings no key, and none is fetched for it', async () => {
    const header = headerOf(tokens.access_token)
    for (const more of [
      { jwk: attackerJwk },
      { jwk: attackerJwk, kid: undefined },
      { jku: `${service.url}/.well-known/jwks.json`, kid: 'mine' },
      { jku: 'http://127.0.0.1:9/jwks.json' },
      { x5u: 'http://127.0.0.1:9/chain.pem' },
      { x5c: ['MIIB'] },
      { kid: '../../../../dev/null' },
      { kid: "' or 1=1 --" },
      { kid: ['a'] },
      { crit: ['exp'], exp: 1 },
      { crit: ['b64'], b64: false },
      { zip: 'DEF' },
      {},
    ])
      await expectWorthless(selfSigned({ ...header, ...more }))
  })

  it('has no signature of zeros, of ones, of DER or of another length', async () => {
    const [header, payload, signature] = parts(tokens.access_token)
    const raw = Buffer.from(signature, 'base64url')
    const forged = [
      ...[Buffer.alloc(64), Buffer.alloc(64, 0xff), Buffer.alloc(0), Buffer.alloc(1), randomBytes(64)],
      ...[
        raw.subarray(0, 63),
        Buffer.concat([raw, Buffer.alloc(1)]),
        Buffer.concat([raw.subarray(32), raw.subarray(0, 32)]),
      ],
      Buffer.concat([
        Buffer.from([0x30, 0x44, 2, 0x20]),
        raw.subarray(0, 32),
        Buffer.from([2, 0x20]),
        raw.subarray(32),
      ]),
    ]
    for (const each of forged) await expectWorthless(`${header}.${payload}.${each.toString('base64url')}`)
  })
})

describe('another spelling of a token', () => {
  it('is another text, and worth nothing', async () => {
    const [header, payload, signature] = parts(tokens.access_token)
    const token = tokens.access_token
    const spellings = [
      ...[
        `${token}=`,
        `${header}=.${payload}.${signature}`,
        `${token}.`,
        `.${token}`,
        `${token}.x`,
        `${token}.x.y`,
      ],
      ...[
        `${header}.${payload}`,
        `${header}.${payload}.`,
        `${header}..${signature}`,
        `.${payload}.${signature}`,
        '..',
        '...',
      ],
      ...[`${header}.${payload}.${strayBits(signature)}`, `${header}.${payload}.${signature} x`],
      ...[
        Buffer.from(token).toString('base64url'),
        token.replaceAll('-', '+').replaceAll('_', '/').concat('!'),
      ],
      `${encode({ ...headerOf(token), extra: 1 })}.${payload}.${signature}`,
      `${Buffer.from(JSON.stringify(headerOf(token), null, 1)).toString('base64url')}.${payload}.${signature}`,
      `${header}.${Buffer.from(JSON.stringify(claimsOf(token), null, 1)).toString('base64url')}.${signature}`,
      JSON.stringify({ protected: header, payload, signature }),
      `${encode({ alg: 'dir', enc: 'A128GCM' })}.${payload}.${signature}.x.y`,
      `${encode({ alg: 'ES256', typ: 'at+jwt', cty: 'JWT' })}.${encode(token)}.${signature}`,
    ]
    for (const spelling of spellings) await expectWorthless(spelling)
  })

  it('that ECDSA allows (s for n − s) dies with the token: revocation goes by jti', async () => {
    const { access_token: token } = await obtainTokens(service, person, app)
    const [header, payload, signature] = parts(token)
    const twin = mirrored(signature)
    const body = { token, ...credentialsOf(app) }
    await revokeToken({ client: service.as(), body, throwOnError: true })
    await expectDead(service, app, token)
    await expectDead(service, app, `${header}.${payload}.${twin}`)
  })
})

describe('a token of ours of another kind', () => {
  const now = () => Math.floor(service.clock.now().getTime() / 1000)
  const good = (): Claims => ({
    ...claimsOf(tokens.access_token),
    jti: randomBytes(16).toString('base64url'),
  })

  it('is no access token, though our key signed it', async () => {
    const { keys: ring } = service.running.context
    expect(status(await getUserinfo({ client: service.as(ring.sign('ES256', 'at+jwt', good())) }))).toBe(200)
    const others = [
      ...(['JWT', 'jwt', 'AT+JWT', 'application/at+jwt', 'logout+jwt', 'session+jwt', ''] as const).map(
        (typ) => ring.sign('ES256', typ, good()),
      ),
      ...(['RS256', 'EdDSA'] as const).map((alg) => ring.sign(alg, 'at+jwt', good())),
    ]
    for (const token of others) await expectWorthless(token)
  })

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer', { iss: undefined }],
    ['a list of issuers', { iss: ['x'] }],
    ['no end', { exp: undefined }],
    ['an end in words', { exp: '9999999999' }],
    ['an end beyond all dates', { exp: 1e20 }],
    ['an end that is past', { exp: 1 }],
    ['no beginning', { iat: undefined }],
    ['no jti', { jti: undefined }],
    ['an empty jti', { jti: '' }],
    ['a jti with a NUL', { jti: 'a\u0000b', exp: 1 }],
    ['no client', { client_id: undefined }],
    ['an unknown client', { client_id: 'app_AAAAAAAAAAAAAAAAAAAAAA' }],
    ['no subject', { sub: undefined }],
    ['another subject', { sub: '019c303f-9800-7baa-a189-d5905dc3fe02' }],
    ['no grant', { gid: undefined }],
    ['an unknown grant', { gid: '019c303f-9800-7baa-a189-d5905dc3fe02' }],
    ['a grant that is no id', { gid: "' or 1=1 --" }],
    ['a list of scopes', { scope: ['openid'] }],
    ['a malformed scope', { scope: 'openid  email' }],
    ['no audience', { aud: undefined }],
    ['a list of audiences', { aud: ['x'] }],
  ])('with %s is nothing, though our key signed it', async (_, change) => {
    const token = service.running.context.keys.sign('ES256', 'at+jwt', { ...good(), ...change })
    await expectWorthless(token)
  })

  it('cannot be read past its hour by a clock set back in it', async () => {
    const token = service.running.context.keys.sign('ES256', 'at+jwt', { ...good(), exp: now() })
    await expectWorthless(token)
  })
})

describe('tokens of one second', () => {
  it('are all different, of whatever kind and format', async () => {
    const opaque = await registerTestApp(service, person, { access_token_format: 'opaque' })
    for (const own of [app, opaque]) {
      const members = { grant_type: 'client_credentials', ...credentialsOf(own) }
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => post(service, '/oauth2/token', members)),
      )
      expect(new Set(answers.map(({ body }) => body.access_token)).size).toBe(10)
    }
    const given = await Promise.all([1, 2, 3].map(() => obtainTokens(service, person, app)))
    for (const name of ['access_token', 'refresh_token', 'id_token'] as const)
      expect(new Set(given.map((each) => each[name])).size).toBe(3)
  })
})

describe('the JWK Set', () => {
  it('holds public members of asymmetric keys only, each for one algorithm', () => {
    expect(keys.length).toBeGreaterThanOrEqual(6)
    for (const key of keys) {
      expect(
        Object.keys(key).filter((name) => ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'].includes(name)),
      ).toEqual([])
      expect(key).toMatchObject({
        use: 'sig',
        kid: expect.any(String),
        alg: expect.stringMatching(/^(RS256|ES256|EdDSA)$/),
      })
    }
    expect(new Set(keys.map((key) => key['kid'])).size).toBe(keys.length)
  })
})
