import { createHmac } from 'node:crypto'
import { exportSPKI, importJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClientRegistration, ClientRegistrationRequest } from '../../client/index.ts'
import {
  assertionMembers,
  createSigner,
  signAssertion,
  type ClientSigner,
  type Twist,
} from '#test/support/assertions.ts'
import { startClientServer, type ClientServer } from '#test/support/clientServer.ts'
import { errorOf, post } from '#test/support/entryPoints.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf } from '#test/support/tokens.ts'
import type { Answer } from '#test/support/wire.ts'

let service: TestService
let server: ClientServer
let signer: ClientSigner
let client: ClientRegistration
let other: ClientRegistration

beforeAll(async () => {
  service = await startService(openRegistration)
  server = await startClientServer()
  signer = await createSigner('ES256')
  client = await registerSigner({ jwks: { keys: [signer.publicJwk] } })
  other = await registerSigner({ jwks: { keys: [signer.publicJwk] } })
})

afterAll(async () => {
  await service.stop()
  await server.stop()
})

function registerSigner(body: ClientRegistrationRequest): Promise<ClientRegistration> {
  return registerByItself(service, {
    grant_types: ['client_credentials'],
    redirect_uris: [],
    token_endpoint_auth_method: 'private_key_jwt',
    ...body,
  })
}

/** Each operation that a client proves itself at, with what else its request needs. */
const endpoints = [
  ['/oauth2/token', { grant_type: 'client_credentials' }],
  ['/api/v1/oauth/token', { grant_type: 'refresh_token', refresh_token: 'refresh_x' }],
  [
    '/oauth2/token',
    { grant_type: 'authorization_code', code: 'code_x', redirect_uri: 'https://example.com/callback' },
  ],
  ['/oauth2/introspect', { token: 'x' }],
  ['/oauth2/revoke', { token: 'x' }],
] as const

function assertionOf(twist: Twist = {}, by = signer, clientId = client.client_id): Promise<string> {
  return signAssertion(by, clientId, service.url, service.clock, twist)
}

/** What every endpoint answers to an assertion that is made for each request anew, as form and as JSON. */
async function everywhere(
  make: () => Promise<object>,
  headers: Record<string, string> = {},
): Promise<Set<string>> {
  const answers: string[] = []
  for (const [path, rest] of endpoints)
    for (const isJson of [false, true])
      answers.push(errorOf(await post(service, path, { ...rest, ...(await make()) }, { isJson, headers })))
  return new Set(answers)
}

const refused = new Set(['401 invalid_client'])

function token(members: object): Promise<Answer> {
  return post(service, '/oauth2/token', { grant_type: 'client_credentials', ...members })
}

async function authenticate(by: ClientSigner, registered: ClientRegistration): Promise<string> {
  return errorOf(await token(assertionMembers(await assertionOf({}, by, registered.client_id))))
}

describe('an assertion', () => {
  it('proves a client at every endpoint', async () => {
    const answers = await everywhere(async () => assertionMembers(await assertionOf()))
    expect(answers).not.toContain('401 invalid_client')
    expect(answers).toContain('200 a token')
    expect(
      await everywhere(async () => ({
        client_id: client.client_id,
        ...assertionMembers(await assertionOf()),
      })),
    ).toEqual(answers)
  })

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'] as const)(
    'may be signed by %s, and is pinned to it',
    async (alg) => {
      const own = await createSigner(alg)
      const foreign = await createSigner(alg === 'RS256' ? 'PS256' : 'RS256')
      const body = {
        jwks: { keys: [own.publicJwk, foreign.publicJwk] },
        token_endpoint_auth_signing_alg: alg,
      }
      const registered = await registerSigner(body)
      expect(await authenticate(own, registered)).toBe('200 a token')
      expect(await authenticate(foreign, registered)).toBe('401 invalid_client')
    },
  )

  const forged: readonly (readonly [string, () => Promise<object> | object])[] = [
    [
      'by somebody else’s key',
      async () => assertionMembers(await assertionOf({}, await createSigner('ES256', signer.kid))),
    ],
    [
      'about another client',
      async () => assertionMembers(await assertionOf({ claims: { sub: other.client_id } })),
    ],
    [
      'for a list of audiences',
      async () => assertionMembers(await assertionOf({ claims: { aud: [service.url] } })),
    ],
    [
      'for the endpoint itself',
      async () => assertionMembers(await assertionOf({ claims: { aud: `${service.url}/oauth2/revoke` } })),
    ],
    ['for nobody', async () => assertionMembers(await assertionOf({ claims: { aud: undefined } }))],
    [
      'that expired',
      async () =>
        assertionMembers(await assertionOf({ claims: { exp: Math.floor(Date.now() / 1000) - 300 } })),
    ],
    ['without end', async () => assertionMembers(await assertionOf({ claims: { exp: undefined } }))],
    [
      'for a year',
      async () =>
        assertionMembers(await assertionOf({ claims: { exp: Math.floor(Date.now() / 1000) + 31_536_000 } })),
    ],
    ['without jti', async () => assertionMembers(await assertionOf({ claims: { jti: undefined } }))],
    ['of another type', async () => assertionMembers(await assertionOf({ header: { typ: 'at+jwt' } }))],
    [
      'that brings its own key',
      async () => {
        const own = await createSigner('ES256')
        return assertionMembers(await assertionOf({ header: { jwk: own.publicJwk } }, own))
      },
    ],
    [
      'that says where its key is',
      async () => {
        const own = await createSigner('ES256')
        server.serve('/jku', { keys: [own.publicJwk] })
        return assertionMembers(await assertionOf({ header: { jku: `${server.url}/jku` } }, own))
      },
    ],
    [
      'without a signature',
      async () => {
        const [, claims] = (await assertionOf()).split('.')
        return assertionMembers(`${encode({ alg: 'none' })}.${claims}.`)
      },
    ],
    [
      'that the public key signed as a secret',
      async () => {
        const [, claims] = (await assertionOf()).split('.')
        const input = `${encode({ alg: 'HS256', kid: signer.kid })}.${claims}`
        const key = await importJWK(signer.publicJwk, 'ES256', { extractable: true })
        const spki = await exportSPKI(key)
        return assertionMembers(`${input}.${createHmac('sha256', spki).update(input).digest('base64url')}`)
      },
    ],
    [
      'with a changed claim',
      async () => {
        const [head, claims, signature] = (await assertionOf()).split('.')
        const said = JSON.parse(Buffer.from(claims!, 'base64url').toString()) as object
        return assertionMembers(`${head}.${encode({ ...said, jti: 'another' })}.${signature}`)
      },
    ],
    [
      'beside another id',
      async () => ({ client_id: other.client_id, ...assertionMembers(await assertionOf()) }),
    ],
    [
      'of another type of assertion',
      async () => ({
        ...assertionMembers(await assertionOf()),
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer',
      }),
    ],
    ['without its type', async () => ({ client_assertion: await assertionOf() })],
    [
      'that is missing',
      () => ({
        client_id: client.client_id,
        client_assertion_type: assertionMembers('').client_assertion_type,
      }),
    ],
    ['that is garbage', () => assertionMembers('a.b.c')],
  ]

  it.each(forged)('is refused at every endpoint alike: %s', async (_, make) => {
    expect(await everywhere(async () => make())).toEqual(refused)
    expect(server.asked.get('/jku')).toBeUndefined()
  })

  it('of a client that is registered for a secret proves nothing', async () => {
    const confidential = await registerByItself(service, { jwks: { keys: [signer.publicJwk] } })
    const make = async () => assertionMembers(await assertionOf({}, signer, confidential.client_id))
    expect(await everywhere(make)).toEqual(refused)
    const unknown = async () => assertionMembers(await assertionOf({}, signer, 'app_unknown'))
    expect(await everywhere(unknown)).toEqual(refused)
  })

  it('beside another method is invalid_request', async () => {
    const beside = async () => ({ client_secret: 'x', ...assertionMembers(await assertionOf()) })
    expect(await everywhere(beside)).toEqual(new Set(['400 invalid_request']))
    const { Authorization: authorization } = basicOf(client.client_id, 'x')
    const withBasic = await everywhere(async () => assertionMembers(await assertionOf()), { authorization })
    expect(withBasic).toEqual(new Set(['400 invalid_request']))
  })

  it('is no token', async () => {
    const headers = { authorization: `Bearer ${await assertionOf()}` }
    expect((await post(service, '/oauth2/userinfo', {}, { headers })).status).toBe(401)
  })
})

describe('an assertion that was used', () => {
  it('is refused at every endpoint, also half a minute after it expired', async () => {
    const assertion = assertionMembers(await assertionOf())
    expect(errorOf(await token(assertion))).toBe('200 a token')
    expect(await everywhere(async () => assertion)).toEqual(refused)
    service.clock.advance(61)
    expect(await everywhere(async () => assertion)).toEqual(refused)
  })

  it('of ten at once proves a client once', async () => {
    const assertion = assertionMembers(await assertionOf())
    const answers = await Promise.all(Array.from({ length: 10 }, () => token(assertion)))
    expect(answers.map(errorOf).filter((each) => each === '200 a token')).toHaveLength(1)
  })

  it('uses up no id of another client, and one that nobody signed uses up none', async () => {
    const claims = { jti: 'the-same-id' }
    const mine = async () => assertionMembers(await assertionOf({ claims }))
    const theirs = async () => assertionMembers(await assertionOf({ claims }, signer, other.client_id))
    const stranger = await createSigner('ES256', signer.kid)
    const stolen = assertionMembers(await assertionOf({ claims }, stranger))
    expect(errorOf(await token(stolen))).toBe('401 invalid_client')
    expect(errorOf(await token(await theirs()))).toBe('200 a token')
    expect(errorOf(await token(await mine()))).toBe('200 a token')
    expect(errorOf(await token(await mine()))).toBe('401 invalid_client')
  })
})

describe('all these assertions', () => {
  it('stand in no log', async () => {
    const assertion = await assertionOf()
    await token(assertionMembers(assertion))
    await token(assertionMembers(assertion))
    expect(service.log.join('\n')).not.toContain(assertion.split('.')[1])
    expect(service.log.join('\n')).not.toMatch(/eyJ[\w-]{20}/)
  })
})

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
